using Samverkan.Runs.Studies;
using static Samverkan.Analysis.Studies.Answers.StudySection;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>Sensitivity and the ledger in words and tables.</summary>
internal static class SensitivitySections
{
    private const int Shown = 10;

    public static IEnumerable<StudySection> Of(IReadOnlyList<Driven> answers, Study study)
    {
        var main = SensitivityAnswer.MainMeasure(study.Sampling!.Method);
        foreach (var answer in answers.Where(a => a.Rows.Count > 0))
        {
            var ranked = answer.Rows.Where(r => r.Measure == main).OrderByDescending(r => Math.Abs(r.Index.Value)).Where(r => r.Index.Value != 0).ToList();
            var others = answer.Rows.Where(r => r.Measure != main).ToLookup(r => (r.Factor.Id, r.Measure), r => r.Index.Value);
            var measures = answer.Rows.Select(r => r.Measure).Distinct().Where(m => m != main).ToList();
            yield return new(
                $"What drives {answer.Question.InWords(study)}", Sentence(answer, ranked, study.Sampling.Method),
                ["", "evidence", Name(main), "95 % interval", .. measures.Select(Name)],
                [.. ranked.Take(Shown).Select(r => (IReadOnlyList<string>)[
                    r.Factor.Id, r.Factor.Evidence.ToString().ToLowerInvariant(), Number(r.Index.Value), double.IsNaN(r.Index.Low) ? "–" : $"{Number(r.Index.Low)} .. {Number(r.Index.High)}",
                    .. measures.Select(m => Number(others[(r.Factor.Id, m)].FirstOrDefault(double.NaN)))])],
                ranked.Count > Shown ? $"({ranked.Count - Shown} further factors: table sensitivity)" : null);
        }
    }

    public static IEnumerable<StudySection> Of(IReadOnlyList<LedgerEntry> entries, Study study)
    {
        if (entries.Count == 0)
            yield break;
        yield return new(
            "Assumption ledger", $"{Percent(Middle(entries))} of what is not known about the answers rests on parameters that are assumptions (the middle of {entries.Count} answers).",
            ["", "due to parameters", "of that: assumptions", "better known", "together", "better knowledge would change it most"],
            [.. entries.Select(e => (IReadOnlyList<string>)[
                e.Question.InWords(study), Percent(e.Shares.OfParameters), Percent(e.Assumed), Percent(e.Known), Percent(e.Rest),
                e.Foremost.Count == 0 ? "no single assumption" : string.Join(", ", e.Foremost.Select(f => $"{f.Factor.Id} ({Percent(f.Share)})"))])],
            "Due to parameters: their share of the variance of a single run; the rest is chance. A dash: one replication cannot tell chance apart.");
    }

    private static string Sentence(Driven answer, List<SensitivityRow> ranked, SamplingMethod method)
    {
        var shares = double.IsNaN(answer.Shares.OfParameters) || method is SamplingMethod.OneAtATime or SamplingMethod.Morris ? ""
            : $"{Percent(answer.Shares.OfParameters)} of the variance of a run is due to the parameters, {Percent(1 - answer.Shares.OfParameters)} to chance. ";
        if (ranked.Count == 0)
            return shares + "No factor has a part that can be told from chance.";
        return $"{shares}{string.Join(", ", ranked.Take(3).Select(r => r.Factor.Id))} matter{(ranked.Count == 1 ? "s" : "")} most.";
    }

    private static double Middle(IReadOnlyList<LedgerEntry> entries) => entries.Select(e => e.Assumed).Order().ElementAt(entries.Count / 2);

    private static string Name(string measure) => measure switch
    {
        SensitivityAnswer.MuStar => "mean size of effects",
        "mu" => "mean effect",
        "sigma" => "spread of effects",
        SensitivityAnswer.First => "alone (first order)",
        SensitivityAnswer.Total => "with all it has a part in (total)",
        SensitivityAnswer.Swing => "swing, high less low",
        _ => measure,
    };
}
