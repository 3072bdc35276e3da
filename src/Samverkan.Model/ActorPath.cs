using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model;

/// <summary>The kinds of actor, from the top of the organisation down.</summary>
public enum ActorKind : byte { Nation, County, Municipality, Committee, Unit, Team, Person }

/// <summary>
/// Which actor: the one spelling that the model, results, grains and pages share. A unit's path holds its kind, so that
/// results can be read without another table. Random numbers of a county, municipality, committee or team hang on its text.
/// </summary>
/// <example>
/// <c>nation</c>, <c>county/01</c>, <c>municipality/0181</c>, <c>committee/0181</c>, <c>unit/0181/1-day-centre</c>,
/// <c>team/0181/1/0</c>, <c>person/0181/00b5000a4000000c</c>
/// </example>
public readonly record struct ActorPath
{
    private const char Separator = '/';
    private const char BeforeKind = '-';

    private static readonly string[] Words = [.. Enum.GetNames<ActorKind>().Select(name => name.ToLowerInvariant())];

    private readonly string? text;

    private ActorPath(string text) => this.text = text;

    public static ActorPath Nation { get; } = new(Words[(int)ActorKind.Nation]);

    public static ActorPath County(string code) => Of(ActorKind.County, code);

    public static ActorPath Municipality(string code) => Of(ActorKind.Municipality, code);

    /// <param name="municipality">Code of the municipality.</param>
    public static ActorPath Committee(string municipality) => Of(ActorKind.Committee, municipality);

    /// <param name="municipality">Code of the municipality.</param>
    /// <param name="ordinal">In the order of opening, from 0.</param>
    public static ActorPath Unit(string municipality, int ordinal, UnitKind kind) =>
        Of(ActorKind.Unit,
            string.Create(CultureInfo.InvariantCulture, $"{municipality}{Separator}{ordinal}{BeforeKind}{kind.Id()}"));

    /// <param name="municipality">Code of the municipality.</param>
    public static ActorPath Team(string municipality, in TeamAddress address) =>
        Of(ActorKind.Team,
            string.Create(CultureInfo.InvariantCulture, $"{municipality}{Separator}{address.Unit}{Separator}{address.Team}"));

    /// <param name="municipality">Code of the municipality.</param>
    /// <param name="id">The person's identity.</param>
    public static ActorPath Person(string municipality, ulong id) =>
        Of(ActorKind.Person, string.Create(CultureInfo.InvariantCulture, $"{municipality}{Separator}{id:x16}"));

    /// <summary>An actor of which a county or municipality has one.</summary>
    /// <param name="code">Of the county or municipality.</param>
    public static ActorPath Of(ActorKind kind, string code) => new($"{Words[(int)kind]}{Separator}{code}");

    public ActorKind Kind
    {
        get
        {
            var word = text.AsSpan();
            if (word.IndexOf(Separator) is >= 0 and var end) word = word[..end];
            for (var kind = 0; kind < Words.Length; kind++)
                if (word.SequenceEqual(Words[kind]))
                    return (ActorKind)kind;
            return default;
        }
    }

    /// <summary>Code of its county or municipality, such as 0181; empty for the nation.</summary>
    public string Code => Part(1);

    /// <summary>A team's place below its municipality.</summary>
    /// <exception cref="InvalidOperationException">It is no team.</exception>
    public TeamAddress Address => Kind == ActorKind.Team
        ? new(Number(Part(2)), Number(Part(3))) : throw new InvalidOperationException($"{this} is no team.");

    /// <summary>Ordinal of the unit, or of the unit that a team works in.</summary>
    /// <exception cref="InvalidOperationException">It is neither unit nor team.</exception>
    public ushort Ordinal => Kind switch
    {
        ActorKind.Unit => Number(Part(2).Split(BeforeKind, 2)[0]),
        ActorKind.Team => Address.Unit,
        _ => throw new InvalidOperationException($"{this} is no unit."),
    };

    /// <summary>The kind of a unit.</summary>
    /// <exception cref="InvalidOperationException">It is no unit.</exception>
    public UnitKind UnitKind => Kind == ActorKind.Unit && UnitKinds.Find(Part(2).Split(BeforeKind, 2)[1]) is { } kind
        ? kind : throw new InvalidOperationException($"{this} is no unit.");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is no path of an actor.</exception>
    public static ActorPath Parse(string text) =>
        TryParse(text, out var path) ? path : throw new FormatException($"'{text}' is no path of an actor.");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ActorPath path)
    {
        path = text is null ? default : new(text);
        var parts = text?.Split(Separator) ?? [];
        return parts.Length > 0 && Array.IndexOf(Words, parts[0]) is >= 0 and var kind && parts.All(part => part.Length > 0)
            && (ActorKind)kind switch
            {
                ActorKind.Nation => parts.Length == 1,
                ActorKind.Unit => parts.Length == 3 && parts[2].Split(BeforeKind, 2) is [var ordinal, var unit]
                    && IsNumber(ordinal) && UnitKinds.Find(unit) is not null,
                ActorKind.Team => parts.Length == 4 && IsNumber(parts[2]) && IsNumber(parts[3]),
                ActorKind.Person => parts.Length == 3,
                _ => parts.Length == 2,
            };
    }

    public override string ToString() => text ?? "";

    private string Part(int index) => text?.Split(Separator) is { } parts && index < parts.Length ? parts[index] : "";

    private static ushort Number(string part) => ushort.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsNumber(string part) => ushort.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
