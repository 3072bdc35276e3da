using Samverkan.Model;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class OutlivesTheMoney() : Pattern(
    "V1", "The cooperation outlives the money of 1996-98; without the case's features survival nears the base rate.",
    Variant.Baseline, Variant.FeaturesAbsent)
{
    public override string? WhyNoTest => "Survival is reported beside published base rates; the hazard was set by them.";

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "not dissolved in December 2003",
            worlds.Share(Variant.Baseline, life => Alive(life, Month.Of(2003, 12))),
            .67, 1, Percent, "two thirds at +4 years, Feinberg 2008");
        yield return PatternFigure.Within(
            "not dissolved in December 2015",
            worlds.Share(Variant.Baseline, life => Alive(life, Month.Of(2015, 12))),
            .54, 1, Percent, "above the base rate");
        yield return PatternFigure.Within(
            "the same without the features",
            worlds.Share(Variant.FeaturesAbsent, life => Alive(life, Month.Of(2015, 12))),
            .22, .54, Percent, "3-8 % a year end, Feinberg 2008");
    }

    private static bool Alive(LifeRecord life, Month month) =>
        life.Cooperation.Began && (life.Cooperation.Dissolved is not { } end || end > month);
}
