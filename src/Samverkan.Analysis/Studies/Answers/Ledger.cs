using Samverkan.Analysis.Sensitivity;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>What an answer rests on: how much of what is not known about it comes from parameters that are assumptions.</summary>
/// <param name="Assumed">Share of the parameters' variance that factors explain, alone, whose evidence is an assumption.</param>
/// <param name="Known">The same for factors whose value rests on more.</param>
/// <param name="Rest">What factors do together, or what could not be laid to any of them.</param>
/// <param name="Foremost">The assumptions whose better knowledge would change the answer most, at most three, with their
/// shares.</param>
public sealed record LedgerEntry(Question Question, VarianceShares Shares, double Assumed, double Known, double Rest,
    IReadOnlyList<(UncertainFactor Factor, double Share)> Foremost);

/// <summary>The assumption ledger of a study that samples its uncertain parameters.</summary>
public static class Ledger
{
    private const int Named = 3;
    private const double WorthNaming = 0.01;

    public static IReadOnlyList<LedgerEntry> Of(IReadOnlyList<Driven> answers) =>
        [.. answers.Where(a => a.Rows.Any(r => r.Measure == SensitivityAnswer.First)
            && a.Shares is { IsTold: true, Parameters: > 0 }).Select(Of)];

    public static void Write(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<Driven> answers, StudyFolder folder, Study study)
    {
        using var table = new TidyTable(folder["ledger"],
            [.. SensitivityAnswer.Asked, Column.Text("part"), Column.Text("evidence"), Column.Real("share"),
                Column.Text("meaning"), Column.Text("source")]);
        var points = LeverPoint.All(study);
        foreach (var entry in entries)
        {
            var q = entry.Question;
            void Row(string part, string? evidence, double share, string? meaning = null, string? source = null) => table.Write(
                study.Policies[q.Policy].Id, q.Versus is { } v ? study.Policies[v].Id : null, points[q.Point].Name, q.Outcome.Id,
                part, evidence, share, meaning, source);
            Row("chance", null, 1 - entry.Shares.OfParameters);
            Row("assumptions", "assumed", entry.Assumed);
            Row("better known", null, entry.Known);
            Row("together, or not told apart", null, entry.Rest);
            foreach (var row in answers.First(a => a.Question == q)
                .Rows.Where(r => r.Measure == SensitivityAnswer.First && r.Index.Value > 0).OrderByDescending(r => r.Index.Value))
                Row(row.Factor.Id, row.Factor.Evidence.ToString().ToLowerInvariant(), row.Index.Value,
                    row.Factor.Parameters[0].Parameter.Meaning,
                    row.Factor.Parameters[0].Source ?? row.Factor.Parameters[0].Parameter.Source);
        }
    }

    private static LedgerEntry Of(Driven answer)
    {
        var first = answer.Rows.Where(r => r.Measure == SensitivityAnswer.First)
            .Select(r => (r.Factor, Share: Math.Max(0, r.Index.Value))).ToList();
        // Estimates of small shares can add up to more than there is.
        var scale = Math.Max(1, first.Sum(f => f.Share));
        var assumed = first.Where(f => f.Factor.Evidence == Evidence.Assumed).OrderByDescending(f => f.Share).ToList();
        var share = assumed.Sum(f => f.Share) / scale;
        var known = first.Sum(f => f.Share) / scale - share;
        return new(answer.Question, answer.Shares, share, known, Math.Max(0, 1 - share - known),
            [.. assumed.Take(Named).Where(f => f.Share >= WorthNaming).Select(f => (f.Factor, f.Share / scale))]);
    }
}
