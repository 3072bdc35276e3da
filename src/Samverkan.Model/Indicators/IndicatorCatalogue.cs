using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using static Samverkan.Model.Indicators.Better;
using static Samverkan.Model.Indicators.Reduction;

namespace Samverkan.Model.Indicators;

/// <summary>
/// Every indicator of the model, in the order of the data dictionary: what it means, in which direction it is good, its
/// formula with what it is divided by, and for which actors it is reported. A rate is per month unless its unit says otherwise.
/// </summary>
public static class IndicatorCatalogue
{
    private const double MonthsOfAYear = 12;

    // Posts are counted in tenths.
    private const double Tenths = 10;

    private const Levels Waited = Levels.Municipality | Levels.County | Levels.Nation;

    private static readonly List<Indicator> Listed = [];

    // People and reach
    public static readonly Indicator Eligible = Add(
        "people.eligible", "eligible people",
        "persons of the target population who live in the municipality or are placed by it", "persons", Neither, Mean,
        m => m.People.Persons, levels: Levels.People, headline: true);
    public static readonly Indicator InService = Add(
        "people.inService", "people in service", "persons on a team's caseload at the end of the month", "persons", Higher, Mean,
        m => m.People.InService, levels: Levels.People, headline: true);
    public static readonly Indicator Waiting = Add(
        "people.waiting", "people waiting", "persons in a team's queue at the end of the month", "persons", Lower, Mean,
        m => m.People.Waiting, levels: Levels.People, headline: true);
    public static readonly Indicator Placed = Add(
        "people.placed", "people placed outside", "persons placed outside the municipality", "persons", Lower, Mean,
        m => m.People.Placed, levels: Levels.People, headline: true);
    public static readonly Indicator Reach = Add(
        "people.reach", "reach", "share of the eligible who are in service", "share", Higher, Mean,
        m => m.People.InService, per: Denominator.Eligible, levels: Levels.People, headline: true);
    public static readonly Indicator JointReach = Add(
        "people.jointReach", "share in joint care", "share of those in service whom a joint team serves", "share", Neither, Mean,
        m => m.People.InJointCare, per: Denominator.InService, levels: Levels.People, headline: true);
    public static readonly Indicator InAssertive = Add(
        "people.assertive", "people in assertive teams", "persons whom an assertive team (ACT or FACT) serves", "persons",
            Neither, Mean,
        m => m.Teams.Assertive, headline: true);
    public static readonly Indicator InWork = Add(
        "people.inWork", "people in work", "share of the eligible who have ordinary, paid work", "share", Higher, Mean,
        m => m.People.InWork, per: Denominator.Eligible, levels: Levels.People, headline: true);
    public static readonly Indicator LongInWork = Add(
        "people.longInWork", "a year in work", "persons who have had the same ordinary, paid work for a year or longer",
        "persons", Higher, Mean, m => m.People.LongInWork, levels: Levels.People, headline: true);
    public static readonly Indicator JobSupported = Add(
        "people.jobSupport", "people with a job specialist", "persons whom a job specialist (IPS) supports", "persons",
        Neither, Mean, m => m.People.JobSupported, levels: Levels.People, headline: true);
    public static readonly Indicator LongOut = Add(
        "people.longOut", "two years out of contact", "persons out of contact with every service for two years or longer",
        "persons", Lower, Mean,
        m => m.People.LongOut, levels: Levels.People, headline: true);
    public static readonly Indicator WaitingDays = Add(
        "people.waitingDays", "days waited", "days waited in the month by all who wait", "days", Lower, Sum,
        m => m.Staff.DaysWaited);
    public static readonly Indicator WaitMedian = Add(
        "people.waitMedian", "waiting time, median", "days that half of those whose wait ended in the month had waited at most",
        "days", Lower, Mean,
        m => m.Waits.Quantile(.5), levels: Waited, headline: true);
    public static readonly Indicator WaitNinth = Add(
        "people.waitP90", "waiting time, 90th percentile",
        "days that nine in ten of those whose wait ended in the month had waited at most", "days",
        Lower, Mean, m => m.Waits.Quantile(.9), levels: Waited, headline: true);
    public static readonly Indicator WaitOver90 = Add(
        "people.waitOver90", "waits of over 90 days", "share of those whose wait ended in the month who had waited over 90 days",
        "share", Lower, Mean,
        m => m.Waits.Over(90), per: Denominator.TakenIn, ofNone: double.NaN, levels: Waited, headline: true);
    public static readonly Indicator WaitFewNeeds = Add(
        "people.waitFewNeeds", "waiting time, up to four unmet needs",
        "mean days waited by those whose wait ended in the month with fewer than five unmet needs",
        "days", Lower, Mean, m => m.Waits.DaysOfFew, per: Denominator.TakenInWithFew, ofNone: double.NaN, levels: Waited,
        headline: true);
    public static readonly Indicator WaitManyNeeds = Add(
        "people.waitManyNeeds", "waiting time, five or more unmet needs",
        "mean days waited by those whose wait ended in the month with five or more unmet needs",
        "days", Lower, Mean, m => m.Waits.DaysOfMany, per: Denominator.TakenInWithMany, ofNone: double.NaN, levels: Waited,
        headline: true);
    public static readonly Indicator Arrivals = Add(
        "people.arrivals", "new cases", "persons who joined the eligible population", "persons", Neither, Sum,
        m => m.People.Arrivals, levels: Levels.People);
    public static readonly Indicator Exits = Add(
        "people.exits", "people who left", "persons who moved away or recovered", "persons", Neither, Sum,
        m => m.People.Exits);
    public static readonly Indicator Deaths = Add(
        "people.deaths", "deaths", "persons who died", "persons", Lower, Sum,
        m => m.People.Deaths);
    public static readonly Indicator Dropouts = Add(
        "people.dropouts", "dropouts", "persons who dropped out of service", "persons", Lower, Sum,
        m => m.People.Dropouts);
    public static readonly Indicator Discharges = Add(
        "people.discharges", "discharged as helped", "persons discharged with hardly any need", "persons", Higher, Sum,
        m => m.People.Helped);

