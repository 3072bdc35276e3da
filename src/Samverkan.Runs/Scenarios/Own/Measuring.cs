using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;

namespace Samverkan.Runs.Scenarios.Own;

/// <summary>What expressions read of an indicator or of persons: months, or a number for each group, place or person.</summary>
internal static class Measuring
{
    private const double MonthsOfAYear = 12;
    private const string Groups = "target groups", Municipalities = "municipalities", AllPersons = "persons";

    /// <summary>Month by month: the sum or the mean over municipalities, as the indicator says.</summary>
    public static OwnSeries Series(Measured what) => new(
        what.Indicator.Unit, [what], run => [.. run.Of(what).Select(month => Together(what.Indicator, month))], what);

    /// <summary>The period's figure of each target group.</summary>
    public static OwnList ByGroup(Indicator indicator)
    {
        ImmutableArray<Need> groups = [.. TargetGroups.Ids.Select(group => new Measured(indicator, group))];
        return new(
            Unit(indicator), groups, Groups,
            run => [.. groups.Cast<Measured>().Select(group => Figure(indicator, Monthly(run, group)))]);
    }

    /// <summary>The period's figure of each municipality.</summary>
    public static OwnList ByMunicipality(Measured what) => new(Unit(what.Indicator), [what], Municipalities, run =>
    {
        var months = run.Of(what);
        return [.. Enumerable.Range(0, months.Count == 0 ? 0 : months[0].Length)
            .Select(place => Figure(what.Indicator, [.. months.Select(month => month[place])]))];
    });

    /// <summary>A number of each person who was in the population in some month of the period.</summary>
    public static OwnList Persons(PersonMeasure what) => new(what.Unit, [what], AllPersons, run => run.Persons.Of(what));

    /// <summary>Whether there is a number for each person of every target group.</summary>
    public static bool IsOfAllPersons(OwnList list) => list.Over == AllPersons;

    /// <summary>The numbers of the persons of one target group.</summary>
    public static OwnList OfGroup(OwnList persons, string group) => persons with
    {
        Over = $"{AllPersons} of the group {group}",
        Of = run => Those(persons.Of(run), run.Persons.Groups, TargetGroups.Find(group)!.Value),
    };

    /// <summary>The mean over the persons of each target group.</summary>
    public static OwnList ByGroup(OwnList persons) => persons with
    {
        Over = Groups,
        Of = run =>
        {
            var (values, groups) = (persons.Of(run), run.Persons.Groups);
            return [.. Enumerable.Range(0, TargetGroups.Count)
                .Select(group => Several.Mean(Those(values, groups, (TargetGroup)group)))];
        },
    };

    /// <summary>The mean over the persons of each municipality.</summary>
    public static OwnList ByMunicipality(OwnList persons) => persons with
    {
        Over = Municipalities,
        Of = run =>
        {
            var (values, places) = (persons.Of(run), run.Persons.Places);
            return [.. Enumerable.Range(0, run.Persons.Municipalities)
                .Select(place => Several.Mean(Those(values, places, place)))];
        },
    };

    private static double[] Those<T>(double[] values, IReadOnlyList<T> of, T wanted) where T : struct =>
        [.. values.Where((_, person) => of[person].Equals(wanted))];

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
