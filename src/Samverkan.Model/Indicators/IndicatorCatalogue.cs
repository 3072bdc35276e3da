using static Samverkan.Model.Indicators.Better;
using static Samverkan.Model.Indicators.Reduction;

namespace Samverkan.Model.Indicators;

/// <summary>Every indicator of the model, in the order of the data dictionary. Rates are per month unless the unit says otherwise.</summary>
public static class IndicatorCatalogue
{
    private static readonly List<Indicator> Listed = [];

    // People and reach
    public static readonly Indicator Eligible = Add("people.eligible", "eligible people", "persons of the target population who live in the municipality or are placed by it", "persons", Neither, Mean, true);
    public static readonly Indicator InService = Add("people.inService", "people in service", "persons on a team's caseload at the end of the month", "persons", Higher, Mean, true);
    public static readonly Indicator Waiting = Add("people.waiting", "people waiting", "persons in a team's queue at the end of the month", "persons", Lower, Mean, true);
    public static readonly Indicator Placed = Add("people.placed", "people placed outside", "persons placed outside the municipality", "persons", Lower, Mean, true);
    public static readonly Indicator Reach = Add("people.reach", "reach", "share of the eligible who are in service", "share", Higher, Mean, true);
    public static readonly Indicator JointReach = Add("people.jointReach", "share in joint care", "share of those in service whom a joint team serves", "share", Neither, Mean, true);
    public static readonly Indicator WaitingDays = Add("people.waitingDays", "days waited", "days waited in the month by all who wait", "days", Lower, Sum);
    public static readonly Indicator Arrivals = Add("people.arrivals", "new cases", "persons who joined the eligible population", "persons", Neither, Sum);
    public static readonly Indicator Exits = Add("people.exits", "people who left", "persons who moved away or recovered", "persons", Neither, Sum);
    public static readonly Indicator Deaths = Add("people.deaths", "deaths", "persons who died", "persons", Lower, Sum);
    public static readonly Indicator Dropouts = Add("people.dropouts", "dropouts", "persons who dropped out of service", "persons", Lower, Sum);
    public static readonly Indicator Discharges = Add("people.discharges", "discharged as helped", "persons discharged with hardly any need", "persons", Higher, Sum);

    // Needs
    public static readonly Indicator NeedsPerPerson = Add("needs.perPerson", "needs per person", "met and unmet needs per person in service", "needs", Neither, Mean, true);
    public static readonly Indicator UnmetPerPerson = Add("needs.unmetPerPerson", "unmet needs per person", "unmet needs per person in service", "needs", Lower, Mean, true);
    public static readonly Indicator UnmetPerEligible = Add("needs.unmetPerEligible", "unmet needs per eligible", "unmet needs per eligible person, in contact or not", "needs", Lower, Mean, true);
    public static readonly Indicator MetShare = Add("needs.metShare", "share of needs met", "met needs of all needs of the eligible", "share", Higher, Mean, true);
    public static readonly Indicator Benefit = Add("needs.benefit", "benefit", "needs met under care of both sectors, of all needs of the eligible", "share", Higher, Mean, true);
    public static readonly Indicator UnmetNeedMonths = Add("needs.unmetMonths", "unmet-need months", "unmet needs of all eligible persons, summed", "need-months", Lower, Sum, true);
    public static readonly Indicator Engagement = Add("needs.engagement", "engagement", "mean engagement of persons in service", "share", Higher, Mean);
    public static readonly Indicator Continuity = Add("needs.continuity", "continuity", "mean months with the same coordinator", "months", Higher, Mean);

    // Crisis and ward
    public static readonly Indicator Crises = Add("ward.crises", "crises", "crises per person and year", "per year", Lower, Mean, true);
    public static readonly Indicator TreatedAtHome = Add("ward.treatedAtHome", "crises treated at home", "crises that a mobile unit or a home treatment team treated at home", "crises", Neither, Sum, true);
    public static readonly Indicator Admissions = Add("ward.admissions", "admissions", "crises that led to a bed", "admissions", Neither, Sum, true);
    public static readonly Indicator Readmissions = Add("ward.readmissions", "readmission within 28 days", "share of admissions within 28 days of leaving the ward", "share", Lower, Mean, true);
    public static readonly Indicator LongOut = Add("people.longOut", "two years out of contact", "persons out of contact with every service for two years or longer", "persons", Lower, Mean, true);
    public static readonly Indicator ManyNeedsOutside = Add("needs.manyOutside", "five or more unmet needs, not in service", "share of those with five or more unmet needs who are not in service", "share", Lower, Mean, true);
    public static readonly Indicator UnmetCrises = Add("ward.unmetCrises", "crises without a bed", "crises for which no bed was free", "crises", Lower, Sum, true);
    public static readonly Indicator BedDays = Add("ward.bedDays", "bed days per person and year", "used bed days per eligible person, a year", "days", Lower, Mean, true);
    public static readonly Indicator DelayedDays = Add("ward.delayedDays", "delayed-discharge days per person and year", "bed days ready for discharge per eligible person, a year", "days", Lower, Mean, true);
    public static readonly Indicator Occupancy = Add("ward.occupancy", "occupancy", "used of granted bed days", "share", Neither, Mean, true);
    public static readonly Indicator Beds = Add("ward.beds", "beds", "beds granted by the county", "beds", Neither, Mean, true);

