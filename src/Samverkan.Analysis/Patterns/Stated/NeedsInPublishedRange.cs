using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Stated;

internal sealed class NeedsInPublishedRange() : Pattern(
    "1", "Needs of persons in service, and the share of them that is unmet, are as published.", Variant.Baseline)
{
    public override string? WhyNoTest => "The levels of needs and unmet needs are fitted.";

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        var (needs, unmet) =
            (worlds.Mean(Variant.Baseline, NeedsPerPerson, Settled), worlds.Mean(Variant.Baseline, UnmetPerPerson, Settled));
        yield return PatternFigure.Within(
            "needs per person in service, 1997-2015", needs, 4, 10, because: "Wiersma 2006; Nordic mean 6.2");
        yield return PatternFigure.Within("share of them unmet", unmet / needs, .25, .50, because: "Wiersma 2006; Nordic 0.42");
    }
}
