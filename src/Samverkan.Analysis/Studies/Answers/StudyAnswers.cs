using System.Text;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>Everything that the bench has to say about what a study has so far: tables on disk, and sections to read.</summary>
public static class StudyAnswers
{
    public static IReadOnlyList<StudySection> Write(StudyResults results, StudyFolder folder)
    {
        var waves = results.Study.Calibration is null ? null : Replayed(results);
        var years = StudyTables.Write(results, folder);
        File.WriteAllText(folder["data-dictionary.md"], StudyDictionary.Markdown());
        var sections = new List<StudySection>();
        var design = results.Design;
        var isGrid = design.Points.Length > GridSections.MostPoints;
        if (design.Study.Policies.Length > 1)
        {
            var differences = Differences.Write(Differences.Of(results), folder, results);
            sections.AddRange(isGrid ? GridSections.Of(differences, design) : DifferenceSections.Of(differences, results.Study));
        }
        var levels = Levels.Write(Levels.Of(results), design, folder);
        if (design.Study.Levers.Length > 1)
            sections.AddRange(LeverEffects.Of(results));
        if (design.Points.Length > 1)
            sections.AddRange(isGrid ? GridSections.Of(levels, design) : LevelSections.Curves(levels, results.Study));
        else if (design.Study.Policies.Length == 1 && waves is null && design.Study.Sampling?.Method != SamplingMethod.File)
            sections.Add(LevelSections.Plain(levels));
        if (waves is null)
            sections.AddRange(
                new[] { OverTimeSection.Of(years, results.Study), LastingSection.Of(results) }.OfType<StudySection>());
        if (design.Study.Sampling?.Method == SamplingMethod.File)
            sections.Add(LevelSections.Forecast(levels, results.Study));
        // Draws of a region hang together: what comes of them is not to be laid to single factors.
        else if (design.Study.Sampling is not null)
        {
            var driven = SensitivityAnswer.Of(results);
            SensitivityAnswer.Write(driven, folder, design.Study);
            sections.AddRange(SensitivitySections.Of(driven, design.Study));
            var ledger = Ledger.Of(driven);
            if (ledger.Count > 0)
                Ledger.Write(ledger, driven, folder, design.Study);
            sections.AddRange(SensitivitySections.Of(ledger, design.Study));
        }
        if (design.Study.Discoveries.Length > 0)
        {
            var found = Boxes.Of(results);
            Boxes.Write(found, folder, design.Study);
            sections.AddRange(Boxes.Sections(found, design.Study));
        }
        if (waves is not null)
            sections.AddRange(CalibrationAnswer.Write(results, folder, waves));
        File.WriteAllText(folder[StudyFolder.AnswersName], Markdown(results, sections));
        return sections;
    }

    private static Waves Replayed(StudyResults results)
    {
        // Afresh: the samples of a calibration are known by its waves alone.
        results.Design.Clear();
        var waves = new Waves(results.Design);
        waves.Replay(results);
        return waves;
    }

    private static string Markdown(StudyResults results, IReadOnlyList<StudySection> sections)
    {
        var (study, design) = (results.Study, results.Design);
        var text = new StringBuilder($"# {study.Title}\n\n{study.Question}\n\n");
        text.Append($"{InWords(design)}; figures of {study.Since} to {study.To}, seed {study.Seed}.\n\n");
        foreach (var section in sections)
            text.Append(section.Markdown());
        return text.ToString();
    }

    /// <summary>"2 scenarios x 6 lever points x 64 samples x 20 replications = 15,360 runs"</summary>
    public static string InWords(Design design)
    {
        if (design.Study.Calibration is { } c)
        {
            var each = $"{Counted(design.Study.Replications, "replication")} each";
            var waves = $"{c.Waves} waves of {c.Size} samples, {each}";
            return c.Draws > 0
                ? $"{waves}, then as many of what is kept as it takes to find {c.Draws} draws that meet every target"
                : $"{c.Waves} waves of {c.Size} samples and {Math.Min(c.Size, c.Accepted)} of what is kept, "
                    + FormattableString.Invariant(
                        $"{each} = {StudyRounds.Of(design, null).MostRuns:#,0} runs");
        }
        var parts = new List<string> { Counted(design.Study.Policies.Length, "scenario") };
        if (design.Points.Length > 1)
            parts.Add(Counted(design.Points.Length, "lever point"));
        if (design.Study.Uncertain.Length > 0)
            parts.Add(Counted(design.Samples, "sample"));
        parts.Add(Counted(design.Study.Replications, "replication"));
        return FormattableString.Invariant(
            $"{string.Join(" x ", parts)} = {(long)design.Cells * design.Study.Replications:#,0} runs");
    }

    private static string Counted(int number, string what) =>
        FormattableString.Invariant($"{number:#,0} {what}{(number == 1 ? "" : "s")}");
}
