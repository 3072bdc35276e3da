using System.CommandLine;
using Samverkan.Grains;
using Samverkan.Runs.Results;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Studies;

namespace Samverkan.App.Commands;

/// <summary><c>--rules</c>: an assembly of rules of one's own that take the place of the model's.</summary>
internal static class RulesOption
{
    public static Option<string?> Create() => new("--rules")
    {
        Description = "An assembly of rules of your own, which take the place of the model's; 'rules' checks it",
        HelpName = "DLL",
    };

    /// <exception cref="RulesRefused">The assembly cannot be used.</exception>
    public static OwnRules? Of(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } path ? RulesFile.Read(path) : null;

    /// <summary>Silos have the program's rules alone, so that runs under others stay in this process.</summary>
    /// <exception cref="BadRequest">They were to run elsewhere.</exception>
    public static Granularity? WithoutGrains(OwnRules? rules, Granularity? asked, bool onCluster) => rules is null ? asked
        : onCluster || asked is not (null or Granularity.None)
            ? throw new BadRequest(
                "Silos have the program's rules alone: with --rules, runs are carried out in this process. "
                + "Leave out '--grains' and '--cluster'.")
            : Granularity.None;

    /// <summary>The study under its own rules.</summary>
    /// <exception cref="BadRequest">It has none and they are named, or it has some and they are not.</exception>
    public static Study On(Study study, OwnRules? rules) => (study.CrossesRules, rules) switch
    {
        (true, not null) => study.Under(rules),
        (true, null) => throw new BadRequest(
            "The study has scenarios with 'rules: own': name the assembly of these rules with --rules."),
        (false, not null) => throw new BadRequest(
            "No scenario and no option of the study says 'rules: own', so that --rules would have no effect."),
        _ => study,
    };

    /// <exception cref="ResultFolderRefused">A result was made by other rules than those that are named.</exception>
    public static void RefuseOthers(string place, RulesEntry? made, OwnRules? now)
    {
        if (made?.Hash == now?.Hash) return;
        throw new ResultFolderRefused(made is null
            ? $"'{place}' was made by the usual rules. Leave out --rules."
            : $"'{place}' was made by rules of its own, {made.File} (SHA-256 {made.Hash}). Name that very assembly with --rules"
                + (now is null ? "." : $"; '{now.File}' is another ({now.Hash})."));
    }
}
