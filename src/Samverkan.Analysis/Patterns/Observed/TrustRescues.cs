using Samverkan.Model;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class TrustRescues() : Pattern(
    "V8", "A partner of high trust rescues a unit that the other closes.", Variant.Baseline, YearlyMeetings)
{
    private static readonly Variant YearlyMeetings = Variant.Meetings(1);
    private static readonly Month Closure = Month.Of(2006, 3);

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        var high = Rescued(worlds, Variant.Baseline);
        var low = Rescued(worlds, YearlyMeetings);
        yield return PatternFigure.Within("rescued in 2006-07 in baseline", high, .5, 1, Percent, "seed: rescued");
        yield return PatternFigure.Within(
            "the same where the committee meets once a year, less", high - low, .1, 1, Percent, "rescues follow trust");
        yield return PatternFigure.Within(
            "trust before the closure where it was rescued, less that where it was not",
            TrustGap(worlds),
            .01, 1, "0.00", "rescues follow trust");
    }

    private static double Rescued(Worlds worlds, Variant variant) => worlds.Share(variant, IsRescued);

    private static double TrustGap(Worlds worlds)
    {
        var lives = worlds[Variant.Baseline].Concat(worlds[YearlyMeetings])
            .ToLookup(IsRescued, life => life.In(Trust, Closure - 1));
        return lives[true].DefaultIfEmpty(double.NaN).Average() - lives[false].DefaultIfEmpty(double.NaN).Average();
    }

    private static bool IsRescued(LifeRecord life) => life.Over(Takeovers, new(2006, 2007)) > 0;
}
