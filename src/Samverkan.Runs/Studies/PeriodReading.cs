using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary><c>since</c> and <c>until</c>.</summary>
internal static class PeriodReading
{
    public static void Read(MapNode root, ImmutableArray<Policy> policies, ReadingContext context, out Month since, out Month to)
    {
        (context.From, context.To) = (policies[0].Blueprint.From, policies[0].Blueprint.To);
        since = context.Date(root.Scalar("since")) ?? Usual(policies);
        to = context.Date(root.Scalar("until"), end: true) ?? context.To;
        if (root.Find("since") is not null)
            DateCheck.InHorizon(since, root.PlaceOf("since"), "since", context);
        if (root.Find("until") is not null)
            DateCheck.InHorizon(to, root.PlaceOf("until"), "until", context);
        if (to < since)
            context.Findings.Error(root.PlaceOf("until"), Codes.DatesReversed,
                $"The period ends in {to}, before it starts in {since}.");
    }

    /// <summary>Months in which nothing differs yet would dilute what the scenarios change.</summary>
    private static Month Usual(ImmutableArray<Policy> policies)
    {
        var start = policies[0].Blueprint;
        var first = policies.Skip(1).Select(p => ScenarioDiff.FirstDifference(start, p.Blueprint)).Min();
        return first is { } month && month > start.From && month <= start.To ? month : start.From;
    }
}
