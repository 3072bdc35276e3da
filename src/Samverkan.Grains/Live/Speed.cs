namespace Samverkan.Grains.Live;

/// <summary>How fast a run may be told to go at most, in months per second.</summary>
public static class Speed
{
    /// <summary>A month in a quarter of an hour: whoever wants it slower lets the run stand still.</summary>
    public const double Least = .001;

    /// <summary>More than any run.</summary>
    public const double Most = 1e6;

    public const string InWords = "0.001 to 1000000 months per second";

    /// <param name="monthsPerSecond">null: as fast as it can.</param>
    public static bool IsOne(double? monthsPerSecond) => monthsPerSecond is null or (>= Least and <= Most);
}
