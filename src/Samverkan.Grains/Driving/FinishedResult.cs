using System.Collections.Immutable;
using System.IO.Compression;
using Samverkan.Grains.Clusters;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.Grains.Driving;

/// <summary>
/// The result of a run that is done, as the files of a folder of results in a ZIP archive. Months and checkpoints are laid out by
/// the build of the program that wrote them; these files are read by every later one.
/// </summary>
internal static class FinishedResult
{
    public static string KeyOf(string run) => $"{run}/results/finished";

    /// <summary>Whether it is kept: of worlds that one silo writes in a second or two.</summary>
    public static bool IsKeptOf(RunOrder order) =>
        order is { CheckpointMonths: > 0, Detail: Detail.All } && RunOrder.CanKeepHistory(order.Blueprint);

    /// <param name="months">All of the run, in order.</param>
    /// <exception cref="IOException">There is no room for the files for a moment.</exception>
    public static async Task<byte[]> Of(RunOrder order, IAsyncEnumerable<ImmutableArray<MonthResult>> months)
    {
        var place = Directory.CreateTempSubdirectory("samverkan-result-").FullName;
        try
        {
            var folder = Path.Combine(place, "result");
            await Write(order, months, folder);
            using var archive = new MemoryStream();
            ZipFile.CreateFromDirectory(folder, archive, CompressionLevel.Fastest, includeBaseDirectory: false);
            return archive.ToArray();
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static async Task Write(RunOrder order, IAsyncEnumerable<ImmutableArray<MonthResult>> months, string folder)
    {
        var made = order.Blueprint;
        var job = new Job(0, 0, made, order.Seed, order.Replication, order.Detail);
        var inputs = InputsHash.Of([ProgramBuild.Version, "run", order.Seed, order.Replication, made.To, order.Inputs]);
        using var recording = new Recording(ResultFolder.Open(folder, inputs, force: false), order.Replication, csv: false);
        var trace = new Trace(made.From);
        IRunObserver[] observers = [trace, .. recording.WritersOf(job)];
        await foreach (var stretch in months)
            foreach (var month in stretch)
                foreach (var observer in observers) observer.Observe(month);
        foreach (var observer in observers) observer.Finish();
        var hash = Fold.InGroups(trace.Hash);
        var scenario = ScenarioEntry.Of(
            made.Name, order.Title ?? made.Name, order.Question ?? "", order.Path ?? made.Name, order.Inputs ?? "", order.Scaled,
            made);
        recording.Complete(new Manifest(
            Manifest.ProgramName, ProgramBuild.Version, "run", inputs, hash, order.Seed, [order.Replication], [scenario],
            [new RunEntry(made.Name, order.Replication, hash)]));
    }
}
