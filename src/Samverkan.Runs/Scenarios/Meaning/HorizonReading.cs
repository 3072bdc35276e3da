using Samverkan.Model;
using Samverkan.Runs.Scenarios.Chain;
using Samverkan.Runs.Scenarios.Yaml;

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
            context.Findings.Error(horizon.PlaceOf("to"), Codes.DatesReversed,
                $"The horizon ends in {to}, before it starts in {from}.");
        else if (to - from >= MostYears * 12)
            context.Findings.Error(horizon.PlaceOf("to"), Codes.OutOfRange, $"The horizon is longer than {MostYears} years.");
        else
            (context.From, context.To) = (from, to);
        ReadPast(horizon, context);
    }

    private static void ReadPast(MapNode horizon, ReadingContext context)
    {
        if (context.Date(horizon.Scalar("since")) is { } since)
        {
            if (since > context.From)
                context.Findings.Error(
                    horizon.PlaceOf("since"), Codes.DatesReversed,
                    $"'since' {since} is after the first month that is reported, {context.From}.");
            else if (context.From - since >= MostYears * 12)
                context.Findings.Error(horizon.PlaceOf("since"), Codes.OutOfRange, $"The past is longer than {MostYears} years.");
            else if (since < context.From)
                (context.Since, context.SincePlace) = (since, horizon.PlaceOf("since"));
        }
        context.PastCooperation = context.Since is null ? PastCooperation.Any : horizon.Text("cooperation") switch
        {
            "any" => PastCooperation.Any,
            "none" => PastCooperation.None,
            _ => PastCooperation.Running,
        };
    }
}
