namespace Samverkan.Analysis.Studies;

/// <summary>How a study goes on, and how many runs that can be at most.</summary>
public sealed record StudyRounds(IRounds Stepper, long MostRuns)
{
    /// <param name="until">Share of the base's mean to which intervals are to be narrowed; null: all replications.</param>
    /// <param name="part">Of which part; null: of the whole study.</param>
    public static StudyRounds Of(Design design, double? until, PartOfStudy? part = null)
    {
        var study = design.Study;
        if (study.Calibration is { } calibration)
            return new(new Waves(design),
                (calibration.Waves * calibration.Size
                    + Math.Max(calibration.Draws, Math.Min(calibration.Size, calibration.Accepted))) * (long)study.Replications);
        if (part is { } some)
            return new(new WholeStudy(design, some),
                some.CountOf((long)design.Points.Length * design.Samples * study.Replications) * study.Policies.Length);
        return new(until is { } share ? new UntilNarrow(design, share) : new WholeStudy(design),
            (long)design.Cells * study.Replications);
    }
}
