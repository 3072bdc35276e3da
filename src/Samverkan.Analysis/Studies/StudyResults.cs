using System.Collections.Immutable;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>What a study had when it was first looked at here, read from its journal. Figures are taken some outcomes at a
/// time.</summary>
public sealed class StudyResults
{
    // As many outcomes as fit are read in one pass: going through a journal takes longer than what is done with it.
    private const long MostFiguresInMemory = 4_000_000;

    private readonly string journal;
    private readonly RecordShape shape;
    private readonly Lazy<HashSet<int>> superseded;
    private (int Cells, int First, double[][] Figures) read = (0, 0, []);

    public StudyResults(Design design, string journal)
    {
        (Design, this.journal) = (design, journal);
        Outcomes = StudyFigures.Of(design.Study);
        shape = ShapeOf(design);
        superseded = new(Superseded);
    }

    public Design Design { get; }

    public Study Study => Design.Study;

    /// <summary>Every figure that is kept: what the study asks for comes first.</summary>
    public ImmutableArray<Outcome> Outcomes { get; }

    public static RecordShape ShapeOf(Design design)
    {
        var study = design.Study;
        var world = study.Policies[0].Blueprint;
        var years = study.Keep == Keep.Years ? (world.To.Year - world.From.Year + 1) * HeadlineColumns.Count : 0;
        return new(study.Policies.Max(p => p.Blueprint.Counties.Sum(c => c.Municipalities.Length)), StudyFigures.Of(study).Length,
            years);
    }

    /// <summary>Every run once, as the journal has them; of a run that failed and was done later, the later.</summary>
    public IEnumerable<StudyRecord> Records()
    {
        var place = 0;
        foreach (var record in Journal.Read(journal, shape))
            if (!superseded.Value.Contains(place++))
                yield return record;
    }

    /// <summary>The runs that need not be done again.</summary>
    public RunSet Done() => SetOf(Journal.Read(journal, shape).Where(r => !r.Failed));

    public (long Done, long Failed) Count()
    {
        var (done, failed) = (0L, 0L);
        foreach (var record in Records())
            (done, failed) = record.Failed ? (done, failed + 1) : (done + 1, failed);
        return (done, failed);
    }

    /// <summary>Replications that are whole: every cell has them, done or failed.</summary>
    public int WholeReplications()
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var record in Records())
            counts[record.Key.Replication] = counts.GetValueOrDefault(record.Key.Replication) + 1;
        var whole = 0;
        while (counts.TryGetValue(whole + 1, out var count) && count >= Design.Cells)
            whole++;
        return whole;
    }

    /// <summary>Whether every run of a round is there, done or failed.</summary>
    public bool Has(Round round)
    {
        var there = SetOf(Journal.Read(journal, shape));
        return StudyRun.Keys(Design, round).All(there.Contains);
    }

    public FigureTable Figures(int outcome)
    {
        // Waves of a calibration add cells.
        if (outcome < read.First || outcome >= read.First + read.Figures.Length || read.Cells != Design.Cells)
            read = (Design.Cells, outcome, Read(outcome));
        return new(Design, read.Figures[outcome - read.First]);
    }

    public FigureTable Figures(Outcome outcome) => Figures(Outcomes.ToList().FindIndex(o => o.Id == outcome.Id));

    /// <summary>Fold of the hashes of all runs in the order of their keys, whatever order they were done in.</summary>
    public ulong Hash() => InOrder(record => record.Hash).Aggregate(Fold.Start, Fold.Into);

    /// <summary>Something of every run that is done, in the order of their keys.</summary>
    private IEnumerable<ulong> InOrder(Func<StudyRecord, ulong> told)
    {
        // Nearly always the journal has this order: then nothing is kept in memory.
        if (IsInOrder())
            return Records().Where(record => !record.Failed).Select(told);
        return Records().Where(record => !record.Failed).Select(record => (record.Key, Told: told(record)))
            .OrderBy(one => one.Key, KeyOrder).Select(one => one.Told);
    }

    private bool IsInOrder()
    {
        RunKey? before = null;
        foreach (var record in Records())
        {
            if (before is { } last && KeyOrder.Compare(last, record.Key) >= 0)
                return false;
            before = record.Key;
        }
        return true;
    }

    /// <summary>The order in which a study is run.</summary>
    public static Comparer<RunKey> KeyOrder { get; } = Comparer<RunKey>.Create((a, b) =>
        (a.Replication, a.Sample, a.Point, a.Policy).CompareTo((b.Replication, b.Sample, b.Point, b.Policy)));

    /// <summary>Every run once, in the order of their keys.</summary>
    public IEnumerable<StudyRecord> RecordsInOrder() =>
        IsInOrder() ? Records() : Records().OrderBy(record => record.Key, KeyOrder);

    private RunSet SetOf(IEnumerable<StudyRecord> records)
    {
        var set = new RunSet(Design);
        foreach (var record in records)
            set.Add(record.Key);
        return set;
    }

    /// <summary>This outcome and those after it, as many as there is room for.</summary>
    private double[][] Read(int first)
    {
        var replications = Records().Select(r => r.Key.Replication).DefaultIfEmpty(0).Max();
        var runs = Math.Max(1, (long)replications * Design.Cells);
        var figures = new double[(int)Math.Clamp(MostFiguresInMemory / runs, 1, Outcomes.Length - first)][];
        for (var o = 0; o < figures.Length; o++)
        {
            figures[o] = new double[replications * Design.Cells];
            Array.Fill(figures[o], double.NaN);
        }
        foreach (var record in Records().Where(r => !r.Failed && r.Key.Sample < Design.Samples))
        {
            var at = (record.Key.Replication - 1) * Design.Cells
                + FigureTable.CellOf(Design, record.Key.Policy, record.Key.Point, record.Key.Sample);
            for (var o = 0; o < figures.Length; o++)
                figures[o][at] = record.Figures[first + o];
        }
        return figures;
    }

    private HashSet<int> Superseded()
    {
        var (failures, superseded, place) = (new Dictionary<RunKey, int>(), new HashSet<int>(), 0);
        foreach (var record in Journal.Read(journal, shape))
        {
            if (failures.Remove(record.Key, out var earlier))
                superseded.Add(earlier);
            if (record.Failed)
                failures[record.Key] = place;
            place++;
        }
        return superseded;
    }
}
