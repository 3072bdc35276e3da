using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Elsewhere;

internal sealed class JointTrainingAlone() : Pattern("T4", "Joint training brings slight gains.", Variant.Baseline, NoTraining)
{
    private static readonly Variant NoTraining = new("no-joint-training", "no-joint-training", []);

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "unmet needs per person with joint training, against without",
                Relative(worlds, NoTraining, Variant.Baseline, UnmetPerPerson), -.10, 0, "0.0 %",
            "nine trials, n = 6,540: slight gains, of low certainty; a tenth is no longer slight");
    }
}
