namespace Samverkan.Model.Indicators;

/// <summary>Which way of moving is an improvement for the people whom the services are for.</summary>
public enum Better { Neither, Lower, Higher }

/// <summary>How an indicator of a month is made into one figure for a period or for several municipalities.</summary>
public enum Reduction { Mean, Sum, Last }

/// <summary>Something that the model measures each month. Listed by <see cref="IndicatorCatalogue"/>.</summary>
/// <param name="Id">Name in results and scenario files, such as <c>needs.unmetPerPerson</c>.</param>
/// <param name="Title">A few words for a table's row.</param>
/// <param name="Meaning">What is counted, and over whom.</param>
/// <param name="Unit">Unit as printed, such as "SEK" or "share".</param>
/// <param name="Headline">Kept per municipality in every replication; others only where all series are asked for.</param>
public sealed record Indicator(
    string Id, string Title, string Meaning, string Unit, Better Better, Reduction Over, bool Headline = false)
{
    /// <summary>Position in the catalogue: how observations name an indicator.</summary>
    public int Index { get; internal init; } = -1;
}

/// <summary>One measured number of one month. Group is null for all groups together.</summary>
public readonly record struct Observation(ActorPath Actor, string? Group, Indicator Indicator, double Value);
