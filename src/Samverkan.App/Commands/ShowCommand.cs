using System.CommandLine;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>show SCENARIO</c>: what a scenario asks and changes, or all that it comes to with its whole chain.</summary>
public static class ShowCommand
{
    public static Command Create()
    {
        var file = ScenarioArguments.One();
        var effective = new Option<bool>("--effective") { Description = "Everything that applies, with what is inherited" };
        var origin = new Option<bool>("--origin") { Description = "The file and line of each value" };
        var all = new Option<bool>("--all") { Description = "Also every parameter that has its default" };
        var sets = CommonOptions.Set();
        var command = new Command("show", "Show what a scenario asks and changes") { file, effective, origin, all, sets,
            Terminal.JsonOption() };
        command.Acts((parsed, terminal, _) =>
        {
            var scenario = ScenarioReader.Read(parsed.GetValue(file)!, parsed.GetValue(sets)!);
            var (whole, withAll) =
                (parsed.GetValue(effective) || parsed.GetValue(origin) || parsed.GetValue(all), parsed.GetValue(all));
            terminal.Say((whole ? ScenarioView.Effective(scenario, withAll, parsed.GetValue(origin))
                : ScenarioView.Brief(scenario)).TrimEnd());
            terminal.Object(AsObject(scenario, withAll));
            return ExitCode.Done;
        });
        return command;
    }

    private static object AsObject(Scenario scenario, bool all) => new
    {
        status = "done",
        exitCode = ExitCode.Done,
        scenario.Id,
        scenario.Title,
        scenario.Question,
        chain = scenario.Chain.Select(file => file.Path),
        from = scenario.Blueprint.From.ToString(),
        to = scenario.Blueprint.To.ToString(),
        scenario.InputHash,
        parameters = scenario.Values.Where(v => all || v.Origin != Place.Default)
            .Select(v => new
            {
                id = v.Parameter.Id,
                Value = Levers.Here(v.Parameter, v.Value, scenario.Blueprint) ?? v.Value,
                perReference = v.Parameter.Scaling == Scaling.None ? (double?)null : v.Value,
                unit = v.Parameter.Measure,
                origin = v.Origin.ToString(),
                evidence = v.Evidence,
                source = v.Source ?? v.Parameter.Source
            }),
        interventions = scenario.Blueprint.Interventions
            .Select(i => new
            {
                i.Id,
                i.Parameter,
                operation = i.Operation,
                i.Value,
                at = i.At?.ToString(),
                until = i.Until?.ToString(),
                i.Scope
            }),
        events = scenario.Blueprint.Events.Select(EventEntry.Of)
        .Select(e => new { e.Id, kind = e.Kind, at = e.At.ToString(), e.UnitKind, e.Group, e.Element, e.By, e.Amount }),
        expectations = scenario.Expectations.Select(e => e.InWords),
    };
}
