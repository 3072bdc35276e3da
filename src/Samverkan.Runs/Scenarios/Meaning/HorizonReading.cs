using Samverkan.Runs.Scenarios.Chain;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>The months that are reported.</summary>
internal static class HorizonReading
{
    private const int MostYears = 200;

    public static void Read(MergedScenario scenario, ReadingContext context)
    {
        var horizon = scenario.Horizon;
        var from = context.Date(horizon.Scalar("from")) ?? context.From;
        var to = context.Date(horizon.Scalar("to"), end: true) ?? context.To;
        context.HorizonPlace = horizon.Place;
        if (to < from)
            context.Findings.Error(horizon.PlaceOf("to"), Codes.DatesReversed, $"The horizon ends in {to}, before it starts in {from}.");
        else if (to - from >= MostYears * 12)
            context.Findings.Error(horizon.PlaceOf("to"), Codes.OutOfRange, $"The horizon is longer than {MostYears} years.");
        else
            (context.From, context.To) = (from, to);
    }
}
