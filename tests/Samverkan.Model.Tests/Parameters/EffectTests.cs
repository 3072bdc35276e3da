using Samverkan.Model.Cooperation;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using static Samverkan.Model.Tests.TestWorlds;
using ParameterInfo = Samverkan.Model.Parameters.ParameterInfo;

namespace Samverkan.Model.Tests.Parameters;

/// <summary>
/// No number of the registry is dead: put at an end of its range, it changes what some small world reports or what its
/// committee writes down. Worlds stand from the plainest to those in which something out of the ordinary happens.
/// </summary>
public class EffectTests
{
    private static readonly Lived[] Worlds =
    [
        // A joint centre in a small town.
        new(Town(36, 20_000).WithCentres()),
        // All elements and all groups come early.
        new(Town(60).With(("agenda.evaluationTerm", 24), ("committee.meetingsPerYear", 12)).WithCentres().Having(
            [.. Elements.Ids.Skip(5).Select((element, i) => Event(EventKind.IntroduceElement, Start + 9 + i, element: element)),
             .. TargetGroups.Ids.Select((group, i) => Event(EventKind.IncludeGroup, Start + 12 + i, group: group))]), seed: 1),
        // A grant, a guideline and a register, and a committee that meets every month; then the county closes the centre.
        new(Town(60, 20_000).With(
            ("nation.stimulusGrant", 20e6), ("nation.caseManagerGuideline", 1), ("nation.sharedRegisterPermitted", 1),
            ("agenda.groupsForMultiCaseManagers", 1), ("agenda.lagPlan", 3), ("committee.meetingsPerYear", 12))
            .Having(Event(EventKind.CloseUnit, Start + 36, by: "county"))),
        // Joint teams without co-location or two leaders, evaluated from within; one closes a centre, the other may take it over.
        new(Town(36, 60_000).With(
            ("element.allowed.co-located-centres", 0), ("element.allowed.co-leadership", 0),
            ("element.allowed.external-evaluation", 0),
            ("cooperation.initialTrust", .75), ("funding.takeOverMeans", .2), ("committee.meetingsPerYear", 12),
            ("funding.initialSlack", .06)).WithCentres()
            .Having(Event(EventKind.Evaluate, Start + 12, element: "internal-evaluation"),
                Event(EventKind.CloseUnit, Start + 17, by: "municipality"), Event(EventKind.CloseUnit, Start + 24, by: "county")),
                seed: 3),
        // The rival rules: trust grows as fast from any level, and the body is one under a law of its own.
        new(Town(60, 20_000).With(
            ("cooperation.trustCompounds", 0), ("cooperation.endsAsCoalitions", 0), ("cooperation.safeMonths", 0),
                ("cooperation.initialTrust", .1),
            ("cooperation.initialUnderstanding", .05), ("cooperation.dissolution", 4), ("committee.meetingsPerYear", 12))
                .WithCentres()
            .Having(Set("funding.controllable.county", .7, Start + 8)), seed: 6),
        // A large committee with little trust, and a cut after which each closes what it can, until the cooperation ends.
        new(Town(36, 40_000).With(
            ("committee.coreMembers", 12), ("cooperation.initialTrust", .2), ("cooperation.safeMonths", 0),
            ("cooperation.restMonths", 6),
            ("funding.closeShare", 1), ("funding.freezeShare", 0), ("funding.withdrawShare", 0)).WithCentres()
            .Having(Set("funding.controllable.county", .8, Start + 8), Set("funding.controllable.municipality", .8, Start + 8)),
            seed: 2),
        // Both sectors have money to spare: the cooperation is evaluated from outside, and beds that stood empty open again.
        new(Town(72).With(("agenda.evaluationTerm", 24), ("funding.initialSlack", .15), ("ward.beds", 30)).WithCentres()
            .Having(Event(EventKind.Evaluate, Start + 12, element: "external-evaluation")), seed: 5),
        // Posts stand empty while waits are guaranteed.
        new(Town(36, 20_000).With(("nation.waitingGuarantee", 30)).Having(Set("team.postsOpen", .7, Start + 2))),
        // A committee that weighs every cost.
        new(Town(60, 20_000).With(("committee.consensusCost", 4), ("committee.meetingsPerYear", 12)).WithCentres(), seed: 4),
        // Municipalities that compete for few beds.
        new(TwoCounties(48).With(("ward.beds", 8))),
        // Housing in all its forms, built and abolished, while beds close.
        new(Town(84, 40_000).With(
            ("housing.firstPlaces", 20), ("housing.floatingPlaces", 30), ("housing.tolerated", .02), ("housing.response", .9),
                ("funding.initialSlack", .25), ("housing.mostAYear", .05))
            .Having(Set("services.housingPlaces", 85, Start + 6), Set("housing.firstPlaces", 40, Start + 6),
                Set("ward.beds", 2, Start + 12))),
        // An assertive team that grows and closes.
        new(Town(60, 40_000).With(("assertive.posts", 12), ("engagement.dropout", .035)).WithCentres()
            .Having(Set("assertive.posts", 20, Start + 20), Set("assertive.posts", 0, Start + 50))),
        // A mobile crisis team, peer workers and job specialists of both sectors, fewer than there is use for, and few beds.
        new(Town(36, 40_000).With(("crisisTeam.posts", 3), ("crisisTeam.municipalShare", .4), ("peers.posts", 4),
            ("ips.posts", 2), ("ward.beds", 8))
            .WithCentres()),
        // Six committees that decide on joint plans of their own, and two counties that close what they can.
        new(TwoCounties(40).With(
            ("committee.meetingsPerYear", 12), ("agenda.initiative", 12), ("agenda.lagPlan", 3), ("nation.stimulusGrant", 20e6),
            ("funding.takeOverMeans", .2))
            .Having([.. Enumerable.Range(0, 3).Select(i => Event(EventKind.CloseUnit, Start + 18 + 6 * i, by: "county"))])),
        // All waits for a meeting, meetings have too little time, and trust is such that a unit may or may not be taken over.
        new(Town(60, 20_000).With(
            ("committee.dailyDecisions", 0), ("committee.itemsPerMeeting", 2), ("committee.scheduleTerm", 12),
            ("committee.meetingsPerYear", 6), ("committee.tooLong", 10), ("committee.meetingsDropped", 3),
            ("funding.takeOverMeans", .2), ("funding.takeOverTrust", .8)).WithCentres()
            .Having([Event(EventKind.LeadersLeave, Start + 12, amount: 6),
                .. Enumerable.Range(3, 7).Select(i =>
                    Event(EventKind.CloseUnit, Start + 6 * i, by: i % 2 == 0 ? "municipality" : "county"))]), seed: 11),
    ];