    // Staff
    public static readonly Indicator Posts = Add("staff.posts", "posts", "posts, filled or vacant", "posts", Neither, Mean, true);
    public static readonly Indicator PostsPer100 = Add("staff.postsPer100", "posts per 100 in service", "filled posts per 100 persons in service", "posts", Neither, Mean, true);
    public static readonly Indicator Vacancy = Add("staff.vacancy", "vacancy", "share of posts that are vacant", "share", Lower, Mean, true);
    public static readonly Indicator Strain = Add("staff.strain", "strain", "hours needed over hours at hand, over all teams", "ratio", Lower, Mean, true);
    public static readonly Indicator Turnover = Add("staff.turnover", "turnover", "share of staff who leave, a year", "share", Lower, Mean, true);
    public static readonly Indicator Competence = Add("staff.competence", "competence", "mean competence of teams for the persons on their caseload", "share", Higher, Mean, true);
    public static readonly Indicator Match = Add("staff.match", "content match", "mean match of content to needs, by person", "share", Higher, Mean, true);
    public static readonly Indicator TrainingPosts = Add("staff.inTraining", "posts in training", "posts in joint training", "posts", Neither, Mean);

    // Money
    public static readonly Indicator CostPerPerson = Add("money.perPerson", "cost per person and year", "cost of both sectors per eligible person, a year", "SEK", Neither, Mean, true);
    public static readonly Indicator CostPerMetNeed = Add("money.perMetNeed", "cost per met need and year", "cost of both sectors per met need of the eligible, a year", "SEK", Lower, Mean, true);
    public static readonly Indicator CountyCost = Add("money.countyCost", "the county's cost", "cost of the county", "SEK", Neither, Sum, true);
    public static readonly Indicator MunicipalCost = Add("money.municipalCost", "the municipality's cost", "cost of the municipality", "SEK", Neither, Sum, true);
    public static readonly Indicator CountyDemandCost = Add("money.countyDemandCost", "the county's demand-driven cost", "bed days, placements: cost of the county that follows demand", "SEK", Lower, Sum, true);
    public static readonly Indicator MunicipalDemandCost = Add("money.municipalDemandCost", "the municipality's demand-driven cost", "placements, supported housing, liability, emergency care: cost of the municipality that follows demand", "SEK", Lower, Sum, true);
    public static readonly Indicator CountyFrame = Add("money.countyFrame", "the county's frame", "money paid to the county for this branch", "SEK", Neither, Sum, true);
    public static readonly Indicator MunicipalFrame = Add("money.municipalFrame", "the municipality's frame", "money paid to the municipality", "SEK", Neither, Sum, true);
    public static readonly Indicator CountyDeficit = Add("money.countyDeficit", "the county's deficit", "deficit of twelve months, share of the frame; negative: surplus", "share", Lower, Mean, true);
    public static readonly Indicator MunicipalDeficit = Add("money.municipalDeficit", "the municipality's deficit", "deficit of twelve months, share of the frame; negative: surplus", "share", Lower, Mean, true);
    public static readonly Indicator Grants = Add("money.grants", "state grants", "earmarked grants paid", "SEK", Neither, Sum, true);
    public static readonly Indicator TrainingCost = Add("money.training", "spending on training", "cost of joint training, both sectors", "SEK", Neither, Sum, true);
    public static readonly Indicator Shifted = Add("money.shifting", "cost shifting", "sectors that shift cost: 0, 1 or 2", "sectors", Lower, Mean, true);

