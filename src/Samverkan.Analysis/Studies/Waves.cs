using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Calibrating;
using Samverkan.Analysis.Sensitivity;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// The rounds of a calibration: waves of history matching, then a last one that runs what was accepted, so that the model
/// itself and not its emulators says how well it agrees. The same journal gives the same waves.
/// </summary>
public sealed class Waves(Design design) : IRounds
{
    private readonly Calibration asked = design.Study.Calibration!;
    private readonly List<(int First, int End)> rounds = [];
    private bool accepted;

    public HistoryMatching Matching { get; } = new(design.Study.Uncertain.Length, design.Study.Calibration!.Cutoff, design.Study.Seed);

    /// <summary>What the last wave learnt, target by target; empty before the first.</summary>
    public IReadOnlyList<Learnt> Learnt { get; private set; } = [];

    /// <summary>Samples of what is kept; empty until all waves are done.</summary>
    public IReadOnlyList<double[]> Region { get; private set; } = [];

    /// <summary>The samples of each wave that was begun; the last of all, if <see cref="Region"/> is not empty, are those accepted that were run.</summary>
    public IReadOnlyList<(int First, int End)> Rounds => rounds;

    public Round? Next(StudyResults results)
    {
        if (accepted || rounds.Count > 0 && !Learn(results, rounds[^1]))
            return null;
        if (Matching.Waves < asked.Waves)
            return Add(Matching.Next(asked.Size));
        accepted = true;
        Region = Matching.Accept(asked.Accepted);
        return Add([.. Region.Take(asked.Size)]);
    }

    /// <summary>Goes through the waves that the journal holds whole, without running anything.</summary>
    public void Replay(StudyResults results)
    {
        while (Next(results) is { } round && results.Has(round))
        {
        }
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
        var learnt = new List<Learnt>();
        foreach (var target in asked.Targets)
        {
            var samples = results.Figures(target.Outcome).Samples(0, 0)[wave.First..wave.End];
            var whole = Enumerable.Range(0, samples.Length).Where(i => samples[i].Any(v => !double.IsNaN(v))).ToList();
            if (whole.Count < 10)
                return false;
            var defined = whole.Select(i => samples[i].Where(v => !double.IsNaN(v)).ToArray()).ToList();
            var shares = VarianceShares.Of(new(defined.Where(s => s.Length == design.Study.Replications).ToList()));
            var random = double.IsNaN(shares.Chance) ? 0 : shares.Chance + shares.Interplay;
            learnt.Add(new(
                new(target.Value, target.Tolerance), new([.. whole.Select(i => design.Unit(wave.First + i))], [.. defined.Select(s => s.Mean())]), random));
        }
        Matching.Learn(Learnt = learnt);
        return true;
    }
}