    // Needs
    public static readonly Indicator NeedsPerPerson = Add(
        "needs.perPerson", "needs per person", "met and unmet needs per person in service", "needs", Neither, Mean,
        m => m.People.UnmetInService + m.People.MetInService, per: Denominator.InService, levels: Levels.People, headline: true);
    public static readonly Indicator UnmetPerPerson = Add(
        "needs.unmetPerPerson", "unmet needs per person", "unmet needs per person in service", "needs", Lower, Mean,
        m => m.People.UnmetInService, per: Denominator.InService, levels: Levels.People, headline: true);
    public static readonly Indicator UnmetPerEligible = Add(
        "needs.unmetPerEligible", "unmet needs per eligible",
        "unmet needs per eligible person, in contact or not", "needs", Lower, Mean,
        m => m.People.Unmet, per: Denominator.Eligible, levels: Levels.People, headline: true);
    public static readonly Indicator MetShare = Add(
        "needs.metShare", "share of needs met", "met needs of all needs of the eligible", "share", Higher, Mean,
        m => m.People.Met, per: Denominator.Needs, levels: Levels.People, headline: true);
    public static readonly Indicator Benefit = Add(
        "needs.benefit", "benefit", "needs met under care of both sectors, of all needs of the eligible", "share", Higher, Mean,
        m => m.People.MetUnderBoth, per: Denominator.Needs, levels: Levels.People, headline: true);
    public static readonly Indicator BenefitInService = Add(
        "needs.benefitInService", "benefit in service",
        "needs of persons in service that are met under care of both sectors, of all their needs", "share", Higher, Mean,
        m => m.People.MetUnderBothInService, per: Denominator.NeedsInService, levels: Levels.People, headline: true);
    public static readonly Indicator UnmetNeedMonths = Add(
        "needs.unmetMonths", "unmet-need months", "unmet needs of all eligible persons, summed", "need-months", Lower, Sum,
        m => m.People.Unmet, levels: Levels.People, headline: true);
    public static readonly Indicator ManyNeedsOutside = Add(
        "needs.manyOutside", "five or more unmet needs, not in service",
        "share of those with five or more unmet needs who are not in service; it falls, too, where needs in service grow",
        "share", Neither, Mean,
        m => m.People.ManyNeedsOutside, per: Denominator.ManyNeeds, levels: Levels.People, headline: true);
    public static readonly Indicator ManyNeedsOutsidePersons = Add(
        "needs.manyOutsidePersons", "people with five or more unmet needs, not in service",
        "persons with five or more unmet needs who are not in service; their share falls where needs in service grow",
        "persons", Lower, Mean, m => m.People.ManyNeedsOutside, levels: Levels.People, headline: true);
    public static readonly Indicator UnmetAddiction = Add(
        "needs.unmetAddiction", "unmet needs about alcohol or drugs",
        "share of the eligible with an unmet need about alcohol or drugs", "share", Lower, Mean,
        m => m.People.UnmetAddiction, per: Denominator.Eligible, levels: Levels.People, headline: true);
    public static readonly Indicator Engagement = Add(
        "needs.engagement", "engagement", "mean engagement of persons in service", "share", Higher, Mean,
        m => m.People.Engagement, per: Denominator.InService, levels: Levels.People, headline: true);
    public static readonly Indicator Continuity = Add(
        "needs.continuity", "continuity", "mean months with the same coordinator", "months", Higher, Mean,
        m => m.People.CoordinatorMonths, per: Denominator.InService, levels: Levels.People);

