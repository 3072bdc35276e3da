using System.Globalization;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Verifying;

/// <summary>Tells an ordeal: a line for each run, and what it comes to.</summary>
public static class FaultInjectionReport
{
    public static async Task<int> Of(Scenario scenario, Job job, int silos, int kills, Terminal terminal,
        CancellationToken cancel)
    {
        terminal.Remark(
            $"{scenario.Title}, {job.Blueprint.From} to {job.Blueprint.To}, seed {job.Seed}, {silos} silos, until {kills} "
                + "processes are killed");
        var all = new List<FaultResult>();
        await new FaultInjection(job, silos, kills, (int)job.Seed, endured =>
        {
            all.Add(endured);
            terminal.Remark(
                $"{Words(endured.InjectedFault)} in {endured.At}, {endured.Granularity.ToString().ToLowerInvariant()}: "
                    + $"{Seconds(endured.Recovery)} s, {(endured.Differs is { } month ? $"differs from {month}" : "equal")}");
        }, cancel).Run();

        var table = TextTable.OfWords("what was killed", "runs", "processes", "months replayed", "seconds to recover: median",
            "longest", "equal");
        foreach (var alike in all.GroupBy(endured => endured.InjectedFault))
        {
            var times = alike.Where(endured => endured.Recovery > TimeSpan.Zero).Select(endured => endured.Recovery).Order()
                .ToArray();
            table.Add(
                Words(alike.Key), Count(alike.Count()), Count(alike.Sum(endured => endured.Kills)),
                Count(alike.Sum(endured => endured.Replayed)),
                times.Length == 0 ? "" : Seconds(times[times.Length / 2]), times.Length == 0 ? "" : Seconds(times[^1]),
                $"{alike.Count(endured => endured.Differs is null)} of {alike.Count()}");
        }
        terminal.Show(table);
        var lost = all.Count(endured => endured.Differs is not null);
        terminal.Say(
            $"{all.Sum(endured => endured.Kills)} processes killed in {all.Count} runs; {lost} results lost or changed.");
        terminal.Object(new
        {
            status = lost == 0 ? "done" : "checkFailed",
            exitCode = lost == 0 ? ExitCode.Done
                : ExitCode.CheckFailed,
            runs = all.Select(AsObject)
        });
        return lost == 0 ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static object AsObject(FaultResult endured) => new
    {
        fault = endured.InjectedFault,
        granularity = endured.Granularity,
        endured.Kills,
        at = endured.At.ToString(),
        recoverySeconds = Math.Round(endured.Recovery.TotalSeconds, 2),
        endured.Attempts,
        endured.Replayed,
        differs = endured.Differs?.ToString(),
    };

    private static string Words(InjectedFault fault) => fault switch
    {
        InjectedFault.AnySilo => "any silo",
        InjectedFault.Coordinator => "the run's coordinator",
        InjectedFault.AtCheckpoint => "a silo at a checkpoint",
        InjectedFault.TwiceInARow => "two silos in a row",
        InjectedFault.AllSilos => "all silos",
        _ => "Redis",
    };

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
