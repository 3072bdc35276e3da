using Samverkan.Model.Parameters;

namespace Samverkan.Runs.Scenarios.Values;

/// <summary>A share as people type it outside a scenario, on a command line: "3 %", "3%" or "0.03".</summary>
public static class TypedShare
{
    /// <returns>The share, or why there is none within the bounds, in a sentence or two.</returns>
    /// <param name="least">The smallest that is allowed.</param>
    /// <param name="most">The largest.</param>
    public static (double Share, string? Problem) Read(string text, double least, double most)
    {
        var reading = Quantity.Read(text, Measure.Share);
        if (reading.Failed)
            return (double.NaN, reading.Problem);
        if (reading.Value >= least && reading.Value <= most)
            return (reading.Value, null);
        var meant = Quantity.Bare(text) / 100 is { } percent && percent >= least && percent <= most
            ? $" Did you mean '{InWords(percent)}'?" : "";
        return (double.NaN,
            $"'{text}' is {InWords(reading.Value)}; it must be {QuantityText.Range(least, most, Measure.Share)}.{meant}");
    }

    /// <summary>"3.5 %"</summary>
    public static string InWords(double share) => QuantityText.Of(share, Measure.Share);
}