    // Crisis and ward
    public static readonly Indicator Crises = Add(
        "ward.crises", "crises", "crises per person and year", "per year", Lower, Mean,
        m => MonthsOfAYear * m.People.Crises, per: Denominator.Eligible, levels: Levels.People, headline: true);
    public static readonly Indicator UnmetCrises = Add(
        "ward.unmetCrises", "crises without a bed", "crises for which no bed was free", "crises", Lower, Sum,
        m => m.People.WithoutBed, levels: Levels.People, headline: true);
    public static readonly Indicator TreatedAtHome = Add(
        "ward.treatedAtHome", "crises treated at home",
        "crises after which the person stayed at home, with a mobile unit, a home treatment team or a mobile crisis team",
        "crises", Neither, Sum,
        m => m.People.TreatedAtHome, levels: Levels.People, headline: true);
    public static readonly Indicator MetByCrisisTeam = Add(
        "ward.metByTeam", "crises met by a crisis team", "crises that a mobile crisis team met before a bed was asked for",
        "crises", Neither, Sum,
        m => m.Ward.Met, headline: true);
    public static readonly Indicator Admissions = Add(
        "ward.admissions", "admissions", "crises that led to a bed", "admissions", Neither, Sum,
        m => m.People.Admissions, levels: Levels.People, headline: true);
    public static readonly Indicator Readmissions = Add(
        "ward.readmissions", "readmission within 28 days",
        "persons who needed a bed again within 28 days of leaving the ward, whether one was free or not, per admission",
        "share", Lower, Mean,
        m => m.People.Readmissions, per: Denominator.Admissions, levels: Levels.People, headline: true, unbounded: true);
    public static readonly Indicator BedDays = Add(
        "ward.bedDays", "bed days per person and year", "used bed days per eligible person, a year", "days", Neither, Mean,
        m => MonthsOfAYear * m.Ward.Used, per: Denominator.Eligible, headline: true);
    public static readonly Indicator DelayedDays = Add(
        "ward.delayedDays", "delayed-discharge days per person and year",
        "bed days ready for discharge per eligible person, a year", "days", Lower, Mean,
        m => MonthsOfAYear * m.People.DelayedDays, per: Denominator.Eligible, levels: Levels.People, headline: true);
    public static readonly Indicator Occupancy = Add(
        "ward.occupancy", "occupancy", "used of granted bed days", "share", Neither, Mean,
        m => m.Ward.Used, per: Denominator.BedDaysGranted, headline: true, unbounded: true);
    public static readonly Indicator Beds = Add(
        "ward.beds", "beds", "beds granted by the county", "beds", Neither, Mean,
        m => m.Ward.Beds, headline: true);

