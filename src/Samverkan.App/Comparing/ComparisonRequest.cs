using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.App.Commands;
using Samverkan.Model;
using Samverkan.Runs;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.App.Comparing;

/// <summary>What is to be compared, and how; whoever asks, on the command line or on a page.</summary>
/// <param name="Scenarios">The base first.</param>
/// <param name="Changes">The <c>id=value</c> that all of them were read with.</param>
/// <param name="Replications">Of each scenario; 1 or more.</param>
/// <param name="SinceAsked">First month that counts in the table; null: the first in which the scenarios differ.</param>
/// <param name="Everything">Whether all series of all runs are kept.</param>
/// <param name="Csv">Whether the series are kept as text too.</param>
/// <param name="Report">Whether the page to hand over is written, with its figures and tables.</param>
public sealed record ComparisonRequest(
    IReadOnlyList<Scenario> Scenarios, IReadOnlyList<string> Changes, int Replications, ulong Seed, Month? SinceAsked = null,
    bool Everything = false,
    bool Csv = false, bool Report = true)
{
    /// <summary>Replications whose persons are kept, in order; null: none.</summary>
    public IReadOnlyList<int>? Persons { get; init; }

    /// <summary>Whether the shipped values are taken for known, so that chance alone is told.</summary>
    public bool Known { get; init; }

    /// <summary>Draws of all that is not known, of one's own; null: the shipped ones.</summary>
    public Region? OwnRegion { get; init; }

    /// <summary>What the draws come from; null: the shipped values are taken for known, or no draws are shipped.</summary>
    public Region? Region => Known ? null : OwnRegion ?? RegionFile.Usual;

    /// <summary>
    /// Pairs that live each under a draw: half as many as replications; none where nobody asked, or where these would be too
    /// few.
    /// </summary>
    public IReadOnlyList<DrawnPair> Drawn => Region is null ? [] : DrawnPair.Of(Region, Scenarios, Seed, Replications);

    /// <summary>Id of the outcome by which several policies are ranked.</summary>
    public string Rank { get; init; } = PolicyTable.DefaultRank;

    /// <summary>At which net effects of later years count less, a year; 0.03 is 3 %.</summary>
    public double Discount { get; init; } = BudgetResult.UsualDiscountRate;

    /// <summary>First month that counts: months in which nothing differs yet would dilute what the change does.</summary>
    public Month Since => SinceAsked ?? FirstDifference();

    /// <summary>The usual place for the result.</summary>
    public string Folder => FolderName.OfComparison(Scenarios, Changes, Seed, Replications, SinceAsked, Everything, Persons,
        Known, OwnRegion?.Id, Discount);

    /// <summary>What makes the result again.</summary>
    public string Command => CommandWords.Of(
    [
        "compare", .. Scenarios.Select(scenario => Paths.Typed(scenario.Path)), "--replications", $"{Replications}",
        "--seed", $"{Seed}", .. CommandWords.Options("--set", Changes),
        .. CommandWords.Option("--since", SinceAsked?.ToString()), .. CommandWords.Option("--series", Everything ? "all" : null),
        .. CommandWords.Option("--persons", Persons is null ? null : string.Join(',', Persons)),
        .. Known ? ["--known"] : (string[])[], .. CommandWords.Option("--region", OwnRegion?.Id),
        .. CommandWords.Option("--rules", Scenarios[0].Rules?.File), .. RankOption.Words(Rank), .. DiscountOption.Words(Discount),
    ]);

    /// <summary>One name for all that determines the result.</summary>
    public string Inputs => InputsHash.Of(
        [ProgramVersion.Text, "compare", Seed, Replications, Since, Everything,
            .. Scenarios.Select(scenario => scenario.InputHash), .. PersonsOfInputs, .. RegionOfInputs,
            .. DiscountOption.Words(Discount)]);

    /// <exception cref="BadRequest">The scenarios cannot be set beside each other.</exception>
    public void RefuseWhatCannotBePaired()
    {
        var @base = Scenarios[0].Blueprint;
        if (Persons?.FirstOrDefault(replication => replication > Replications) is > 0 and var beyond)
            throw new BadRequest(
                $"--persons {beyond}: there are only {Replications} replications. Name some of 1 to {Replications}.");
        foreach (var other in Scenarios.Skip(1)
            .Where(other => other.Blueprint.From != @base.From || other.Blueprint.To != @base.To))
            throw new BadRequest(
                $"'{other.Id}' covers {other.Blueprint.From} to {other.Blueprint.To}, the base {@base.From} to {@base.To}: only "
                    + "equal periods can be compared.");
        if (Scenarios.GroupBy(scenario => scenario.Id).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw new BadRequest(
                $"'{same.Key}' is named {same.Count()} times: every scenario of a comparison needs an id of its own.");
        if (OwnOutcomes.Ambiguous(Scenarios) is var (id, one, another))
            throw new BadRequest(
                $"The outcome '{id}' is one thing in '{one}' and another in '{another}'. Give one of them another id.");
        if (SinceAsked is { } month && (month < @base.From || month > @base.To))
            throw new BadRequest($"--since {month} is outside the scenario's {@base.From} to {@base.To}.");
    }

    // Results that keep no persons have the name that they had before there were any.
    private IEnumerable<object?> PersonsOfInputs => Persons is null ? [] : [$"persons {string.Join(',', Persons)}"];

    private IEnumerable<object?> RegionOfInputs => Drawn.Count == 0 ? [] : [$"region {Region!.Hash}"];

    private Month FirstDifference()
    {
        var @base = Scenarios[0].Blueprint;
        var first = Scenarios.Skip(1).Select(other => ScenarioDiff.FirstDifference(Scenarios[0], other)).Min();
        return first is { } change && change > @base.From && change <= @base.To ? change : @base.From;
    }
}