    public static TheoryData<string> Sections => [.. Catalogue.All.Select(p => p.Section.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_parameter_moves_an_outcome_of_some_world(string section)
    {
        var dead = Catalogue.All.Where(p => p.Section.Name == section && !Worlds.Any(world => world.Feels(p))).ToArray();
        Assert.True(dead.Length == 0,
            $"Without effect at either end of their ranges: {string.Join(", ", dead.Select(p => p.Id))}");
    }

    private sealed class Lived(Blueprint world, ulong seed = 3)
    {
        // A short warm-up: what a world has settled to is of no interest here.
        private readonly Blueprint blueprint = world.With(("funding.warmUpMonths", 24));

        private MonthResult[]? months;

        // The nearer end first: at the other there may be a million people.
        public bool Feels(ParameterInfo parameter) => new[] { parameter.Max, parameter.Min }
            .Where(end => end != parameter.Get(blueprint.Parameters))
            .OrderBy(end => Math.Abs(end - parameter.Get(blueprint.Parameters)))
            .Any(end => Months().Zip(blueprint.With((parameter.Id, end)).Simulate(seed).Rest())
                .Any(month => Differ(month.First, month.Second)));

        private MonthResult[] Months() => months ??= [.. blueprint.Run(seed)];

        private static bool Differ(MonthResult a, MonthResult b) =>
            !a.Observations.SequenceEqual(b.Observations) || !Written(a).SequenceEqual(Written(b));

        private static IEnumerable<string> Written(MonthResult month) =>
            month.Minutes.SelectMany(minutes => minutes.Present.Cast<object>().Append(minutes.Seen).Concat(minutes.Items)
                .Concat(minutes.Notes))
                .Select(one => one.ToString()!);
    }
}