    // Housing
    public static readonly Indicator SupportedHousing = Add(
        "housing.supported", "people in supported housing", "persons who have a place in supported housing", "persons", Neither,
            Mean,
        m => m.Housing.Supported, headline: true);
    public static readonly Indicator HousingFirst = Add(
        "housing.first", "people in Housing First", "persons who have a home in Housing First", "persons", Neither, Mean,
        m => m.Housing.First, headline: true);
    public static readonly Indicator FloatingSupport = Add(
        "housing.floating", "people with floating support", "persons who get floating support in their own home", "persons",
            Neither, Mean,
        m => m.Housing.Floating, headline: true);
    public static readonly Indicator HousingPlaces = Add(
        "housing.places", "places in supported housing", "places in supported housing, taken or not", "places", Neither, Mean,
        m => m.Housing.Places, headline: true);
    public static readonly Indicator WaitForHousing = Add(
        "housing.waiting", "people waiting for housing", "persons who wait for a home that was granted", "persons", Lower, Mean,
        m => m.Housing.Waiting, headline: true);
    public static readonly Indicator HousingLate = Add(
        "housing.late", "housing granted over 90 days ago",
            "share of those who wait for a home that was granted who have waited over 90 days", "share", Lower, Mean,
        m => m.Housing.WaitOver90, per: Denominator.WaitForHousing, headline: true);
    public static readonly Indicator HousingGranted = Add(
        "housing.granted", "housing granted", "persons who were granted housing with support", "persons", Neither, Sum,
        m => m.Housing.Granted, headline: true);
    public static readonly Indicator HousingBuilt = Add(
        "housing.built", "places built", "places in supported housing and Housing First that were completed", "places", Neither,
            Sum,
        m => m.Housing.Built, headline: true);
    public static readonly Indicator MovedIn = Add(
        "housing.movedIn", "people who moved in", "persons who moved into supported housing or Housing First", "persons", Neither,
            Sum,
        m => m.Housing.MovedIn, headline: true);
    public static readonly Indicator MovedOn = Add(
        "housing.movedOn", "people who moved on", "persons who moved on from housing with staff to a home of their own",
            "persons", Higher, Sum,
        m => m.Housing.MovedOn, headline: true);
    public static readonly Indicator HomesLost = Add(
        "housing.lost", "homes lost", "persons who lost their home in supported housing or Housing First", "persons", Lower, Sum,
        m => m.Housing.Lost, headline: true);

    // Staff
    public static readonly Indicator Posts = Add(
        "staff.posts", "posts", "posts, filled or vacant", "posts", Neither, Mean,
        m => m.Staff.Posts / Tenths, levels: Levels.Municipality | Levels.Team, headline: true);
    public static readonly Indicator PostsPer100 = Add(
        "staff.postsPer100", "posts per 100 in service", "filled posts per 100 persons in service", "posts", Neither, Mean,
        m => 100 * m.Staff.Filled / Tenths, per: Denominator.InService, headline: true);
    public static readonly Indicator Vacancy = Add(
        "staff.vacancy", "vacancy", "share of posts that are vacant", "share", Lower, Mean,
        m => m.Staff.Posts - m.Staff.Filled, per: Denominator.Posts, levels: Levels.Municipality | Levels.Team, headline: true);
    public static readonly Indicator HiredStaff = Add(
        "staff.hired", "hired staff", "posts of staff hired from outside to keep a waiting guarantee", "posts", Neither, Mean,
        m => m.Staff.Hired / Tenths);
    public static readonly Indicator Strain = Add(
        "staff.strain", "strain", "hours needed over hours at hand, over all teams", "ratio", Lower, Mean,
        m => m.Staff.Strain.Sum, per: Denominator.HoursAtHand, levels: Levels.Municipality | Levels.Team, headline: true);
    public static readonly Indicator Turnover = Add(
        "staff.turnover", "turnover", "share of staff who leave, a year", "share", Lower, Mean,
        m => MonthsOfAYear * m.Staff.Leavers, per: Denominator.StaffAtFirst, headline: true, unbounded: true);
    public static readonly Indicator Competence = Add(
        "staff.competence", "competence", "mean competence of teams for the persons on their caseload", "share", Higher, Mean,
        m => m.People.Competence, per: Denominator.InService, headline: true);
    public static readonly Indicator Match = Add(
        "staff.match", "content match", "mean match of content to needs, by person", "share", Higher, Mean,
        m => m.People.Match, per: Denominator.InService, headline: true);
    public static readonly Indicator TrainingPosts = Add(
        "staff.inTraining", "posts in training", "posts in joint training", "posts", Neither, Mean,
        m => m.Staff.TrainingPosts / Tenths);

