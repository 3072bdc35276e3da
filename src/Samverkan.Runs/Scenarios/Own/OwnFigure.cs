using System.Collections.Immutable;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;

namespace Samverkan.Runs.Scenarios.Own;

/// <summary>What an expression reads of a run.</summary>
public abstract record Need;

/// <summary>An indicator of municipalities, or of one target group in them.</summary>
public sealed record Measured(Indicator Indicator, string? Group) : Need;

/// <summary>What expressions see of a run: the months and municipalities that count, and nothing else.</summary>
public interface IRunMonths
{
    /// <summary>
    /// For each month of the period one value for each municipality that counts, in the order of the map; not a number where the
    /// indicator was not measured.
    /// </summary>
    IReadOnlyList<double[]> Of(Measured what);

    /// <summary>The persons who were in the population in some month of the period.</summary>
    IPersonsOfPeriod Persons { get; }
}

/// <summary>Persons of a period, in the order of their identities.</summary>
public interface IPersonsOfPeriod
{
    /// <summary>For each person the target group.</summary>
    IReadOnlyList<TargetGroup> Groups { get; }

    /// <summary>For each person the place of the municipality, among those that count, in which the person was last.</summary>
    IReadOnlyList<int> Places { get; }

    /// <summary>How many municipalities count.</summary>
    int Municipalities { get; }

    /// <summary>For each person the mean over the person's months in the population.</summary>
    double[] Of(PersonMeasure what);
}

/// <summary>A part of an expression, with the unit that follows from its parts.</summary>
/// <param name="Unit">null: a pure number, which goes with any unit.</param>
/// <param name="Needs">What it reads.</param>
public abstract record OwnPart(string? Unit, ImmutableArray<Need> Needs);

/// <summary>One number for a run: what an outcome is.</summary>
/// <param name="Of">Not a number where it is not defined. Sums are made in the order of months and municipalities.</param>
public sealed record OwnNumber(string? Unit, ImmutableArray<Need> Needs, Func<IRunMonths, double> Of) : OwnPart(Unit, Needs)
{
    /// <summary>Whether a run must give more than the headline indicators of municipalities.</summary>
    public bool NeedsEverything =>
        Needs.OfType<Measured>().Any(need => need.Group is not null || !need.Indicator.Headline);

    /// <summary>Whether persons must be shown to whoever makes the number.</summary>
    public bool NeedsPersons => Needs.Any(need => need is PersonMeasure);
}

/// <summary>One number for each month of the period.</summary>
/// <param name="Plain">The indicator, where it is one and nothing was done to it.</param>
public sealed record OwnSeries(
    string? Unit, ImmutableArray<Need> Needs, Func<IRunMonths, double[]> Of, Measured? Plain = null) : OwnPart(Unit, Needs);

/// <summary>One number for each of several groups, municipalities or persons.</summary>
/// <param name="Over">What there is a number for, such as "target groups".</param>
public sealed record OwnList(
    string? Unit, ImmutableArray<Need> Needs, string Over, Func<IRunMonths, double[]> Of) : OwnPart(Unit, Needs);

/// <summary>
/// What is made of several numbers. Those that are not defined do not count. Of none, the result is not defined.
/// </summary>
public static class Several
{
    public static double Mean(double[] values) => Defined(values) is { Length: > 0 } some ? Sum(some) / some.Length : double.NaN;

    public static double Total(double[] values) => Defined(values) is { Length: > 0 } some ? Sum(some) : double.NaN;

    public static double First(double[] values) => Defined(values) is { Length: > 0 } some ? some[0] : double.NaN;

    public static double Last(double[] values) => Defined(values) is { Length: > 0 } some ? some[^1] : double.NaN;

    public static double Max(double[] values) => Defined(values) is { Length: > 0 } some ? some.Max() : double.NaN;

    public static double Min(double[] values) => Defined(values) is { Length: > 0 } some ? some.Min() : double.NaN;

    /// <summary>By linear interpolation between the ordered values, as R's type 7 and numpy do.</summary>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(double[] values, double share)
    {
        var some = Sorted(values);
        if (some.Length == 0) return double.NaN;
        var at = share * (some.Length - 1);
        var (low, part) = ((int)at, at - (int)at);
        return part == 0 ? some[low] : some[low] + part * (some[low + 1] - some[low]);
    }

    /// <summary>The share of the values that are above a level.</summary>
    public static double ShareAbove(double[] values, double level) =>
        Defined(values) is { Length: > 0 } some ? (double)some.Count(value => value > level) / some.Length : double.NaN;

    /// <summary>
    /// Gini's coefficient: 0 where all are equal, near 1 where one has everything. Not defined where a value is negative or
    /// all are 0.
    /// </summary>
    public static double Gini(double[] values)
    {
        var some = Sorted(values);
        if (some.Length == 0 || some[0] < 0 || Sum(some) is 0) return double.NaN;
        var ranked = 0.0;
        for (var i = 0; i < some.Length; i++)
            ranked += (2.0 * (i + 1) - some.Length - 1) * some[i];
        return ranked / (some.Length * Sum(some));
    }

    /// <summary>
    /// Months from the first in which a series is below a share of its first value until it is back; to the end if it never
    /// is. 0: it never fell so far.
    /// </summary>
    public static double Recovery(double[] values, double share)
    {
        var first = First(values);
        if (double.IsNaN(first)) return double.NaN;
        var fallen = Array.FindIndex(values, value => value < share * first);
        if (fallen < 0) return 0;
        var back = Array.FindIndex(values, fallen, value => value >= share * first);
        return (back < 0 ? values.Length : back) - fallen;
    }

    private static double[] Defined(double[] values) => Array.FindAll(values, value => !double.IsNaN(value));

    private static double[] Sorted(double[] values)
    {
        var some = Defined(values);
        Array.Sort(some);
        return some;
    }

    private static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
