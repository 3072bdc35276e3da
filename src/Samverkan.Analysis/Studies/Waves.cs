using Samverkan.Analysis.Calibrating;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// The rounds of a calibration: waves of history matching, then what was accepted is run, so that the model itself and not its
/// emulators says how well it agrees. Where complete draws are wanted, more of it is run until enough of them meet every target.
/// The same journal gives the same rounds.
/// </summary>
public sealed class Waves(Design design) : IRounds
{
    private const int Fewest = 10;

    private readonly Calibration asked = design.Study.Calibration!;
    private readonly List<(int First, int End)> rounds = [];
    private int waves;

    public HistoryMatching Matching { get; } = new(
        design.Study.Uncertain.Length, design.Study.Calibration!.Cutoff, design.Study.Seed,
        [.. design.Study.Uncertain.Select(factor => factor.Parameters[0].Belief.Kind == BeliefKind.Either)]);

    /// <summary>What the last wave learnt; null before the first.</summary>
    public Wave? Learnt { get; private set; }

    /// <summary>Samples of what is kept; empty until all waves are done.</summary>
    public IReadOnlyList<double[]> Region { get; private set; } = [];

    /// <summary>The samples of each wave that was begun.</summary>
    public IReadOnlyList<(int First, int End)> Rounds => [.. rounds.Take(waves)];

    /// <summary>The samples that were accepted and run so far: the first of <see cref="Region"/>.</summary>
    public (int First, int End) Accepted =>
        rounds.Count <= waves ? (design.Samples, design.Samples) : (rounds[waves].First, rounds[^1].End);

    public Round? Next(StudyResults results)
    {
        if (Region.Count == 0)
        {
            if (rounds.Count > 0 && !Learn(results, rounds[^1]))
                return null;
            if (Matching.Waves < asked.Waves)
                return AddWave(Matching.Next(asked.Size));
            Region = Matching.Accept(asked.Accepted);
        }
        else if (asked.Draws == 0 || Draws(results).Count >= asked.Draws)
            return null;
        return Add([.. Region.Skip(Accepted.End - Accepted.First).Take(asked.Size)]);
    }

    /// <summary>
    /// The accepted samples whose runs meet every target in the mean of their replications: at most as many as were asked for.
    /// </summary>
    public IReadOnlyList<int> Draws(StudyResults results)
    {
        var (first, end) = Accepted;
        var runs = asked.Targets.Select(target => (Target: target, Samples: results.Figures(target.Outcome).Samples(0, 0)))
            .ToList();
        return [.. Enumerable.Range(first, end - first).Where(sample => runs.All(of => Meets(of.Target, of.Samples[sample])))
            .Take(asked.Draws)];
    }

    /// <summary>Goes through the waves that the journal holds whole, without running anything.</summary>
    public void Replay(StudyResults results)
    {
        while (Next(results) is { } round && results.Has(round))
        {
        }
    }

    private static bool Meets(Target target, double[] replications) =>
        replications.Length > 0 && target.IsMetBy(replications.Average());

    private Round? AddWave(IReadOnlyList<double[]> samples)
    {
        waves += samples.Count == 0 ? 0 : 1;
        return Add(samples);
    }

    private Round? Add(IReadOnlyList<double[]> samples)
    {
        if (samples.Count == 0)
            return null;
        rounds.Add((design.Samples, design.Samples + samples.Count));
        design.Add(samples);
        return new(rounds[^1].First, rounds[^1].End, 1, design.Study.Replications);
    }

    /// <summary>False if too little came back to learn from.</summary>
    private bool Learn(StudyResults results, (int First, int End) wave)
    {
        var runs = asked.Targets.Select(target => results.Figures(target.Outcome).Samples(0, 0)[wave.First..wave.End]).ToList();
        // A history counts with all that is observed of it, or not at all.
        var whole = Enumerable.Range(0, wave.End - wave.First)
            .Select(sample => (Sample: sample, Replications: Enumerable.Range(0, runs[0][sample].Length)
                .Where(r => runs.All(of => !double.IsNaN(of[sample][r]))).ToArray()))
            .Where(one => one.Replications.Length > 0).ToList();
        if (whole.Count < Fewest)
            return false;
        Learnt = Wave.Of(
            [.. asked.Targets.Select(target => new Observed(target.Value, target.Tolerance))],
            [.. whole.Select(one => design.Unit(wave.First + one.Sample))],
            [.. runs.Select(of => whole.Select(one => one.Replications.Select(r => of[one.Sample][r]).ToArray()).ToList())]);
        Matching.Learn(Learnt);
        return true;
    }
}
