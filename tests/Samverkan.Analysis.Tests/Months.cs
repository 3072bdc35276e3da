using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Analysis.Tests;

/// <summary>Months of a world of which just the stated numbers are known.</summary>
internal static class Months
{
    public static MonthResult Of(Month month, params (Indicator Indicator, double Value)[] values) =>
        new(month, [.. values.Select(one => new Observation("municipality/0001", null, one.Indicator, one.Value))], [(ulong)month.Index], [], 0, 0);

    public static MonthResult WithAgreed(this MonthResult month, string decision) => month with
    {
        Minutes = [new("0001", 1, month.Month, 12, [], [], [new MinutedItem("A matter.", 1, Outcome.Agreed, decision)], [])],
    };
}