    // Money
    public static readonly Indicator CostPerPerson = Add(
        "money.perPerson", "cost per person and year", "cost of both sectors per eligible person, a year", "SEK", Neither, Mean,
        m => MonthsOfAYear * OfBothSectors(m.Money), per: Denominator.Eligible, headline: true);
    public static readonly Indicator CostPerMetNeed = Add(
        "money.perMetNeed", "cost per met need and year",
        "cost of both sectors per met need of the eligible, a year", "SEK", Neither, Mean,
        m => MonthsOfAYear * OfBothSectors(m.Money), per: Denominator.MetNeeds, headline: true);
    public static readonly Indicator DearestShare = Add(
        "money.dearest", "cost of the dearest 15 %",
        "share of what was spent on persons in the calendar year that fell on the dearest 15 % of those who are there in "
            + "December", "share", Neither, Mean,
        m => m.Costs.OfDearest(.15), levels: Waited, headline: true);
    public static readonly Indicator CostOfPersons = Add(
        "money.ofPersons", "cost spent on persons",
            "what was spent in the calendar year on those who are there in December, both sectors", "SEK", Neither, Mean,
        m => m.Costs.Sek, levels: Waited, headline: true);
    public static readonly Indicator CountyCost = Add(
        "money.countyCost", "the county's cost", "cost of the county", "SEK", Neither, Sum,
        m => m.Money.Out(Account.County), levels: Levels.Municipality | Levels.Unit | Levels.County, headline: true);
    public static readonly Indicator MunicipalCost = Add(
        "money.municipalCost", "the municipality's cost", "cost of the municipality", "SEK", Neither, Sum,
        m => m.Money.Out(Account.Municipality), levels: Levels.Municipality | Levels.Unit, headline: true);
    public static readonly Indicator CountyDemandCost = Add(
        "money.countyDemandCost", "the county's demand-driven cost",
        "bed days, placements: cost of the county that follows demand", "SEK", Lower, Sum,
        m => m.Money.DemandDriven(Account.County), headline: true);
    public static readonly Indicator MunicipalDemandCost = Add(
        "money.municipalDemandCost", "the municipality's demand-driven cost",
        "placements, supported housing, liability, emergency care: cost of the municipality that follows demand",
        "SEK", Lower, Sum,
        m => m.Money.DemandDriven(Account.Municipality), headline: true);
    public static readonly Indicator CountyFrame = Add(
        "money.countyFrame", "the county's frame", "money paid to the county for this branch", "SEK", Neither, Sum,
        m => m.Money.Of(Flow.CountyFrame), headline: true);
    public static readonly Indicator MunicipalFrame = Add(
        "money.municipalFrame", "the municipality's frame", "money paid to the municipality", "SEK", Neither, Sum,
        m => m.Money.Of(Flow.MunicipalFrame), headline: true);
    public static readonly Indicator CountyDeficit = Add(
        "money.countyDeficit", "the county's deficit",
        "deficit of twelve months, share of the frame; negative: surplus", "share", Lower, Mean,
        m => m.Economy.CountyDeficit, headline: true, unbounded: true);
    public static readonly Indicator MunicipalDeficit = Add(
        "money.municipalDeficit", "the municipality's deficit",
        "deficit of twelve months, share of the frame; negative: surplus", "share", Lower, Mean,
        m => m.Economy.MunicipalDeficit, headline: true, unbounded: true);
    public static readonly Indicator Grants = Add(
        "money.grants", "state grants", "earmarked grants paid", "SEK", Neither, Sum,
        m => m.Money.Of(Flow.CountyGrant) + m.Money.Of(Flow.MunicipalGrant),
        levels: Levels.Municipality | Levels.Nation, headline: true);
    public static readonly Indicator TrainingCost = Add(
        "money.training", "spending on training", "cost of joint training, both sectors", "SEK", Neither, Sum,
        m => m.Money.Of(Flow.CountyTraining) + m.Money.Of(Flow.MunicipalTraining), headline: true);
    public static readonly Indicator Shifted = Add(
        "money.shifting", "cost shifting", "sectors that shift cost: 0, 1 or 2", "sectors", Lower, Mean,
        m => m.Economy.Shifting, headline: true);

