using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;

namespace Samverkan.Runs.Studies.Own;

/// <summary>What expressions read of an indicator: its months, or a figure of the period for each group or municipality.</summary>
internal static class Measuring
{
    private const double MonthsOfAYear = 12;

    /// <summary>Month by month: the sum or the mean over municipalities, as the indicator says.</summary>
    public static OwnSeries Series(Measured what) => new(
        what.Indicator.Unit, [what], run => [.. run.Of(what).Select(month => Together(what.Indicator, month))], what);

    /// <summary>The period's figure of each target group.</summary>
    public static OwnList ByGroup(Indicator indicator)
    {
        ImmutableArray<Measured> groups = [.. TargetGroups.Ids.Select(group => new Measured(indicator, group))];
        return new(
            Unit(indicator), groups, "target groups", run => [.. groups.Select(group => Figure(indicator, Monthly(run, group)))]);
    }

    /// <summary>The period's figure of each municipality.</summary>
    public static OwnList ByMunicipality(Measured what) => new(Unit(what.Indicator), [what], "municipalities", run =>
    {
        var months = run.Of(what);
        return [.. Enumerable.Range(0, months.Count == 0 ? 0 : months[0].Length)
            .Select(place => Figure(what.Indicator, [.. months.Select(month => month[place])]))];
    });

    private static string Unit(Indicator indicator) =>
        indicator.Over == Reduction.Sum ? $"{indicator.Unit} per year" : indicator.Unit;

    private static double[] Monthly(IRunMonths run, Measured what) =>
        [.. run.Of(what).Select(month => Together(what.Indicator, month))];

    private static double Together(Indicator indicator, double[] places) =>
        indicator.Over == Reduction.Sum ? Several.Total(places) : Several.Mean(places);

    private static double Figure(Indicator indicator, double[] months) => indicator.Over switch
    {
        Reduction.Sum => Several.Total(months) * MonthsOfAYear / months.Length,
        Reduction.Last => Several.Last(months),
        _ => Several.Mean(months),
    };
}
