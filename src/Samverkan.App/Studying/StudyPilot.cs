using System.Diagnostics;
using Samverkan.Analysis.Studies;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Studying;

/// <summary>A few runs of a study, from which the rest can be foretold.</summary>
/// <param name="SecondsPerRun">Of one core.</param>
/// <param name="Bytes">What the study's folder will hold.</param>
/// <param name="Needs">How narrow the intervals are after the pilot, per outcome; empty if it was too small to say.</param>
public sealed record StudyPilot(
    Design Design, long Runs, double SecondsPerRun, int Threads, long Bytes, IReadOnlyList<Need> Needs)
{
    private const int Replications = 5;
    private const long MostRuns = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public long AllRuns => RunsOf(Design);

    public TimeSpan Time => TimeSpan.FromSeconds(AllRuns * SecondsPerRun / Threads);

    /// <summary>Never more runs than the study has, nor many, nor for long.</summary>
    public static StudyPilot Of(Design design, StartRun start, int threads, CancellationToken cancel)
    {
        var place = Directory.CreateTempSubdirectory("samverkan-pilot").FullName;
        try
        {
            var small = design.Study with
            {
                Replications = Math.Min(Replications, design.Study.Replications),
                Keep = Samverkan.Runs.Studies.Keep.Figures
            };
            var pilot = new Design(small);
            if (small.Calibration is not null)
                pilot.Add(
                    Analysis.Studies.Sampling.UnitSamples.LatinHypercube((int)MostRuns, small.Uncertain.Length, small.Seed));
            var (begun, _) = StudyFolder.Start(Path.Combine(place, "pilot"),
                StudyManifest.Of(pilot, StudyResults.ShapeOf(pilot), ProgramVersion.Text, null), small, force: false);
            using var folder = begun;
            var (policies, turns) = (small.Policies.Length, (long)pilot.Points.Length * pilot.Samples * small.Replications);
            var run = new StudyRun(pilot, folder, start, start, threads);
            // The first run pays for what the program compiles while it runs; the clock knows it from there on.
            var clock = Stopwatch.StartNew();
            run.Run(new Once(new(0, pilot.Samples, 1, small.Replications, new(1, Parts(turns, 1)))),
                new EnsembleProgress(1, 1, 1), cancel);
            var wanted = Math.Clamp((long)(Longest / (clock.Elapsed / policies) * threads), policies, MostRuns) / policies;
            var part = new PartOfStudy(1, Parts(turns, wanted));
            clock.Restart();
            run.Run(new Once(new(0, pilot.Samples, 1, small.Replications, part)), new EnsembleProgress(1, 1, 1), cancel);
            var later = (part.CountOf(turns) - 1) * policies;
            var seconds = later == 0 ? First(run, pilot, clock, cancel) / policies
                : clock.Elapsed.TotalSeconds * Math.Min(threads, later) / later;
            var results = new StudyResults(pilot, folder.Journal);
            var needs = part.Of == 1 && small.Calibration is null ? UntilNarrow.Needs(results, 0.05) : [];
            return new(design, later + policies, seconds, threads, StudySize.Of(design, results, folder, RunsOf(design)), needs);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static long RunsOf(Design design) => StudyRounds.Of(design, null).MostRuns;

    /// <summary>Into how many parts so many turns are split, for one of them to have no more than are wanted.</summary>
    private static int Parts(long turns, long wanted) => (int)Math.Min(int.MaxValue, (turns + wanted - 1) / wanted);

    /// <summary>Seconds of the only runs that there are, once more.</summary>
    private static double First(StudyRun run, Design pilot, Stopwatch clock, CancellationToken cancel)
    {
        clock.Restart();
        for (var policy = 0; policy < pilot.Study.Policies.Length; policy++)
            run.Reproduction(new(policy, 0, 0, 1), cancel);
        return clock.Elapsed.TotalSeconds;
    }

    private sealed class Once(Round round) : IRounds
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
