using Samverkan.Model.Cooperation;
using Samverkan.Model.Rules;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Runs.Execution;

namespace Samverkan.Runs.Rules;

/// <summary>Rules of one's own that were read from an assembly.</summary>
/// <param name="File">As it was named.</param>
/// <param name="Hash">SHA-256 of the assembly, in hexadecimal.</param>
/// <param name="Replaces">Names of the rules that it replaces, such as <c>trust</c>, each with the type that does.</param>
/// <param name="Rules">With the usual rules where it has none.</param>
public sealed record OwnRules(string File, string Hash, IReadOnlyList<ReplacedRule> Replaces, Ruleset Rules)
{
    /// <summary>What manifests say of them.</summary>
    public RulesEntry Entry => new(Path.GetFileName(File), Hash, Replaces);

    /// <summary>Stand for rules that are named when a study is run, and cannot run themselves.</summary>
    public static Ruleset Named { get; } = new() { Hash = "own", Trust = new Nameless() };

    private sealed class Nameless : ITrustRule
    {
        public CooperationState Month(CooperationParameters p, in CooperationState cooperation, in Dealings dealings) =>
            throw new ModelCheckFailed("This needs rules of its own: name their assembly with --rules.");
    }
}

/// <summary>A rule of the model and the type that takes its place.</summary>
public sealed record ReplacedRule(string Rule, string By);

/// <summary>The assembly of rules that a result was made with.</summary>
/// <param name="File">Its name, without the folder.</param>
/// <param name="Hash">SHA-256 of it, in hexadecimal.</param>
public sealed record RulesEntry(string File, string Hash, IReadOnlyList<ReplacedRule> Replaces);

/// <summary>An assembly of rules cannot be used.</summary>
public sealed class RulesRefused(string message, Exception? inner = null) : Exception(message, inner);
