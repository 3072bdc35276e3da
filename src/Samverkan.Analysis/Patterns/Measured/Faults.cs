using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Policies;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Measured;

/// <summary>Every fault that was found in 0.1.0 and that a run can show.</summary>
internal static class Faults
{
    private const double Any = double.PositiveInfinity;
    private const double Million = 1e6;
    private const double DaysOfAMonth = 30.4;
    private const double MonthsOfAYear = 12;
    private const string Percent = "0 %";
    private const string Signed = "+0.00;-0.00;0";

    private static readonly Years After = new(2004, 2015);
    private static readonly Years Settled = new(1997, 2015);

    private static readonly Variant Base = Variant.Baseline with { Full = false };
    private static readonly Variant Cut = Variant.Baseline.CutOf("county");
    private static readonly Variant FewBeds = Variant.Baseline.From("4 beds from 2003", "ward.beds", Operation.Set, 4, 2003);
    private static readonly Variant NoPlaces = Variant.Baseline.From("no supported housing from 2003", "services.housingPlaces",
        Operation.Set, 0, 2003);
    private static readonly Variant Richer = Variant.Baseline.From("the county's frame a tenth larger from 2003",
        "funding.controllable.county", Operation.Multiply, 1.1, 2003);
    private static readonly Variant Rare = Variant.Meetings(1);
    private static readonly Variant Monthly = Variant.Meetings(12);
    private static readonly Variant Unstable = new("core-members-replaced", "core-members-replaced", []);
    private static readonly Variant NoAssociations = new("no-stakeholders", "no-stakeholders", []);

    private static readonly Variant NoManagers = Variant.Baseline.With(
        "no case managers and no plans", ("element.allowed.case-managers", 0), ("element.allowed.multi-case-managers", 0),
            ("element.allowed.individual-plans", 0));

    private static readonly Variant NoMobile = Variant.Baseline.With("no mobile units", ("element.allowed.mobile-units", 0));

    private static readonly Variant StructureAlone = NoManagers.With("no case managers, no plans and no mobile units",
        ("element.allowed.mobile-units", 0));

