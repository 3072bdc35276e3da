using System.CommandLine;
using Samverkan.Analysis.Comparisons;
using Samverkan.App.Running;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Runs;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Commands;

/// <summary><c>attach RUN</c>: the result of a run of a cluster, whoever started it.</summary>
public static class AttachCommand
{
    public static Command Create()
    {
        var (folder, force) = (CommonOptions.Out(), CommonOptions.Force());
        const string what = "Follow a run of a cluster to its end and write its result";
        return OfRun.Command("attach", what, [folder, force], async (parsed, runs, id, terminal, cancel) =>
        {
            var (place, replaces) = (parsed.GetValue(folder) ?? FolderName.Of(id), parsed.GetValue(force));
            try
            {
                return await Follow(await runs.Find(id), place, replaces, terminal, cancel);
            }
            catch (OtherBuild refused)
            {
                return Write(id, await runs.Finished(id) ?? throw NotDone(refused), place, replaces, terminal);
            }
        });
    }

    private static async Task<int> Follow(LiveRun live, string place, bool force, Terminal terminal, CancellationToken cancel)
    {
        var (standing, about, reader) = (await live.Stands(), await RunAbout.Of(live), await live.Read());
        if (standing.State == RunState.Paused)
            terminal.Remark(
                $"Run {live.Id} stands still before {standing.Next}; '{ProgramName.AsTyped} resume {live.Id}' lets it go on.");
        var job = new Job(0, 0, reader.Blueprint, standing.Seed, standing.Replication, reader.Detail);
        using var run = new RunJob(about, job, place, force);
        terminal.Left(run.Result);
        ComparedRun? outcome = null;
        ProgressDisplay.While(
            terminal.Aside, run.Progress,
            () => outcome = run.Run((_, _, _, _) => reader, () => RunCommand.Changes(reader, reader.Blueprint), cancel));
        standing = await live.Stands();
        new RunReport(terminal).Conclude(reader.Blueprint.Name, job, outcome!, run.Years, place, run.Progress.Elapsed, standing);
        return ExitCode.Done;
    }

    private static int Write(string id, byte[] archive, string place, bool force, Terminal terminal)
    {
        var manifest = ResultOfOtherBuild.Write(archive, place, force);
        terminal.Say($"Run {id} was done by {manifest.Version}.");
        terminal.Say($"Result hash {manifest.Result}");
        terminal.Say($"{place}/   series.parquet  minutes/  data-dictionary.md  manifest.json");
        terminal.Object(new
        {
            status = "done",
            exitCode = ExitCode.Done,
            run = id,
            version = manifest.Version,
            resultHash = manifest.Result,
            @out = place,
        });
        return ExitCode.Done;
    }

    private static BadRequest NotDone(OtherBuild refused) =>
        new($"{refused.Message} It is not done, or too large for its result to be kept apart from its build.");
}
