using Samverkan.Analysis.Sustainability;

namespace Samverkan.Analysis.Patterns.Stated;

internal sealed class SustainedWithFeatures() : Pattern(
    "4", "The cooperation is sustained to 2015 in most replications; without the case's features in clearly fewer.",
    Variant.Baseline, Variant.FeaturesAbsent)
{
    public override string? WhyNoTest => "Survival is reported beside published base rates; the hazard was set by them.";

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        var with = worlds.Share(Variant.Baseline, Sustained);
        var without = worlds.Share(Variant.FeaturesAbsent, Sustained);
        yield return PatternFigure.Within("neither dissolved nor hollow in baseline", with, .5, 1, Percent, "most");
        yield return PatternFigure.Within(
            "the same without the features, less", with - without, .2, 1, Percent, "clearly fewer");
    }

    private static bool Sustained(LifeRecord life) => life.Cooperation.Fate == Fate.Sustained;
}
