using System.CommandLine;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>fork RUN --at MONTH</c>: another future of a run, under another policy.</summary>
public static class ForkCommand
{
    public static Command Create()
    {
        var at = new Option<string>("--at")
        {
            Description = "First month that may differ, such as 2005-01",
            HelpName = "YYYY-MM",
            Required = true
        };
        var id = new Option<string?>("--as")
        {
            Description = "Id of the new run [default: the run's, with the month]",
            HelpName = "RUN"
        };
        var policy = new PolicyOptions();
        return OfRun.Command("fork", "Start a new run that branches off from a run at a month", [at, id, .. policy.All],
            async (parsed, run, terminal, cancel) =>
        {
            var month = CommonOptions.MonthOf(parsed.GetValue(at)!, "--at");
            var change = policy.Read(parsed, await run.Blueprint(), month);
            var branch = await run.Fork(parsed.GetValue(id) ?? $"{run.Id}-from-{month}", month, change);
            terminal.Say($"Run {branch.Id} is as run {run.Id} until {month - 1}, and from then on made from this, too:");
            foreach (var line in change.From(month).Lines)
                terminal.Say($"  - {line.Yaml}");
            terminal.Object(new
            {
                status = "done",
                exitCode = ExitCode.Done,
                run = branch.Id,
                from = month.ToString(),
                changes = change.From(month).Lines.Select(line => line.Yaml)
            });
            return ExitCode.Done;
        });
    }
}
