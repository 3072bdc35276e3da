using Samverkan.Model.Cooperation;

namespace Samverkan.Model.Parameters;

/// <summary>What a family of parameters has one value for.</summary>
public enum Keys { None, Group, Domain, Sector, UnitKind, Element }

/// <summary>
/// Declares a property of a parameter section as a parameter of the model: the one place for its meaning, unit,
/// default, range, role and evidence. <see cref="Catalogue"/> collects them all.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(
    string meaning, Measure measure, double @default, double min, double max, Role role, Evidence evidence, string source)
    : Attribute
{
    public string Meaning { get; } = meaning;
    public Measure Measure { get; } = measure;
    public double Default { get; } = @default;
    public double Min { get; } = min;
    public double Max { get; } = max;
    public Role Role { get; } = role;
    public Evidence Evidence { get; } = evidence;
    public string Source { get; } = source;

    /// <summary>What the family is keyed by; its property is then a <see cref="Table"/>.</summary>
    public Keys By { get; init; }

    /// <summary>The elements that it has a value for, where it is keyed by elements and not all of them have one.</summary>
    public Element[]? Of { get; init; }

    /// <summary>One default for each key that has a value, in the keys' order; without it every key has
    /// <see cref="Default"/>.</summary>
    public double[]? Defaults { get; init; }

    /// <summary>Whose rules read it, if not those that its section names.</summary>
    public Reach Reach { get; init; }

    /// <summary>The same for each key, in the keys' order.</summary>
    public Reach[]? Reaches { get; init; }

    /// <summary>What it is called in a sentence, such as "ward beds"; {0} is the key in words. Every lever has one.</summary>
    public string? Name { get; init; }

    /// <summary>What a family is called when all of it changes alike.</summary>
    public string? AllName { get; init; }

    /// <summary>How it follows inhabitants.</summary>
    public Scaling Scales { get; init; }

    /// <summary>Positions of the keys that have a value, in the family's table.</summary>
    internal IReadOnlyList<int> Positions =>
        Of is { } some ? [.. some.Select(element => (int)element)] : [.. Enumerable.Range(0, Catalogue.NamesOf(By).Count)];

    /// <summary>Whether the committee reckons with the value that will hold when a first plan can open: it is
    /// announced.</summary>
    public bool Announced { get; init; }
}
