using Samverkan.Model.Indicators;
using static Samverkan.Analysis.Doses.Sense;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Doses;

/// <summary>What more of a lever should do to a figure.</summary>
public enum Sense
{
    Raises,
    Lowers,
    /// <summary>It changes it by at most three per cent from the least to the largest dose.</summary>
    HardlyMoves,
    /// <summary>It lowers it, or changes it by at most three per cent.</summary>
    DoesNotRaise,
}

/// <summary>An expectation of a lever, stated before it was tried.</summary>
/// <param name="Most">The largest change from the least to the largest dose, as share; above it a figure is not believed.</param>
/// <param name="Because">Why.</param>
public sealed record Expectation(Indicator Indicator, Sense Sense, string Because, double Most = double.PositiveInfinity);

/// <summary>The expectations of every lever.</summary>
public static class Expected
{
    private const double Slight = 0.15;

    private static readonly Dictionary<string, Expectation[]> Stated = new()
    {
        ["nation.stimulusGrant"] = [new(Grants, Raises, "it is paid while a shared plan stands")],
        ["nation.stimulusCountyShare"] = [new(UnmetPerEligible, HardlyMoves, "who gets the grant is a matter of money alone")],
        ["nation.sharedRegisterPermitted"] = [new(UnmetPerEligible, HardlyMoves,
            "ratings fed back to staff left needs as they were (Marshall 2004)")],
        ["nation.privatePrimaryCare"] = [new(PrimaryCare, Lowers, "the edge becomes fragmented (Klinga 2018)")],
        ["nation.caseManagerGuideline"] = [new(UnmetPerEligible, DoesNotRaise, "case managers do no harm")],
        ["nation.regionalAgreement"] = [new(AgreementStrength, Raises, "it obliges both sectors")],
        ["nation.waitingGuarantee"] = [new(WaitOver90, Lowers, "it is what the guarantee is about"),
            new(CostPerPerson, Raises, "hired staff cost money")],
        ["nation.guaranteeFunded"] = [new(UnmetPerEligible, HardlyMoves, "the baseline has no guarantee")],
        ["funding.placesFollowed"] = [new(UnmetPerEligible, HardlyMoves, "the baseline decides on no places")],
        ["nation.incidenceFactor"] = [new(Eligible, Raises, "more fall ill"),
            new(UnmetPerEligible, Raises, "the same staff for more people")],
        ["population.newPerYear"] = [new(Eligible, Raises, "more fall ill"),
            new(UnmetPerEligible, Raises, "the same staff for more people")],
        ["population.growth"] = [new(Eligible, Raises, "more inhabitants")],
        ["assertive.posts"] = [new(InAssertive, Raises, "they are its staff"),
            new(BedDays, Lowers, "fewer days in hospital where use was high (Dieterich 2017)")],
        ["assertive.municipalShare"] = [new(UnmetPerEligible, HardlyMoves, "the baseline has no such team")],
        ["assertive.caseload"] = [new(UnmetPerEligible, HardlyMoves, "the baseline has no such team")],
        ["crisisTeam.posts"] = [new(Admissions, Lowers, "a third of those whom it meets stay at home"),
            new(UnmetPerEligible, DoesNotRaise, "beds are left for others", Slight)],
        ["crisisTeam.municipalShare"] = [new(UnmetPerEligible, HardlyMoves, "the baseline has no such team")],
        ["peers.posts"] = [new(Engagement, Raises, "recovery .20 standard deviations (49 trials)"),
            new(Admissions, HardlyMoves, "no evidence of an effect (Lloyd-Evans 2014)")],
        ["peers.municipalShare"] = [new(UnmetPerEligible, HardlyMoves, "the baseline has no peer workers")],
        ["ips.posts"] = [new(InWork, Raises, "work at all 1.63 times as often (Frederick 2019)"),
            new(UnmetPerEligible, HardlyMoves, "trials find no effect on mental health", Slight)],
        ["ips.municipalShare"] = [new(UnmetPerEligible, HardlyMoves, "the baseline has no job specialists")],
        ["needs.countyLeadsAddiction"] = [new(UnmetPerEligible, HardlyMoves, "few needs are about alcohol or drugs", Slight)],
        ["crisis.homeTreatmentTeam"] = [new(Admissions, Lowers, "crises at home need no bed"),
            new(UnmetCrises, Lowers, "so does a full ward")],
        ["ward.beds"] = [new(UnmetCrises, Lowers, "a bed for each crisis"),
            new(UnmetPerEligible, Lowers, "a crisis without a bed leaves its mark", .25)],
        ["ward.legalDays"] = [new(DelayedDays, Raises, "who need not pay need not hurry")],
        ["placement.municipalShare"] = [new(MunicipalDemandCost, Raises, "it pays more of the same")],
        ["team.postsOpen"] = [new(Vacancy, Lowers, "posts are filled"), new(UnmetPerEligible, Lowers, "staff meet needs")],
        ["cooperation.leaderExit"] = [new(Trust, Lowers, "trust goes with people"),
            new(UnmetPerEligible, HardlyMoves, "needs only through what is lost by that", Slight)],
        ["cooperation.managerExit"] = [new(Trust, Lowers, "trust goes with people"),
            new(UnmetPerEligible, HardlyMoves, "needs only through what is lost by that", Slight)],
        ["committee.meetingsPerYear"] = [new(Trust, Raises, "contact builds trust"),
            new(UnmetPerEligible, DoesNotRaise, "governance moves needs little (ACCESS)", Slight)],
        ["committee.adaptsSchedule"] = [new(Meetings, Lowers, "less to decide, fewer meetings (Klinga 2018)")],
        ["committee.coreMembers"] = [new(Members, Raises, "they are members")],
        ["committee.associationSeats"] = [new(Members, Raises, "they are members"),
            new(UnmetPerEligible, HardlyMoves, "governance moves needs little (ACCESS)")],
        ["committee.invitedMost"] = [new(Members, Raises, "they are members")],
        ["agenda.reviewTerm"] = [new(Match, Lowers, "content ages unless needs are reviewed")],
        ["agenda.agreementTerm"] = [new(Revisions, Lowers, "it is revised less often")],
        ["agenda.evaluationTerm"] = [new(UnmetPerEligible, HardlyMoves, "an evaluation changes nothing by itself")],
        ["services.clinicPosts"] = [new(Posts, Raises, "they are posts"), new(UnmetPerEligible, Lowers, "staff meet needs")],
        ["services.officePosts"] = [new(Posts, Raises, "they are posts"), new(UnmetPerEligible, Lowers, "staff meet needs")],
        ["services.housingPlaces"] = [new(MunicipalDemandCost, Raises, "places are paid for"),
            new(UnmetPerEligible, Lowers, "a place meets the need of accommodation")],
        ["services.included"] = [new(IncludedGroups, Raises, "the group is included earlier"),
            new(UnmetPerEligible, DoesNotRaise, "integration does no harm")],
        ["housing.firstPlaces"] =
            [new(CostPerPerson, Raises, "places are paid for"), new(UnmetPerEligible, Lowers, "a home meets a need")],
        ["housing.floatingPlaces"] = [new(UnmetPerEligible, DoesNotRaise, "support at home does no harm")],
        ["housing.response"] = [new(UnmetPerEligible, DoesNotRaise, "what presses for places is built for")],
        ["services.firstCentres"] = [new(JointUnits, Raises, "they are joint units")],
        ["services.newPosts"] = [new(Posts, Raises, "they are posts"), new(UnmetPerEligible, Lowers, "staff meet needs")],
        ["cost.liabilityDay"] = [new(DelayedDays, DoesNotRaise, "delay costs more")],
        ["funding.growth"] = [new(Posts, Raises, "money buys posts"), new(UnmetPerEligible, Lowers, "staff meet needs")],
        ["funding.controllable"] = [new(Posts, Raises, "money buys posts"), new(UnmetPerEligible, Lowers, "staff meet needs")],
        ["funding.frame"] = [new(Posts, Raises, "money buys posts"), new(UnmetPerEligible, Lowers, "staff meet needs")],
        ["funding.takeOverAllowed"] = [new(Takeovers, Raises, "only then can it happen")],
        ["element.allowed.steering-committee"] = [new(Trust, Raises, "leaders meet")],
        ["element.allowed.co-leadership"] = [new(TeamCooperation, Raises, "leaders in pairs carry the culture (Klinga 2018)")],
        ["element.allowed.integration-agreement"] = [new(AgreementStrength, Raises, "without it there is none")],
        ["element.allowed.joint-training"] = [new(Competence, Raises, "it is what training is for"),
            new(UnmetPerEligible, DoesNotRaise, "slight gains in nine trials", Slight)],
        ["element.allowed.mobile-units"] = [new(LongOut, Lowers, "they seek out who stays away")],
        ["element.allowed"] = [new(UnmetPerEligible, DoesNotRaise, "no element does harm", Slight)],
    };

    /// <summary>Of a lever by its id, else by its family; empty if none is stated.</summary>
    public static IReadOnlyList<Expectation> Of(string lever)
    {
        for (var name = lever; ; name = name[..name.LastIndexOf('.')])
        {
            if (Stated.TryGetValue(name, out var expected)) return expected;
            if (!name.Contains('.')) return [];
        }
    }

    /// <summary>Levers and families that something is stated of.</summary>
    public static IReadOnlyCollection<string> Named => Stated.Keys;

    /// <summary>Every figure that is looked at, unmet needs first.</summary>
    public static IReadOnlyList<Indicator> Indicators { get; } = [.. Stated.Values.SelectMany(all =>
        all).Select(one => one.Indicator).Prepend(UnmetPerEligible).Distinct()];
}
