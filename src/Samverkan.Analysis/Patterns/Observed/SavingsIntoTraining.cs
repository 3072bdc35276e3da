using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class SavingsIntoTraining() : Pattern(
    "V2", "After the money ends, savings are recycled into training, not cut.", Variant.Baseline)
{
    public override string? WhyNoTest => "Savings go to training by rule: the pattern restates it.";

    private const double Thousand = 1e3;

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Clearly(
            "spending on training, 1999-2000 against 1998, kSEK a year",
            worlds.Change(Variant.Baseline, life => life.Over(TrainingCost, 1998),
                life => life.Over(TrainingCost, new(1999, 2000))).In(Thousand), more: true, "0");
        yield return PatternFigure.Within(
            "replications in which training was paid from savings by 2001",
            worlds.Share(Variant.Baseline,
                life => life.Agreed.Any(one => one.Month.Year is >= 1998 and <= 2001 && one.Proposal.FromSavings)),
            .5, 1, Percent, "most");
    }
}
