using Samverkan.Analysis.Deciding;
using Samverkan.App.Commands;
using Samverkan.Model;
using Samverkan.Runs;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.App.Deciding;

/// <summary>What is to be decided, and on how many futures; whoever asks, on the command line or on a page.</summary>
/// <param name="Kind">The word of the command: goal, changes, robust, portfolio.</param>
/// <param name="Scenarios">The base first.</param>
/// <param name="Changes">The <c>id=value</c> that all of them were read with.</param>
/// <param name="Said">What else was said: options and their values, as they are typed.</param>
public sealed record DecisionRequest(
    string Kind, IReadOnlyList<Scenario> Scenarios, IReadOnlyList<string> Changes, IReadOnlyList<string> Said,
        int Replications, ulong Seed)
{
    /// <summary>Draws of all that is not known that every choice is lived under.</summary>
    public int Draws { get; init; } = UsualDraws;

    /// <summary>Whether the shipped values are taken for known.</summary>
    public bool Known { get; init; }

    /// <summary>Draws of one's own; null: the shipped ones.</summary>
    public Region? OwnRegion { get; init; }

    /// <summary>First month that counts; null: that of the first change.</summary>
    public Month? SinceAsked { get; init; }

    /// <summary>The first month of a change that no scenario states; null: there is none.</summary>
    public Month? FirstChange { get; init; }

    public const int UsualReplications = 20;
    public const int UsualDraws = 40;

    /// <summary>With fewer draws than this no share of them says anything.</summary>
    public const int FewestDraws = 10;

    public Region? Region => Known ? null : OwnRegion ?? RegionFile.Usual;

    /// <summary>What every choice is lived through.</summary>
    public FuturesAsked Futures => new(Seed, Replications, Region, Region is null ? 0 : Draws, Since);

    private Month Since => SinceAsked ?? FirstOfAll();

    /// <summary>The usual place for the result.</summary>
    public string Folder => FolderName.OfDecision(Kind, Scenarios, Changes, Said, Seed, Replications, Draws, SinceAsked,
        Known, OwnRegion?.Id);

    /// <summary>What is asked, word by word, without the scenarios.</summary>
    public IReadOnlyList<string> Asked =>
    [
        .. Said, "--replications", $"{Replications}", "--seed", $"{Seed}", .. Known ? ["--known"]
            : new[] { "--draws", $"{Draws}" },
        .. CommandWords.Options("--set", Changes), .. CommandWords.Option("--since", SinceAsked?.ToString()),
    ];

    /// <summary>What makes the result again.</summary>
    public string Command => CommandWords.Of(
        ["decide", Kind, .. Scenarios.Select(scenario => Paths.Typed(scenario.Path)), .. Asked,
            .. CommandWords.Option("--region", OwnRegion?.Id)]);

    /// <summary>One name for all that determines the result.</summary>
    public string Inputs => InputsHash.Of(
        [ProgramVersion.Text, "decide", Kind, .. Said, Seed, Replications, Draws, Since, Region?.Hash,
            .. Scenarios.Select(scenario => scenario.InputHash)]);

    /// <exception cref="BadRequest">The scenarios cannot be set beside each other.</exception>
    public void RefuseWhatCannotBePaired()
    {
        if (Scenarios.Skip(1).FirstOrDefault(other => !ScenarioDiff.SamePlaceAndYears(Scenarios[0].Blueprint,
            other.Blueprint)) is { } elsewhere)
            throw new BadRequest($"'{elsewhere.Id}' is of another place or other years than '{Scenarios[0].Id}': only what "
                + $"changes a policy can be decided on.");
        if (Scenarios.GroupBy(scenario => scenario.Id).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw new BadRequest($"'{same.Key}' is named {same.Count()} times: every scenario of a decision needs an id of its "
                + $"own.");
        if (Scenarios.Skip(1).FirstOrDefault(other => ScenarioDiff.InWords(Scenarios[0], other).Lines.IsEmpty) is { } idle)
            throw new BadRequest($"'{idle.Id}' changes nothing against '{Scenarios[0].Id}': there is nothing to decide on. "
                + $"'diff' tells what a scenario changes.");
        var (from, to) = (Scenarios[0].Blueprint.From, Scenarios[0].Blueprint.To);
        if (SinceAsked is { } month && (month < from || month > to))
            throw new BadRequest($"--since {month} is outside the scenario's {from} to {to}.");
    }

    private Month FirstOfAll()
    {
        var world = Scenarios[0].Blueprint;
        var first = Scenarios.Skip(1).Select(other => ScenarioDiff.FirstStated(Scenarios[0], other)).Append(FirstChange)
            .Where(month => month is not null).Min();
        return first is { } month && month > world.From && month <= world.To ? month : world.From;
    }
}
