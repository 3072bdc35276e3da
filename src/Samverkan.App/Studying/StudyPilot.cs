using System.Diagnostics;
using Samverkan.Analysis.Studies;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Studying;

/// <summary>A few runs of a study, from which the rest can be foretold.</summary>
/// <param name="SecondsPerRun">Of one core.</param>
/// <param name="Needs">How narrow the intervals are after the pilot, per outcome; empty if it was too small to say.</param>
public sealed record StudyPilot(Design Design, int Runs, double SecondsPerRun, int Threads, IReadOnlyList<Need> Needs)
{
    private const int Replications = 5;
    private const int MostRuns = 40;

    public long AllRuns => StudyRounds.Of(Design, null).MostRuns;

    public TimeSpan Time => TimeSpan.FromSeconds(AllRuns * SecondsPerRun / Threads);

    /// <summary>The journal, and the tables that are made from it: some half as much again.</summary>
    public long Bytes => (long)(AllRuns * Journal.BytesOf(StudyResults.ShapeOf(Design)) * 2.5);

    public static StudyPilot Of(Design design, StartRun start, int threads, CancellationToken cancel)
    {
        var place = Directory.CreateTempSubdirectory("samverkan-pilot").FullName;
        try
        {
            var small = design.Study with { Replications = Replications, Keep = Samverkan.Runs.Studies.Keep.Figures };
            var pilot = new Design(small);
            if (small.Calibration is not null)
                pilot.Add(Analysis.Studies.Sampling.UnitSamples.LatinHypercube(MostRuns, small.Uncertain.Length, small.Seed));
            using var folder = StudyFolder.Start(Path.Combine(place, "pilot"), StudyManifest.Of(pilot, StudyResults.ShapeOf(pilot), ProgramVersion.Text, null), small, force: false);
            var cellsPerSample = pilot.Points.Length * small.Policies.Length;
            var samples = Math.Clamp(MostRuns / (cellsPerSample * Replications), 1, Math.Max(1, pilot.Samples));
            // The first run pays for what the program compiles while it runs.
            var run = new StudyRun(pilot, folder, start, start, threads);
            run.Run(new Part(new(0, 1, 1, 1)), new EnsembleProgress(1, 1, 1), cancel);
            var clock = Stopwatch.StartNew();
            run.Run(new Part(new(0, samples, 1, Replications)), new EnsembleProgress(1, 1, 1), cancel);
            var runs = (samples * Replications - 1) * cellsPerSample;
            var needs = samples == pilot.Samples && small.Calibration is null ? UntilNarrow.Needs(new StudyResults(pilot, folder.Journal), 0.05) : [];
            return new(design, runs + cellsPerSample, clock.Elapsed.TotalSeconds * Math.Min(threads, runs) / runs, threads, needs);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private sealed class Part(Round round) : IRounds
    {
        private bool asked;

        public Round? Next(StudyResults results)
        {
            var was = asked;
            asked = true;
            return was ? null : round;
        }
    }
}
