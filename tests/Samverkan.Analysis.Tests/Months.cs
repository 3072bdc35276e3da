using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Analysis.Tests;

/// <summary>Months of a world of which just the stated numbers are known.</summary>
internal static class Months
{
    public static MonthResult Of(Month month, params (Indicator Indicator, double Value)[] values) =>
        new(month, [.. values.Select(one => new Observation(ActorPath.Municipality("0001"), null, one.Indicator, one.Value))],
            [(ulong)month.Index], [], 0, 0);

    public static MonthResult WithAgreed(this MonthResult month, Proposal proposal) => month with
    {
        Minutes =
        [
            new()
            {
                Municipality = "0001",
                Number = 1,
                Month = month.Month,
                Day = 12,
                Present = [],
                Seen = new(null, month.Month - 1, 0, 0),
                Items = [new(new(proposal, new ServicesPlanApart(), 1), Outcome.Agreed)],
                Notes = [],
            },
        ],
    };
}