    // Cooperation
    public static readonly Indicator Trust = Add(
        "cooperation.trust", "trust", "trust in the committee, 0 to 1", "index", Higher, Mean,
        m => m.Committee.Trust, headline: true);
    public static readonly Indicator Understanding = Add(
        "cooperation.understanding", "shared understanding",
        "shared understanding in the committee, 0 to 1", "index", Higher, Mean,
        m => m.Committee.Understanding, headline: true);
    public static readonly Indicator TeamCooperation = Add(
        "cooperation.teams", "cooperation in teams", "mean cooperation of teams, by person", "index", Higher, Mean,
        m => m.Teams.Cooperation.Sum, per: Denominator.PersonsOfTeams, levels: Levels.Municipality | Levels.Team, headline: true);
    public static readonly Indicator CooperationIndex = Add(
        "cooperation.index", "cooperation",
        "cube root of trust x cooperation in joint teams x share in joint care", "index", Higher, Mean,
        m => CubeRoot(m.Committee.Trust * m.Teams.JointCooperation.Mean * JointReach.Of(m)), headline: true);
    public static readonly Indicator PrimaryCare = Add(
        "cooperation.primaryCare", "cooperation with primary care", "cooperation at the edge, 0 to 1", "index", Higher, Mean,
        m => m.Teams.PrimaryCare, headline: true);
    public static readonly Indicator AgreementStrength = Add(
        "cooperation.agreement", "strength of the agreement", "0 without an agreement, 1 at best", "index", Higher, Mean,
        m => m.Committee.Agreement, headline: true);
    public static readonly Indicator Routine = Add(
        "cooperation.routine", "routine", "routinisation of the agreement, 0 to 1", "index", Higher, Mean,
        m => m.Committee.Routine);
    public static readonly Indicator Meetings = Add(
        "committee.meetings", "committee meetings", "meetings held", "meetings", Neither, Sum,
        m => m.Committee.Meetings, headline: true);
    public static readonly Indicator Members = Add(
        "committee.members", "committee members", "members, all seats", "persons", Neither, Mean,
        m => m.Committee.Members, headline: true);
    public static readonly Indicator Decisions = Add(
        "committee.decisions", "decisions", "items agreed", "decisions", Neither, Sum,
        m => m.Committee.Agreed, headline: true);
    public static readonly Indicator Deferred = Add(
        "committee.deferred", "deferred items", "items put off or not agreed", "items", Neither, Sum,
        m => m.Committee.Deferred, headline: true);
    public static readonly Indicator AdaptationLag = Add(
        "committee.lag", "adaptation lag",
        "mean months from the first listing of an item to its decision, for items decided in the month", "months", Lower, Mean,
        m => m.Committee.LagMonths, per: Denominator.DecidedItems, ofNone: double.NaN, headline: true);
    public static readonly Indicator Revisions = Add(
        "committee.revisions", "revisions of the agreement", "agreements written or revised", "revisions", Neither, Sum,
        m => m.Committee.Revised ? 1 : 0, headline: true);
    public static readonly Indicator IncludedGroups = Add(
        "structure.groups", "target groups included", "groups that the integrated organisation includes", "groups", Neither, Mean,
        m => m.Structure.Included, headline: true);
    public static readonly Indicator JointUnits = Add(
        "structure.jointUnits", "joint units", "open joint units", "units", Neither, Mean,
        m => m.Structure.JointUnits, headline: true);
    public static readonly Indicator ElementsInPlace = Add(
        "structure.elements", "structural elements", "structural elements in place", "elements", Neither, Mean,
        m => m.Structure.Elements, headline: true);
    public static readonly Indicator Dissolved = Add(
        "structure.dissolved", "dissolved", "1 after the cooperation was dissolved", "switch", Lower, Last,
        m => m.Structure.Dissolved ? 1 : 0, headline: true);
    public static readonly Indicator Fit = Add(
        "dsf.fit", "fit of capacity to need",
        "1 - half the sum over groups of |share of capacity - share of need|", "share", Higher, Mean,
        m => 1 - m.Capacity.Misfit, headline: true);
    public static readonly Indicator Drift = Add(
        "dsf.drift", "drift of the services",
        "half the sum over groups of |share of capacity - its share after the months of `services.driftBase`|",
        "share", Neither, Mean,
        m => m.Capacity.Drift, headline: true);
    public static readonly Indicator Takeovers = Add(
        "structure.takeovers", "units taken over", "units that one sector took over from the other", "units", Neither, Sum,
        m => m.Structure.TakenOver, headline: true);
    public static readonly Indicator UnilateralActs = Add(
        "money.unilateralActs", "unilateral acts", "freezes, withdrawals, closures and shifts by one sector", "acts", Lower, Sum,
        m => m.Economy.UnilateralActs, headline: true);

