using System.Globalization;
using System.Text;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Words;

namespace Samverkan.Runs.Scenarios;

/// <summary>What a scenario comes to when its whole chain is laid together.</summary>
public static class ScenarioView
{
    /// <summary>What it asks, what it changes in what it extends, and what it expects.</summary>
    public static string Brief(Scenario scenario)
    {
        var text = new StringBuilder($"{scenario.Title}\n{scenario.Question}\n\n");
        text.Append($"made of    {string.Join(" <- ", scenario.Chain.Select(f => f.Path))}\n");
        text.Append($"horizon    {scenario.Blueprint.From} to {scenario.Blueprint.To}\n");
        text.Append($"world      {World(scenario.Blueprint)}\n");
        if (scenario.Chain.Length > 1)
        {
            var @base = ScenarioReader.Read(scenario.Chain[^1].Path);
            Append(text, $"changes in {@base.Id}",
                ScenarioDiff.InWords(@base, scenario).Lines.Select(line => (line, Place.Default)), origin: false);
        }
        Append(text, "expected", scenario.Expectations.Select(e => (e.InWords, e.Place)), origin: false);
        return text.ToString();
    }

    /// <summary>All that applies.</summary>
    /// <param name="all">Also the parameters that have their default.</param>
    /// <param name="origin">Where each value was written.</param>
    public static string Effective(Scenario scenario, bool all = false, bool origin = false)
    {
        var text = new StringBuilder($"{scenario.Title}\n{scenario.Question}\n\n");
        text.Append($"made of    {string.Join(" <- ", scenario.Chain.Select(f => f.Path))}\n");
        text.Append($"horizon    {scenario.Blueprint.From} to {scenario.Blueprint.To}\n");
        text.Append($"world      {World(scenario.Blueprint)}\n");
        AppendValues(text, scenario, all, origin);
        Append(text, "interventions", scenario.Blueprint.Interventions.Select(i =>
            (InterventionInWords.Of(LeverNames.Of(Catalogue.Get(i.Parameter)), i, scenario.Blueprint, scenario.StatedHere),
                Origin(scenario, InterventionInWords.BaseId(i)))), origin);
        Append(text, "events",
            scenario.Blueprint.Events.Select(e => (EventInWords.Of(e, scenario.Blueprint), Origin(scenario, e.Id))), origin);
        Append(text, "expected", scenario.Expectations.Select(e => (e.InWords, e.Place)), origin);
        return text.ToString();
    }

    private static void AppendValues(StringBuilder text, Scenario scenario, bool all, bool origin)
    {
        var shown = scenario.Values.Where(v => all || v.Origin != Place.Default).ToArray();
        var rest = scenario.Values.Length - shown.Length;
        Append(text, "parameters", shown.Select(v =>
            ($"{v.Parameter.Id}  {FigureInWords.Of(v.Parameter, v.Value, scenario.Blueprint, Scope.Everywhere, v.IsOwn)}",
                v.Origin)), origin);
        if (rest > 0)
            text.Append($"  {rest} more with the default of the catalogue\n");
    }

    private static void Append(StringBuilder text, string heading, IEnumerable<(string Line, Place Place)> lines, bool origin)
    {
        var listed = lines.ToArray();
        if (listed.Length == 0)
            return;
        var width = Math.Min(90, listed.Max(l => l.Line.Length));
        text.Append($"\n{heading}\n");
        foreach (var (line, place) in listed)
            text.Append(origin ? $"  {line.PadRight(width)}  {place}\n" : $"  {line}\n");
    }

    private static Place Origin(Scenario scenario, string id) => scenario.Origins.GetValueOrDefault(id, Place.Default);

    private static string World(Blueprint blueprint)
    {
        var municipalities = blueprint.Counties.Sum(c => c.Municipalities.Length);
        return municipalities == 1
            ? $"{blueprint.Counties[0].Municipalities[0].Name}, {FigureInWords.Inhabitants(blueprint)} "
                + $"inhabitants{Year(blueprint)}"
            : $"{municipalities} municipalities in {blueprint.Counties.Length} "
                + $"{(blueprint.Counties.Length == 1 ? "county" : "counties")}, {FigureInWords.Inhabitants(blueprint)} "
                    + $"inhabitants{Year(blueprint)}";
    }

    // Where inhabitants change, and a past is lived, which year they are of.
    private static string Year(Blueprint blueprint) =>
        blueprint.HasPast && blueprint.Counties.Any(c => c.Municipalities.Any(m => m.OverTime is not null))
            ? $" in {blueprint.From.Year}" : "";
}