    private static readonly Variant WithTeam = Variant.Baseline.With("an assertive team of four posts", ("assertive.posts", 4));

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("\"The cooperation ends before 2015 in 5 of 20\" where none was dissolved: a waiting list counted as the end",
            [Base, Cut], EndsByAnotherName),
        new("unmet needs per person in service improved when the needy waited: the cut showed +0.08 in service and "
            + "+0.17 per eligible person",
            [Base, Cut], WhoWaitsCounts),
        new("cost per met need fell with every cut and was painted green", [Base, Cut], NoRewardForHarm),
        new("three quarters of the beds could be closed for nothing: 22 refused crises a year became 133, unmet needs "
            + "rose by 0.01",
            [Base, FewBeds], BedsHaveAPrice),
        new("the mean completed wait was 14.7 months, longer for many needs (15.6) than for none (11.6)", [Base], QueuesByNeed),
        new("abolished housing cost nothing while 70 tenants stayed", [Base, NoPlaces], HousingIsPaidFor),
        new("case managers and plans closed 2 % of bed days, structure as such 24 %",
            [Base, NoManagers, NoMobile, StructureAlone, WithTeam, Variant.Separate],
            ServicesBeforeStructure,
            "What an assertive team saves for those who use most lies at the weak end of what trials found, -0.86 days a month "
                + "(-1.37 to -0.34): T2 of the patterns judges it."),
        new("one meeting a year instead of twelve cost 0.75 unmet needs, as much as all of integration",
            [Rare, Monthly, Base, Variant.Separate], NoBottleneck),
        new("all four leaders could go and nothing moved", [Base, Unstable], LeadersMatter),
        new("without the associations trust rose", [Base, NoAssociations], AssociationsBring),
        new("a partner's cut of a fifth took nine posts without a word, and 8.8 MSEK more bought one post", [Base, Cut, Richer],
            MoneySpeaks),
        new("everybody was referred again at 5 % a month: out of contact never lasted", [Base], SomeStayAway),
        new("19 of 20 histories included all groups, and centres opened within ten months of each other", [Base],
            HistoriesDiffer),
        new("posts swung from 5 to 6 to 5 within half a year", [Base], PostsStand),
        new("\"deferred: no time\" was 282 of 463 items of the minutes", [Base], CommitteesDecide),
    ];

    private static IEnumerable<PatternFigure> EndsByAnotherName(Worlds worlds)
    {
        yield return PatternFigure.Within("after the cut, dissolved", worlds.Share(Cut, Ended(Ending.Dissolved)), 0, .1,
            Percent, "as many as gave up their joint structures");
        yield return PatternFigure.Within(
            "told as ended, less those whose joint structures are gone in December 2015",
                worlds.Share(Cut, Ended(Ending.Dissolved)) - worlds.Share(Cut, IsGone), 0, 0, Percent);
    }

    private static IEnumerable<PatternFigure> WhoWaitsCounts(Worlds worlds)
    {
        var (eligible, served) = (Change(worlds, Base, Cut, UnmetPerEligible), Change(worlds, Base, Cut, UnmetPerPerson));
        yield return PatternFigure.Clearly("unmet needs per eligible person after the cut, the first figure of the answer",
            eligible, more: true);
        yield return PatternFigure.Within("the same in service, a second figure", served.Difference, -Any, Any, Signed,
            "reported beside it");
    }

    private static IEnumerable<PatternFigure> NoRewardForHarm(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "indicators that closing or refusing improves and that have a good direction",
                new[] { CostPerMetNeed, CostPerPerson, BedDays, Meetings, Admissions, ManyNeedsOutside }
                    .Count(one => one.Better != Better.Neither),
            0, 0, "0");
        yield return PatternFigure.Within(
            "cost per met need after the cut, kSEK a year", Change(worlds, Base, Cut, CostPerMetNeed).Difference / 1000, -Any,
                Any, "+0.0;-0.0;0", "shown beside needs, without colour");
    }

    private static IEnumerable<PatternFigure> BedsHaveAPrice(Worlds worlds)
    {
        yield return PatternFigure.Within("crises without a bed a year with 4 beds", worlds.Mean(FewBeds, UnmetCrises, After),
            60, Any, "0", $"{worlds.Mean(Base, UnmetCrises, After):0} with 16");
        yield return PatternFigure.Within("unmet needs per eligible person",
            Change(worlds, Base, FewBeds, UnmetPerEligible).Difference, .05, Any, Signed, "visible");
        yield return PatternFigure.Clearly("crises per person and year", Change(worlds, Base, FewBeds, Crises), more: true,
            "0.000");
    }

    private static IEnumerable<PatternFigure> QueuesByNeed(Worlds worlds)
    {
        yield return PatternFigure.Within("median wait, days", worlds.Mean(Base, WaitMedian, Settled), 0, 90, "0",
            "within the guarantee");
        yield return PatternFigure.Within("waits of over 90 days, share", worlds.Mean(Base, WaitOver90, Settled), 0, .25,
            Percent, "most within the guarantee");
        yield return PatternFigure.Within(
            "mean wait with many unmet needs, less that with few, months",
                (worlds.Mean(Base, WaitManyNeeds, Settled) - worlds.Mean(Base, WaitFewNeeds, Settled)) / DaysOfAMonth, -Any, 0,
                    "+0.0;-0.0;0", "the needy first");
    }

    private static IEnumerable<PatternFigure> HousingIsPaidFor(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "the municipality's demand-driven cost in the year after, share of before",
                worlds.Mean(NoPlaces, MunicipalDemandCost, 2003) / worlds.Mean(NoPlaces, MunicipalDemandCost, 2002), .6, 1.2,
                    Percent, "tenants are paid for until they move");
        yield return PatternFigure.Clearly("unmet needs per eligible person", Change(worlds, Base, NoPlaces, UnmetPerEligible),
            more: true);
    }

    // Structure is what is left of the integrated organisation without the services that it brings along: the trials of
    // structure (ACCESS, RWJF) compared places with the same services.
    private static IEnumerable<PatternFigure> ServicesBeforeStructure(Worlds worlds)
    {
        var (roles, mobile) = (Saved(NoManagers, Base), Saved(NoMobile, Base));
        var (services, structure) = (Saved(StructureAlone, Base), Saved(Variant.Separate, StructureAlone));
        yield return PatternFigure.Within("bed days that case managers and plans save", roles, -.05, .3, "0.0 %",
            "trials: -0.37 to +0.21 days a month");
        yield return PatternFigure.Within("bed days that mobile units save, a service that the separate organisation lacks",
            mobile, -Any, Any, "0.0 %", "reported");
        yield return PatternFigure.Within("bed days that structure alone saves: the whole, without these services", structure,
            -Any, Any, "0.0 %", "reported");
        yield return PatternFigure.Within("the same, less what these services save together", structure - services, -Any, 0,
            "0.0 %", "trials: services do more than structure");
        yield return PatternFigure.Within("the whole, less what case managers and plans save",
            Saved(Variant.Separate, Base) - roles, -Any, Any, "0.0 %", "reported: counts mobile units as structure");
        yield return PatternFigure.Within("days in hospital a month for each person of an assertive team, picked for high use",
            worlds.Difference(Base, WithTeam, BedDays, Settled).Difference * worlds.Mean(WithTeam, Eligible, Settled)
                / MonthsOfAYear / worlds.Mean(WithTeam, InAssertive, Settled),
            -Any, Any, "+0.00;-0.00;0", "reported: trials where use was high, -0.86, 24 trials, n = 3,595");

        double Saved(Variant without, Variant with) =>
            1 - worlds.Mean(with, BedDays, Settled) / worlds.Mean(without, BedDays, Settled);
    }

    private static IEnumerable<PatternFigure> NoBottleneck(Worlds worlds)
    {
        var meetings = Change(worlds, Monthly, Rare, UnmetPerPerson, Settled).Difference;
        var integration = Change(worlds, Base, Variant.Separate, UnmetPerPerson, Settled).Difference;
        yield return PatternFigure.Within("unmet needs per person at 1 against 12 meetings a year, structures included",
            meetings, 0, .5 * integration, Signed, "less than half of what integration is worth");
    }

    private static IEnumerable<PatternFigure> LeadersMatter(Worlds worlds)
    {
        yield return PatternFigure.Clearly("trust where a quarter of the leaders leaves each year",
            Change(worlds, Base, Unstable, Trust, Settled), more: false);
        yield return PatternFigure.Within(
            "hollow or dissolved, more than in the baseline",
                worlds.Share(Unstable, Ended(Ending.NotSustained)) - worlds.Share(Base, Ended(Ending.NotSustained)), .05, 1,
                    Percent, "visible");
    }

    private static IEnumerable<PatternFigure> AssociationsBring(Worlds worlds)
    {
        yield return PatternFigure.Within("trust without the associations",
            Change(worlds, Base, NoAssociations, Trust, Settled).Difference, -Any, .001, "+0.000;-0.000;0", "no higher");
        yield return PatternFigure.Within(
            "unmet needs per person without them", Change(worlds, Base, NoAssociations, UnmetPerPerson, Settled).Difference, 0,
                Any, "+0.000;-0.000;0", "no better");
    }

    private static IEnumerable<PatternFigure> MoneySpeaks(Worlds worlds)
    {
        yield return PatternFigure.Clearly("trust after the county's cut", Change(worlds, Base, Cut, Trust), more: false,
            "0.000");
        var money = Change(worlds, Base, Richer, CountyFrame).Difference / Million;
        yield return PatternFigure.Within(
            $"posts bought per MSEK of a larger frame ({money:+0.0;-0.0} MSEK a year)",
                Change(worlds, Base, Richer, Posts).Difference / money, .3, Any, "0.0",
                    "a post costs 0.6 MSEK; one for 8.8 is 0.1");
    }

    private static IEnumerable<PatternFigure> SomeStayAway(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "share of the eligible who are two years out of contact",
                worlds.Mean(Base, LongOut, Settled) / worlds.Mean(Base, Eligible, Settled), .02, .15, "0.0 %",
                    "some; no share is published");
    }

    private static IEnumerable<PatternFigure> HistoriesDiffer(Worlds worlds)
    {
        var most = worlds[Base].Max(life => life.Over(IncludedGroups, 2015));
        yield return PatternFigure.Within("replications that include all groups by 2015",
            worlds.Share(Base, life => life.Over(IncludedGroups, 2015) >= most), .0, .8, Percent, "not nearly all");
        var years = worlds.Each(Base, FirstUnit).Where(month => !double.IsNaN(month)).Order().ToList();
        yield return PatternFigure.Within(
            "months between the earliest and the latest tenth of first joint units", years.Count == 0 ? double.NaN
                : years[(int)(.9 * (years.Count - 1))] - years[(int)(.1 * (years.Count - 1))], 10, Any, "0", "more than ten");
    }

    private static IEnumerable<PatternFigure> PostsStand(Worlds worlds)
    {
        yield return PatternFigure.Within("changes of posts that are taken back within half a year, per year",
            worlds.Mean(Base, Swings), 0, 1, "0.0", "at most one");
    }

    private static IEnumerable<PatternFigure> CommitteesDecide(Worlds worlds)
    {
        var (agreed, deferred) = (worlds.Mean(Base, Decisions, Settled), worlds.Mean(Base, Deferred, Settled));
        yield return PatternFigure.Within("items put off or not agreed, share of all", deferred / (agreed + deferred), 0, .5,
            Percent, "fewer than are decided");
    }

    private static Func<LifeRecord, bool> Ended(Ending ending) => life => life.Cooperation.At(ending) is not null;

    private static bool IsGone(LifeRecord life) =>
        life.Cooperation.Began && life.In(JointUnits, Month.Of(2015, 12)) == 0
        && life.In(AgreementStrength, Month.Of(2015, 12)) == 0;

    private static PairedEstimate Change(Worlds worlds, Variant from, Variant to, Indicator indicator, Years? years = null) =>
        worlds.Difference(from, to, indicator, years ?? After);

    private static double FirstUnit(LifeRecord life) =>
        life.Rises(JointUnits).Select(month => (double?)(month - Month.Of(life.FirstYear))).FirstOrDefault() ?? double.NaN;

    // A rise that is undone within six months, or a fall.
    private static double Swings(LifeRecord life)
    {
        const int HalfAYear = 6;
        var (swings, last, sign) = (0, -HalfAYear - 1, 0);
        var months = (life.LastYear - 2003) * 12;
        for (var i = 1; i < months; i++)
        {
            var step = Math.Sign(life.In(Posts, Month.Of(2003) + i) - life.In(Posts, Month.Of(2003) + i - 1));
            if (step == 0) continue;
            if (step == -sign && i - last <= HalfAYear) swings++;
            (last, sign) = (i, step);
        }
        return swings * 12.0 / months;
    }
}
