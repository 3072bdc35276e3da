using System.CommandLine;
using System.Globalization;
using Samverkan.App.Verifying;
using Samverkan.Grains;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>verify SCENARIO</c>: the same bits in process and on real silos, also when one of them is killed.</summary>
public static class VerifyCommand
{
    public static Command Create()
    {
        var file = ScenarioArguments.One();
        var silos = new Option<string>("--silos")
        {
            Description = "Numbers of silos to run on",
            DefaultValueFactory = _ => "1,2,4",
            HelpName = "1,2,4"
        };
        var killAt = new Option<string?>("--kill-at")
        {
            Description = "Kill a silo in this month, such as 2003-06",
            HelpName = "YYYY-MM"
        };
        var until = new Option<string?>("--until")
        {
            Description = "Last month, such as 2003-12 [default: the scenario's]",
            HelpName = "YYYY-MM"
        };
        var grains = GrainOptions.Grains(Granularity.Person);
        var seed = CommonOptions.Seed();
        var kills = new Option<int>("--kills")
        {
            Description =
                "Instead: run it again and again on the largest number of silos, and kill something in the middle until so many "
                + "processes were killed"
        }.AtLeast(1);

        var command =
            new Command("verify", "Show that a scenario gives the same bits on any number of silos, and when one is killed")
        {
            file, silos, killAt, until, grains, seed, kills, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
        {
            var scenario = ScenarioReader.Read(parsed.GetValue(file)!);
            var blueprint = scenario.Blueprint;
            if (parsed.GetValue(until) is { } last) blueprint = blueprint with { To = CommonOptions.MonthOf(last, "--until") };
            var counts = Counts(parsed.GetValue(silos)!);
            Month? kill = parsed.GetValue(killAt) is { } month ? CommonOptions.MonthOf(month, "--kill-at") : null;
            if (kill < blueprint.From || kill > blueprint.To)
                throw new BadRequest(
                    $"--kill-at {kill} is not within the scenario's months, {blueprint.From} to {blueprint.To}.");
            if (!LocalRedis.IsInstalled) throw new BadRequest(
                "Silos find each other through a redis-server, and none is installed: apt-get install redis-server.");
            var job = new Job(0, 0, blueprint, (ulong)parsed.GetValue(seed), 1, Detail.Headline);
            if (parsed.GetValue(kills) is > 0 and var most)
                return FaultInjectionReport.Of(scenario, job, counts.Max(), most, terminal, cancel).GetAwaiter().GetResult();
            return Verify(scenario, job, counts, kill, GrainOptions.Of(parsed, grains) ?? Granularity.Person, terminal, cancel)
                .GetAwaiter().GetResult();
        });
        return command;
    }

    private static async Task<int> Verify(
        Scenario scenario, Job job, IReadOnlyList<int> counts, Month? killAt, Granularity granularity, Terminal terminal,
        CancellationToken cancel)
    {
        terminal.Remark(
            $"{scenario.Title}, {job.Blueprint.From} to {job.Blueprint.To}, seed {job.Seed}, grains down to each "
                + $"{granularity.ToString().ToLowerInvariant()}");
        var rows = new List<Verified>();
        var verification = new Verification(job, granularity, killAt, row =>
        {
            rows.Add(row);
            terminal.Remark($"{row.How}: {Fold.InGroups(row.Hash)}");
        }, cancel);
        await verification.InProcess();
        foreach (var count in counts)
            await verification.OnSilos(count);

        var table = TextTable.OfWords("", "result hash", "seconds", "attempts", "");
        foreach (var row in rows)
            table.Add(
                row.How, Fold.InGroups(row.Hash), row.Time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture),
                row.Attempts.ToString(CultureInfo.InvariantCulture), row.Differs is { } month ? $"differs from {month}"
                : "equal");
        terminal.Show(table);
        terminal.Say(verification.AllEqual ? "All equal, to the bit." : "Not equal: the result depends on where it is computed.");
        var code = verification.AllEqual ? ExitCode.Done : ExitCode.CheckFailed;
        terminal.Object(new
        {
            status = verification.AllEqual ? "done" : "checkFailed",
            exitCode = code,
            rows = rows.Select(row => new
            {
                how = row.How,
                hash = Fold.InGroups(row.Hash),
                seconds = Math.Round(row.Time.TotalSeconds, 2),
                attempts = row.Attempts,
                differs = row.Differs?.ToString(),
            }),
        });
        return code;
    }

    private static List<int> Counts(string text)
    {
        var counts = new List<int>();
        foreach (var part in text.Split(','))
            counts.Add(int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count is >= 1 and <= 16
                ? count
                : throw new BadRequest($"--silos '{text}': write numbers from 1 to 16, such as 1,2,4."));
        return counts;
    }
}
