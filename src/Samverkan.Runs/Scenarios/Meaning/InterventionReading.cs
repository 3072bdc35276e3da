using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>Changes of levers at a date or in a stated condition. A lever that is a family becomes one intervention for each of
/// its parameters.</summary>
internal sealed class InterventionReading(ReadingContext context)
{
    private readonly ImmutableArray<Intervention>.Builder read = ImmutableArray.CreateBuilder<Intervention>();

    public static ImmutableArray<Intervention> Read(IEnumerable<MapNode> nodes, ReadingContext context)
    {
        var reading = new InterventionReading(context);
        foreach (var node in nodes)
            reading.Read(node);
        return reading.read.ToImmutable();
    }

    private void Read(MapNode node)
    {
        Demand(node, "lever", "The parameter that is turned.");
        Demand(node, "change", "One of set, add, multiply with a value.");
        if (node.Map("change") is { Entries.Length: not 1 } several)
            context.Findings.Error(several.Place, Codes.Contradiction,
                "A change is one of set, add and multiply, with its value.");
        var timing = ReadTiming(node);
        var scope = ScopeReading.Of(node.Map("scope"), context);
        if (node.Text("id") is not { } id || node.Scalar("lever") is not { } lever || node.Map("change") is not { } change)
            return;
        var parameters = ScopeReading.Parameters(lever, node.Map("scope"), context);
        foreach (var parameter in parameters)
        {
            if (parameter.Role == Role.Structural)
            {
                context.Findings.Error(lever.Place, Codes.Contradiction,
                    $"{parameter.Id} is part of how the model is built: it can have another value under 'parameters', but not "
                        + "change at a date.");
                continue;
            }
            if (!NarrowScope.IsFelt(parameter, node.Map("scope"), context))
                continue;
            var result = ChangeReading.Read(change, parameter, read.Where(r => r.Parameter == parameter.Id),
                scope ?? Scope.Everywhere, context);
            if (result is var (operation, value) && timing is { } time && scope is not null)
                read.Add(new Intervention(parameters.Count == 1 ? id : $"{id}/{Wildcard.KeyOf(parameter) ?? parameter.Id}",
                    parameter.Id, scope, operation, value, time.At, time.Until, time.Ramp, time.Seasons, time.When,
                    context.Date(node.Scalar("decided"))));
        }
    }

    private sealed record Timing(Month? At, Month? Until, Ramp? Ramp, ImmutableArray<int> Seasons, Trigger? When);

    private Timing? ReadTiming(MapNode node)
    {
        var errors = context.Findings.HasErrors;
        var (at, until) = (context.Date(node.Scalar("at")), context.Date(node.Scalar("until"), end: true));
        var when = node.Map("when") is { } condition ? TriggerReading.Read(condition, context) : null;
        if (node.Find("at") is null && node.Find("when") is null)
            context.Findings.Error(node.Place, Codes.Missing,
                $"'at' is missing: from which month on? (A value that holds from the start stands under 'parameters'.)");
        if (node.Find("at") is not null && node.Find("when") is not null)
            context.Findings.Error(node.PlaceOf("when"), Codes.Contradiction,
                "Either a date ('at') or a condition ('when') starts an intervention, not both.");
        if (node.Find("for") is { } length)
            until = Until(length, node, at) ?? until;
        if (at is { } start)
        {
            DateCheck.InHorizon(start, node.PlaceOf("at"), "at", context);
            if (until < start)
                context.Findings.Error(node.PlaceOf("until"), Codes.DatesReversed,
                    $"'until' {until} is before 'at' {start} (line {node.PlaceOf("at").Line}).");
        }
        var ramp = node.Map("ramp") is { } gradual && context.Months(gradual.Scalar("over")) is { } over
            ? new Ramp(over, gradual.Text("shape") == "smooth" ? RampShape.Smooth : RampShape.Linear)
            : null;
        var failed = !errors && context.Findings.HasErrors || at is null && when is null;
        return failed ? null : new Timing(at, until, ramp, Seasons(node), when);
    }

    private Month? Until(Entry length, MapNode node, Month? at)
    {
        if (node.Find("until") is not null)
            context.Findings.Error(length.Place, Codes.Contradiction, "'for' and 'until' say the same thing. Keep one.");
        if (node.Find("when") is not null)
            context.Findings.Error(length.Place, Codes.Contradiction,
                "'for' needs a date ('at') to count from. With 'when', use 'repeatedly: on' to end with the condition.");
        return context.Months(length.Value as ScalarNode) is { } months && at is { } start ? start + (months - 1) : null;
    }

    private ImmutableArray<int> Seasons(MapNode node)
    {
        var months = new SortedDictionary<int, ScalarNode>();
        foreach (var month in node.Items("seasons").OfType<ScalarNode>().Where(month => Number(month) > 0))
            if (!months.TryAdd(Number(month), month) && months[Number(month)] is var first && first.Text != month.Text)
                context.Findings.Error(
                    month.Place, Codes.DuplicateId,
                    $"'{month.Text}' is the month that '{first.Text}' names in line {first.Place.Line}, "
                    + $"column {first.Place.Column}. Keep one.");
        return [.. months.Keys];
    }

    private static int Number(ScalarNode month) =>
        int.TryParse(month.Text, out var number) ? number : Array.IndexOf(Grammar.MonthNames, month.Text) + 1;

    private void Demand(MapNode node, string key, string meaning)
    {
        if (node.Find(key) is null)
            context.Findings.Error(node.Place, Codes.Missing, $"'{key}' is missing. {meaning}");
    }
}
