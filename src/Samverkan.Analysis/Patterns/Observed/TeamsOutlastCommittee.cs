using Samverkan.Model.Indicators;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class TeamsOutlastCommittee() : Pattern(
    "V6", "Integration in the units persists while the committee's activity falls.", Variant.Baseline, Variant.MeetingsStop)
{
    private static readonly Years FiveYearsOn = new(2008, 2010);

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        var (trust, teams) = (Lost(worlds, Trust), Lost(worlds, TeamCooperation));
        yield return PatternFigure.Within("trust lost in 2008-10 where meetings stop in 2005", trust, .1, 1, Percent, "decays");
        yield return PatternFigure.Within(
            "cooperation in teams lost, as share of that", teams / trust, -.1, .5, Percent, "persists: at most half");
    }

    private static double Lost(Worlds worlds, Indicator indicator) =>
        1 - worlds.Mean(Variant.MeetingsStop, indicator, FiveYearsOn) / worlds.Mean(Variant.Baseline, indicator, FiveYearsOn);
}
