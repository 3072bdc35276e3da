using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Statistics;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Deciding.Causes;

/// <summary>
/// Finds the chain from cause to effect in the paired runs: which quantities differ, by how much and since when. It is checked by
/// switching links of the model off in both worlds: what goes away of the difference is what the link carries.
/// </summary>
public sealed class CausalChain
{
    private const int Year = 12;
    private const int Quarter = 3;
    private const double Half = .5;
    private const double Million = 1e6;

    private readonly ScenarioName name;
    private readonly Month since;

    /// <param name="since">First month of the policy: links are switched off from it on.</param>
    public CausalChain(Scenario @base, Scenario other, Month since)
    {
        (name, this.since) = (Names.Of(@base, other), since);
        Choice[] pair = [Choice.Of(@base), Choice.Of(other)];
        Choices = [.. pair, .. LinkSwitch.All.SelectMany(link => pair.Select(choice => link.Off(choice, since)))];
    }

    /// <summary>The pair, then the pair without each of the links.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    public WhyResult Result(Func<Futures, DecisionHead> head, Futures futures, DecisionOutcome outcome)
    {
        var lived = futures.Live(Choices);
        var paths = Choices.Take(2).Select(choice => LivedPaths.Of(futures, choice)).ToList();
        EffectRow Sum(params IReadOnlyList<(int Choice, double Weight)> sum) =>
            EffectRow.Of(Reckoning.Contrast(outcome, [.. sum.Select(one => (lived[one.Choice], one.Weight))]));
        return new(
            head(futures), name, OutcomeName.Of(outcome), Sum((1, 1), (0, -1)),
            [.. ChainPath.Quantities.Select((_, place) => Link(place, paths[0], paths[1])).OfType<ChainLink>()],
            [.. LinkSwitch.All.Select((link, place) => (link, At: 2 + 2 * place)).Select(one => new SwitchedLink(
                one.link.Id, one.link.Words, one.link.Set, Sum((one.At + 1, 1), (one.At, -1)),
                Sum((1, 1), (0, -1), (one.At + 1, -1), (one.At, 1))))]);
    }

    private ChainLink? Link(int quantity, LivedPaths before, LivedPaths after)
    {
        var indicator = ChainPath.Quantities[quantity];
        var to = Choices[0].World.To;
        var whole = Difference(since, to);
        if (!whole.IsClear)
            return null;
        if (before.Drawn.Count > 0)
            whole = PairedEstimate.Of(
                Means(before.Known, since, to), Means(after.Known, since, to), Means(before.Drawn, since, to),
                Means(after.Drawn, since, to), Better.Neither, FigureKind.Amount);
        var (unit, scale, decimals) = indicator switch
        {
            { Unit: "SEK", Over: Reduction.Sum } => ("MSEK a year", Million / Year, 1),
            { Over: Reduction.Sum } => ($"{indicator.Unit} a year", 1.0 / Year, 1),
            { Unit: "index" or "needs" or "per year" } => (indicator.Unit, 1.0, 2),
            _ => (indicator.Unit, 1.0, 1),
        };
        return new(indicator.Id, indicator.Title, unit, decimals, indicator.Unit == "share", First()?.ToString(),
            HalfOf()?.ToString(),
            EffectRow.Of(whole.In(scale)));

        PairedEstimate Difference(Month from, Month until) => PairedEstimate.Of(
            Means(before.Known, from, until), Means(after.Known, from, until), Better.Neither);

        double[] Means(IReadOnlyList<ChainPath> paths, Month from, Month until) =>
            [.. paths.Select(path => path.Mean(quantity, from, until))];

        // Three months that differ clearly, in the direction of the whole, and so do the twelve from there on.
        Month? First() => Months().FirstOrDefault(month => IsClear(month, Quarter) && IsClear(month, Year));

        bool IsClear(Month? month, int months) =>
            Difference(month!.Value, month.Value + (months - 1)) is { IsClear: true } now && SameSide(now);

        // Twelve months whose difference is half of the whole's or more: when it is there, and no longer on its way.
        Month? HalfOf() => Months().FirstOrDefault(month => Difference(month!.Value, month.Value + (Year - 1)) is var now
            && SameSide(now) && Math.Abs(now.Difference) >= Half * Math.Abs(whole.Difference));

        IEnumerable<Month?> Months()
        {
            for (var month = since; month + (Year - 1) <= Choices[0].World.To; month += 1)
                yield return month;
        }

        bool SameSide(PairedEstimate some) => Math.Sign(some.Difference) == Math.Sign(whole.Difference);
    }

    /// <summary>The quantities of a choice month by month, by replication and by draw of all that is not known.</summary>
    private sealed record LivedPaths(IReadOnlyList<ChainPath> Known, IReadOnlyList<ChainPath> Drawn)
    {
        public static LivedPaths Of(Futures futures, Choice choice)
        {
            var (known, drawn) = futures.Watch(choice, world => new ChainPath(world));
            return new(known, drawn);
        }
    }
}