    // Every payment of the ledger
    /// <summary>By <see cref="Flow"/>: what was paid in the month.</summary>
    public static readonly IReadOnlyList<Indicator> Payments =
    [
        Payment(Flow.CountyFrame, "frame paid to the county"),
        Payment(Flow.MunicipalFrame, "frame paid to the municipality"),
        Payment(Flow.CountyGrant, "state grant to the county"),
        Payment(Flow.MunicipalGrant, "state grant to the municipality"),
        Payment(Flow.CountyUnits, "the county's staff and premises"),
        Payment(Flow.MunicipalUnits, "the municipality's staff and premises"),
        Payment(Flow.CountyBedDays, "what bed days cost beyond the beds themselves"),
        Payment(Flow.CountyPlacements, "the county's share of outside placements"),
        Payment(Flow.MunicipalPlacements, "the municipality's share of outside placements"),
        Payment(Flow.MunicipalHousing, "housing with support, of all forms"),
        Payment(Flow.MunicipalEmergency, "emergency social care"),
        Payment(Flow.CountyTraining, "the county's share of joint training"),
        Payment(Flow.MunicipalTraining, "the municipality's share of joint training"),
        Payment(Flow.CountyCommittee, "the county's hours in the committee"),
        Payment(Flow.MunicipalCommittee, "the municipality's hours in the committee"),
        Payment(Flow.CountyAdministration, "the county's administration"),
        Payment(Flow.MunicipalAdministration, "the municipality's administration"),
        Payment(Flow.LiabilityPaid, "payment liability for delayed discharges, paid by the municipality"),
        Payment(Flow.LiabilityReceived, "payment liability for delayed discharges, received by the county"),
        Payment(Flow.CountyPurchase, "posts that the county buys from the municipality"),
        Payment(Flow.MunicipalPurchase, "posts that the municipality buys from the county"),
        Payment(Flow.MunicipalBuilding, "supported housing that is built"),
    ];

    public static IReadOnlyList<Indicator> All => Listed;

    /// <summary>Whether it is one of <see cref="Payments"/>.</summary>
    public static bool IsPayment(Indicator indicator) => indicator.Index - Payments[0].Index is >= 0 and < FlowKinds.Count;

    public static Indicator? Find(string id) => Listed.Find(i => i.Id == id);

    private static Indicator Payment(Flow flow, string title) => Add(
        $"money.flow.{char.ToLowerInvariant(flow.ToString()[0])}{flow.ToString()[1..]}", title,
        $"paid in the month: {title}", "SEK", Neither, Sum, m => m.Money.Of(flow));

    // What one sector pays to the other is one cost, not two.
    private static double OfBothSectors(in Flows money) =>
        money.Out(Account.County) + money.Out(Account.Municipality)
        - money.Of(Flow.LiabilityPaid) - money.Of(Flow.CountyPurchase) - money.Of(Flow.MunicipalPurchase);

    private static double CubeRoot(double x) => ExactMath.Pow(Math.Max(0, x), 1.0 / 3);

    private static Indicator Add(
        string id, string title, string meaning, string unit, Better better, Reduction over, Func<MonthFacts, double> amount,
        Denominator? per = null, double ofNone = 0, Levels levels = Levels.Municipality, bool headline = false,
        bool unbounded = false)
    {
        var indicator = new Indicator(id, title, meaning, unit, better, over, headline)
        {
            Index = Listed.Count,
            Amount = amount,
            Per = per,
            OfNone = ofNone,
            Levels = levels,
            IsUnbounded = unbounded,
        };
        Listed.Add(indicator);
        return indicator;
    }
}