    // Cooperation
    public static readonly Indicator Trust = Add("cooperation.trust", "trust", "trust in the committee, 0 to 1", "index", Higher, Mean, true);
    public static readonly Indicator Understanding = Add("cooperation.understanding", "shared understanding", "shared understanding in the committee, 0 to 1", "index", Higher, Mean, true);
    public static readonly Indicator TeamCooperation = Add("cooperation.teams", "cooperation in teams", "mean cooperation of teams, by person", "index", Higher, Mean, true);
    public static readonly Indicator CooperationIndex = Add("cooperation.index", "cooperation", "cube root of trust x cooperation in joint teams x share in joint care", "index", Higher, Mean, true);
    public static readonly Indicator PrimaryCare = Add("cooperation.primaryCare", "cooperation with primary care", "cooperation at the edge, 0 to 1", "index", Higher, Mean, true);
    public static readonly Indicator AgreementStrength = Add("cooperation.agreement", "strength of the agreement", "0 without an agreement, 1 at best", "index", Higher, Mean, true);
    public static readonly Indicator Routine = Add("cooperation.routine", "routine", "routinisation of the agreement, 0 to 1", "index", Higher, Mean);
    public static readonly Indicator Meetings = Add("committee.meetings", "committee meetings", "meetings held", "meetings", Neither, Sum, true);
    public static readonly Indicator Members = Add("committee.members", "committee members", "members, all seats", "persons", Neither, Mean, true);
    public static readonly Indicator Decisions = Add("committee.decisions", "decisions", "items agreed", "decisions", Neither, Sum, true);
    public static readonly Indicator Deferred = Add("committee.deferred", "deferred items", "items put off or not agreed", "items", Neither, Sum, true);
    public static readonly Indicator AdaptationLag = Add("committee.lag", "adaptation lag", "mean months from the first listing of an item to its decision, for items decided in the month", "months", Lower, Mean, true);
    public static readonly Indicator Revisions = Add("committee.revisions", "revisions of the agreement", "agreements written or revised", "revisions", Neither, Sum, true);
    public static readonly Indicator IncludedGroups = Add("structure.groups", "target groups included", "groups that the integrated organisation includes", "groups", Neither, Mean, true);
    public static readonly Indicator JointUnits = Add("structure.jointUnits", "joint units", "open joint units", "units", Neither, Mean, true);
    public static readonly Indicator ElementsInPlace = Add("structure.elements", "structural elements", "structural elements in place", "elements", Neither, Mean, true);
    public static readonly Indicator Dissolved = Add("structure.dissolved", "dissolved", "1 after the cooperation was dissolved", "switch", Lower, Last, true);
    public static readonly Indicator Fit = Add("dsf.fit", "fit of capacity to need", "1 - half the sum over groups of |share of capacity - share of need|", "share", Higher, Mean, true);
    public static readonly Indicator Drift = Add("dsf.drift", "drift of the services", "half the sum over groups of |share of capacity - its share in 1997|", "share", Neither, Mean, true);
    public static readonly Indicator Takeovers = Add("structure.takeovers", "units taken over", "units that one sector took over from the other", "units", Neither, Sum, true);
    public static readonly Indicator UnilateralActs = Add("money.unilateralActs", "unilateral acts", "freezes, withdrawals, closures and shifts by one sector", "acts", Lower, Sum, true);

    // Every payment of the ledger
    /// <summary>By <see cref="Flow"/>: what was paid in the month.</summary>
    public static readonly IReadOnlyList<Indicator> Payments =
    [
        Payment("countyFrame", "frame paid to the county"),
        Payment("municipalFrame", "frame paid to the municipality"),
        Payment("countyGrant", "state grant to the county"),
        Payment("municipalGrant", "state grant to the municipality"),
        Payment("countyUnits", "the county's staff and premises"),
        Payment("municipalUnits", "the municipality's staff and premises"),
        Payment("countyBedDays", "what bed days cost beyond the beds themselves"),
        Payment("countyPlacements", "the county's share of outside placements"),
        Payment("municipalPlacements", "the municipality's share of outside placements"),
        Payment("municipalHousing", "supported housing"),
        Payment("municipalEmergency", "emergency social care"),
        Payment("countyTraining", "the county's share of joint training"),
        Payment("municipalTraining", "the municipality's share of joint training"),
        Payment("countyCommittee", "the county's hours in the committee"),
        Payment("municipalCommittee", "the municipality's hours in the committee"),
        Payment("countyAdministration", "the county's administration"),
        Payment("municipalAdministration", "the municipality's administration"),
        Payment("liabilityPaid", "payment liability for delayed discharges, paid by the municipality"),
        Payment("liabilityReceived", "payment liability for delayed discharges, received by the county"),
        Payment("countyPurchase", "posts that the county buys from the municipality"),
        Payment("municipalPurchase", "posts that the municipality buys from the county"),
    ];

    public static IReadOnlyList<Indicator> All => Listed;

    public static Indicator? Find(string id) => Listed.Find(i => i.Id == id);

    private static Indicator Payment(string kind, string title) => Add($"money.flow.{kind}", title, $"paid in the month: {title}", "SEK", Neither, Sum);

    private static Indicator Add(string id, string title, string meaning, string unit, Better better, Reduction over, bool headline = false)
    {
        var indicator = new Indicator(id, title, meaning, unit, better, over, headline) { Index = Listed.Count };
        Listed.Add(indicator);
        return indicator;
    }
}
