using System.Collections.Immutable;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary><c>discover</c>: under which conditions something happens.</summary>
internal static class DiscoveryReading
{
    public static ImmutableArray<Discovery> Read(MapNode root, ImmutableArray<Policy> policies, ImmutableArray<Outcome> outcomes,
        ReadingContext context)
    {
        if (root.Find("discover") is { } asked && root.Find("uncertain") is null)
            context.Findings.Error(asked.Place, Codes.NothingSampled,
                "Conditions are found among the uncertain parameters, and nothing is uncertain here.");
        var kept = new List<(Discovery Question, Place Place)>();
        foreach (var node in root.Items("discover").OfType<MapNode>())
            if (One(node, policies, outcomes, context) is not { } question)
                continue;
            else if (kept.Find(other => other.Question == question) is { Question: not null } first)
                context.Findings.Error(
                    node.Place, Codes.DuplicateId,
                    $"This question stands here a second time; the first is in line {first.Place.Line}. Keep one.");
            else
                kept.Add((question, node.Place));
        return [.. kept.Select(one => one.Question)];
    }

    private static Discovery? One(MapNode node, ImmutableArray<Policy> policies, ImmutableArray<Outcome> outcomes,
        ReadingContext context)
    {
        var (above, below) = (node.Scalar("above"), node.Scalar("below"));
        if ((above is null) == (below is null))
            context.Findings.Error(node.Place, above is null ? Codes.Missing : Codes.Contradiction,
                "A question has one of 'above' and 'below'.");
        var outcome = OutcomeOf(node, outcomes, context);
        var policy = PolicyOf(node, "scenario", policies, context) ?? policies[^1].Id;
        var versus = PolicyOf(node, "vs", policies, context);
        var coverage = node.Scalar("coverage") is { } share ? context.Quantity(share, Measure.Share) : null;
        if (coverage is <= 0 or > 1)
            context.Findings.Error(node.PlaceOf("coverage"), Codes.OutOfRange,
                $"'{node.Text("coverage")}' is no share of the cases, from 0 to 100 %.");
        return outcome is not null && (above ?? below) is { } threshold && Value(threshold, outcome, context) is { } value
            ? new(outcome, node.Find("scenario") is null && policies.Length > 1 ? policies[1].Id : policy, versus,
                above is not null, value, coverage)
            : null;
    }

    /// <summary>The outcome that a node names.</summary>
    public static Outcome? OutcomeOf(MapNode node, ImmutableArray<Outcome> outcomes, ReadingContext context)
    {
        if (node.Scalar("outcome") is not { IsNothing: false } name)
            return null;
        var found = outcomes.FirstOrDefault(o => o.Id == name.Text);
        if (found is null)
            context.Findings.Error(name.Place, Codes.UnknownOutcome,
                $"'{name.Text}' is none of the outcomes of this study."
                    + DidYouMean.Of(name.Text, [.. outcomes.Select(o => o.Id)]));
        return found;
    }

    /// <summary>A value in an outcome's unit.</summary>
    public static double? Value(ScalarNode node, Outcome outcome, ReadingContext context) =>
        outcome.Indicator is { } indicator ? context.Quantity(node, indicator)
            : context.Quantity(node, outcome.Unit == "share" ? Measure.Share : Measure.Number);

    private static string? PolicyOf(MapNode node, string key, ImmutableArray<Policy> policies, ReadingContext context)
    {
        if (node.Scalar(key) is not { } name)
            return null;
        if (policies.All(p => p.Id != name.Text))
            context.Findings.Error(name.Place, Codes.UnknownOutcome,
                $"'{name.Text}' is none of the scenarios of this "
                    + $"study.{DidYouMean.Of(name.Text, [.. policies.Select(p => p.Id)])}");
        return name.Text;
    }
}
