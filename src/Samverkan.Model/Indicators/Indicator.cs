namespace Samverkan.Model.Indicators;

/// <summary>Which way of moving is an improvement for the people whom the services are for.</summary>
public enum Better { Neither, Lower, Higher }

/// <summary>How an indicator of a month is made into one figure for a period or for several municipalities.</summary>
public enum Reduction { Mean, Sum, Last }

/// <summary>The actors that an indicator is reported for.</summary>
[Flags]
public enum Levels
{
    None = 0,
    Municipality = 1,
    /// <summary>A target group of a municipality.</summary>
    Group = 2,
    Unit = 4,
    Team = 8,
    County = 16,
    Nation = 32,
    /// <summary>Wherever persons are counted.</summary>
    People = Municipality | Group | Team | County | Nation,
}

/// <summary>Something that the model measures each month. Listed by <see cref="IndicatorCatalogue"/>, with its formula.</summary>
/// <param name="Id">Name in results and scenario files, such as <c>needs.unmetPerPerson</c>.</param>
/// <param name="Title">A few words for a table's row.</param>
/// <param name="Meaning">What is counted, and over whom.</param>
/// <param name="Unit">Unit as printed, such as "SEK" or "share".</param>
/// <param name="Better">The direction that is good for people; <see cref="Better.Neither"/> where none is as such.</param>
/// <param name="Over">How months become a year.</param>
/// <param name="Headline">Kept per municipality in every replication; others only where all series are asked for.</param>
public sealed record Indicator(
    string Id, string Title, string Meaning, string Unit, Better Better, Reduction Over, bool Headline = false)
{
    /// <summary>Position in the catalogue: how observations name an indicator.</summary>
    public int Index { get; internal init; } = -1;

    /// <summary>What the amount is divided by; null where the indicator is the amount itself.</summary>
    public Denominator? Per { get; internal init; }

    /// <summary>Of a share: whether it can exceed 1 or fall below 0, as that of a frame or of a year can.</summary>
    public bool IsUnbounded { get; internal init; }

    /// <summary>The actors that it is reported for.</summary>
    public Levels Levels { get; internal init; } = Levels.Municipality;

    /// <summary>The numerator of a ratio, or the amount itself.</summary>
    internal Func<MonthFacts, double> Amount { get; init; } = _ => double.NaN;

    /// <summary>The value where the denominator is 0; not a number where it is then not measured.</summary>
    internal double OfNone { get; init; }

    /// <summary>The indicator's value in a month; not a number where it was not measured.</summary>
    public double Of(MonthFacts month)
    {
        if (Per is null) return Amount(month);
        var number = Per.Number(month);
        return number == 0 ? OfNone : Amount(month) / number;
    }

    public bool IsReportedFor(Levels level) => (Levels & level) != 0;
}

/// <summary>One measured number of one month. Group is null for all groups together.</summary>
public readonly record struct Observation(ActorPath Actor, string? Group, Indicator Indicator, double Value);
