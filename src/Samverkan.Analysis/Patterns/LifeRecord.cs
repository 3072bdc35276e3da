using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Indicators;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Patterns;

/// <summary>A stretch of calendar years, both included.</summary>
public readonly record struct Years(int From, int To)
{
    public static implicit operator Years(int year) => new(year, year);
}

/// <summary>
/// The life of the case in one run, as far as patterns look at it: every headline indicator month by month, what the
/// minutes say was agreed, and how the cooperation fared. Of several municipalities it follows the first.
/// </summary>
public sealed class LifeRecord(Blueprint blueprint) : IRunObserver
{
    private static readonly int[] Column = Columns();
    private static readonly int Width = Column.Max() + 1;

    private readonly ActorPath municipality = ActorPath.Municipality(blueprint.Counties[0].Municipalities[0].Code);
    private readonly float[] values = [.. Enumerable.Repeat(float.NaN, Width * (blueprint.To - blueprint.From + 1))];
    private readonly List<(Month Month, Proposal Proposal)> agreed = [];
    private readonly Dictionary<(int Year, string Group), double> inService = [];
    private readonly FateObserver fates = new(blueprint.From);

    public CooperationFate Cooperation => fates.Fates[0];

    /// <summary>What the committee itself agreed on by its minutes, with the month of the meeting; not what a scenario
    /// dates.</summary>
    public IReadOnlyList<(Month Month, Proposal Proposal)> Agreed => agreed;

    public int FirstYear => blueprint.From.Year;

    public int LastYear => blueprint.To.Year;

    public void Observe(MonthResult month)
    {
        fates.Observe(month);
        foreach (var seen in month.Observations)
        {
            if (seen.Actor != municipality)
                continue;
            if (seen.Group is null && seen.Indicator.Headline)
                values[At(seen.Indicator, month.Month)] = (float)seen.Value;
            else if (seen.Group is { } group && seen.Indicator == IndicatorCatalogue.InService)
                inService[(month.Month.Year, group)] = seen.Value;
        }
        foreach (var minutes in month.Minutes)
            foreach (var item in minutes.Items.Where(item => item is { Outcome: Outcome.Agreed, AgreedOutside: null }))
                agreed.Add((month.Month, item.Proposal));
    }

    public void Finish() => fates.Finish();

    /// <summary>The value of a month; not a number if it is undefined then.</summary>
    public double In(Indicator indicator, Month month) => values[At(indicator, month)];

    /// <summary>Mean over the months in which it is defined, or the sum per year, as the indicator says.</summary>
    public double Over(Indicator indicator, Years years)
    {
        double sum = 0;
        var defined = 0;
        for (var month = Month.Of(years.From); month <= Month.Of(years.To, 12); month += 1)
            if (In(indicator, month) is var value && !double.IsNaN(value))
                (sum, defined) = (sum + value, defined + 1);
        return defined == 0 ? double.NaN : indicator.Over == Reduction.Sum ? sum / (years.To - years.From + 1) : sum / defined;
    }

    /// <summary>Share of those in service who are of a group, at the year's end; needs a run that is reported in full.</summary>
    public double ShareInService(string group, int year) =>
        inService.GetValueOrDefault((year, group), double.NaN) / inService.Where(entry => entry.Key.Year == year)
        .Sum(entry => entry.Value);

    /// <summary>The months in which an indicator rises above what it was the month before.</summary>
    public IEnumerable<Month> Rises(Indicator indicator)
    {
        for (var month = blueprint.From + 1; month <= blueprint.To; month += 1)
            if (In(indicator, month) > In(indicator, month - 1))
                yield return month;
    }

    /// <summary>The first month in which such a proposal was agreed.</summary>
    public Month? FirstAgreed(Func<Proposal, bool> isMeant) =>
        agreed.Where(one => isMeant(one.Proposal)).Select(one => (Month?)one.Month).FirstOrDefault();

    /// <summary>The first month in which a role or routine was agreed.</summary>
    public Month? FirstAgreed(Element role) =>
        FirstAgreed(proposal => proposal.Remedy == Remedy.Role && proposal.Element == role);

    private int At(Indicator indicator, Month month) => (month - blueprint.From) * Width + Column[indicator.Index];

    private static int[] Columns()
    {
        var next = 0;
        return [.. IndicatorCatalogue.All.Select(indicator => indicator.Headline ? next++ : -1)];
    }
}
