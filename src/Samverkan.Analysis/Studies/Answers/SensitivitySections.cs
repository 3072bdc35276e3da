using Samverkan.Model.Parameters;
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
            var ranked = answer.Rows.Where(r => r.Measure == main)
                .Where(r => double.IsFinite(r.Index.Value) && r.Index.Value != 0)
                .OrderByDescending(r => r.IsTold).ThenByDescending(r => Math.Abs(r.Index.Value)).ToList();
            var others = answer.Rows.Where(r => r.Measure != main).ToLookup(r => (r.Factor.Id, r.Measure), r => r.Index.Value);
            var measures = answer.Rows.Select(r => r.Measure).Distinct().Where(m => m != main).ToList();
            var text = TextOf(answer, ranked, study.Sampling.Method);
            var hasIntervals = ranked.Any(r => !double.IsNaN(r.Index.Low));
            yield return new(
                StudyPart.Drivers, $"What drives {answer.Question.InWords(study)}",
                Sentence(answer, ranked, text, study.Sampling.Method),
                ["", "evidence", text.Labelled(Name(main)), .. hasIntervals ? ["95 % interval"] : Array.Empty<string>(),
                    .. measures.Select(measure => text.Labelled(Name(measure))), "more than chance"],
                [.. ranked.Take(Shown).Select(r => (IReadOnlyList<string>)[
                    r.Factor.Id, r.Factor.Evidence.ToString().ToLowerInvariant(), text.Level(r.Index.Value),
                    .. hasIntervals ? [text.Levels(r.Index.Low, r.Index.High)] : Array.Empty<string>(),
                    .. measures.Select(m => text.Level(others[(r.Factor.Id, m)].FirstOrDefault(double.NaN))), r.IsTold ? "yes"
                    : "no"])],
                ranked.Count > Shown
                ? $"({ranked.Count - Shown} further {(ranked.Count == Shown + 1 ? "factor" : "factors")}: table sensitivity)"
                : null)
            {
                Picture = ranked.Count == 0 ? null : Drawn(answer, ranked, text, study),
            };
        }
    }

    public static IEnumerable<StudySection> Of(IReadOnlyList<LedgerEntry> entries, Study study)
    {
        if (entries.Count == 0)
            yield break;
        yield return new(
            StudyPart.Ledger, "Assumption ledger",
            $"{Percent(Middle(entries))} of what is not known about the answers rests on parameters that are assumptions (the "
                + $"middle of {entries.Count} answers).",
            ["", "due to parameters", "of that: assumptions", "better known", "together",
                "better knowledge would change it most"],
            [.. entries.Select(e => (IReadOnlyList<string>)[
                e.Question.InWords(study), Percent(e.Shares.OfParameters), Percent(e.Assumed), Percent(e.Known), Percent(e.Rest),
                e.Foremost.Count == 0 ? "no single assumption"
                    : string.Join(", ", e.Foremost.Select(f => $"{f.Factor.Id} ({Percent(f.Share)})"))])],
            "Due to parameters: their share of the variance of a single run; the rest is chance. A dash: one replication cannot "
                + "tell chance apart.")
        {
            Picture = new Stack(
                "What the variance of a single run is due to",
                ["assumptions", "better known", "together, or not told apart", "chance"],
                [.. entries.Select(e => (Entry: e, OfParameters: double.IsNaN(e.Shares.OfParameters) ? 1 : e.Shares.OfParameters))
                    .Select(one => new StackRow(
                    one.Entry.Question.InShort(study),
                    [one.OfParameters * one.Entry.Assumed, one.OfParameters * one.Entry.Known, one.OfParameters * one.Entry.Rest,
                        1 - one.OfParameters]))]),
        };
    }

    private static Bars Drawn(Driven answer, List<SensitivityRow> ranked, FigureText text, Study study)
    {
        var method = study.Sampling!.Method;
        var unit = method is SamplingMethod.OneAtATime or SamplingMethod.Morris ? text.Unit
            : "per cent of the variance due to parameters";
        string[] measures = method switch
        {
            SamplingMethod.OneAtATime => ["low", "high"],
            SamplingMethod.SobolIndices => [SensitivityAnswer.First, SensitivityAnswer.Total],
            _ => [SensitivityAnswer.MainMeasure(method)],
        };
        var rows = answer.Rows.ToLookup(r => (r.Factor.Id, r.Measure), r => r.Index);
        return new(
            $"What drives {answer.Question.InWords(study)}", unit,
            method == SamplingMethod.OneAtATime ? ["factor at its 5th percentile", "at its 95th"]
                : [.. measures.Select(measure => text.Labelled(Name(measure)))],
            [.. ranked.Take(Shown)
                .Select(r => new BarRow(r.Factor.Id, r.Factor.Evidence == Evidence.Assumed,
                    [.. measures.Select(m => rows[(r.Factor.Id, m)].First())
                        .Select(i => new Bar(text.Factor * i.Value, text.Factor * i.Low, text.Factor * i.High))]))],
            method == SamplingMethod.OneAtATime);
    }

    private static string Sentence(Driven answer, List<SensitivityRow> ranked, FigureText text, SamplingMethod method)
    {
        var shares = double.IsNaN(answer.Shares.OfParameters) || method is SamplingMethod.OneAtATime or SamplingMethod.Morris ? ""
            : $"{Percent(answer.Shares.OfParameters)} of the variance of a run is due to the parameters, "
                + $"{Percent(1 - answer.Shares.OfParameters)} to chance. ";
        var told = ranked.Where(r => r.IsTold).ToList();
        if (!answer.Varies)
            return "It is the same in every run: nothing drives it.";
        if (answer.Replications < 2)
            return "One replication cannot tell an effect from chance, so that no factor is named.";
        if (told.Count == 0)
            return shares + "No factor has a part that can be told from chance.";
        return $"{shares}{string.Join(", ", told.Take(3).Select(r => $"{r.Factor.Id} ({Size(r)})"))} "
            + $"matter{(told.Count == 1 ? "s" : "")} most{Measured(method)}.";

        // A swing has a sign; a mean size and a share have none.
        string Size(SensitivityRow row) => method == SamplingMethod.OneAtATime
            ? text.ChangeWithUnit(row.Index.Value, (row.Index.High - row.Index.Low) / 2) : text.LevelWithUnit(row.Index.Value);
    }

    /// <summary>Effects are in the outcome's unit, indices are shares of a variance.</summary>
    private static FigureText TextOf(Driven answer, List<SensitivityRow> ranked, SamplingMethod method) =>
        method is SamplingMethod.OneAtATime or SamplingMethod.Morris
        ? FigureText.Of(answer.Question.Outcome.Unit, [.. ranked.Take(1).Select(r => r.Index.Value)]) : new(100, "%");

    /// <summary>What the figures in brackets are.</summary>
    private static string Measured(SamplingMethod method) => method switch
    {
        SamplingMethod.OneAtATime => " (in brackets: the swing from one end to the other)",
        SamplingMethod.Morris => " (in brackets: the mean size of the effect of its whole range, what chance gives taken off)",
        SamplingMethod.SobolIndices => " (in brackets: share of the parameters' variance with all that it has a part in)",
        _ => " (in brackets: share of the parameters' variance)",
    };

    private static double Middle(IReadOnlyList<LedgerEntry> entries) =>
        entries.Select(e => e.Assumed).Order().ElementAt(entries.Count / 2);

    private static string Name(string measure) => measure switch
    {
        SensitivityAnswer.Above => "mean size of effects, chance taken off",
        SensitivityAnswer.MuStar => "as measured",
        SensitivityAnswer.Floor => "by chance alone",
        "mu" => "mean effect",
        "sigma" => "spread of effects",
        SensitivityAnswer.First => "alone (first order)",
        SensitivityAnswer.Total => "with all it has a part in (total)",
        SensitivityAnswer.Swing => "swing, high less low",
        _ => measure,
    };
}
