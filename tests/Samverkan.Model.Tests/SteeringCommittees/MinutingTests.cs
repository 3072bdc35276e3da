using System.Collections.Immutable;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Policies;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.SteeringCommittees.Minuting;
using Samverkan.Model.Units;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.SteeringCommittees;

/// <summary>What the minutes tell beside the decisions of a meeting: where matters come from and what comes of them.</summary>
public class MinutingTests
{
    private static readonly (string, double)[] Agreeable =
        [("committee.consensusBase", 100), ("committee.sizeExponent", 0), ("committee.meetingsPerYear", 12),
            ("committee.itemsPerMeeting", 20)];

    [Fact]
    public void What_is_counted_for_the_minutes_decides_nothing()
    {
        var (none, many) = (Resolved(Examples.Brief()),
            Resolved(Examples.Brief() with { Counted = [.. Enumerable.Repeat(500, Figures.Count)] }));
        Assert.Equal(none.CooperationState, many.CooperationState);
        Assert.Equal(none.Decisions.Select(d => (d.Proposal, d.From)), many.Decisions.Select(d => (d.Proposal, d.From)));
        Assert.Equal((none.Agreed, none.Deferred, none.Cost), (many.Agreed, many.Deferred, many.Cost));

        static Resolution Resolved(Brief brief) => Pulse.Advance(Committee(Agreeable), brief);
    }

    [Fact]
    public void A_decision_is_followed_to_its_execution_and_a_year_later_to_its_effect()
    {
        var news = Town(40).WithCentres().Run().SelectMany(m => m.Minutes)
            .SelectMany(m => m.Notes.Select(note => (m.Month, Note: note))).ToList();
        var done = news.First(n => n.Note is DecisionCarriedOut { Proposal.Remedy: Remedy.JointPlan });
        var seen = news.First(n => n.Note is EffectSeen { Proposal.Remedy: Remedy.JointPlan });
        Assert.Equal(Start + 2, ((DecisionCarriedOut)done.Note).Decided);
        var effect = (EffectSeen)seen.Note;
        Assert.Equal((Yardstick.InJointCare, 0), (effect.Yardstick, effect.Before));
        Assert.True(effect.Now > 50);
        Assert.InRange(seen.Month - done.Month, 9, 14);
        Assert.Single(news, n => n.Note is EffectSeen { Proposal.Remedy: Remedy.JointPlan });
    }

    [Fact]
    public void What_fails_in_execution_is_not_told_as_done()
    {
        var followUp = new DecisionFollowUp();
        followUp.Decided(new(new() { Remedy = Remedy.Streamline }, Examples.Some + 1, Fails: true), Examples.Brief());
        Assert.Equal(0, followUp.Underway);
        Assert.Empty(Months(followUp, 24));
    }

    [Fact]
    public void What_was_decided_before_a_dissolution_is_not_told_as_done()
    {
        var followUp = new DecisionFollowUp();
        followUp.Decided(new(new() { Remedy = Remedy.Streamline }, Examples.Some + 3), Examples.Brief());
        followUp.Dissolved();
        Assert.Empty(Months(followUp, 24));
    }

    [Theory]
    [InlineData(44, 98, 400, 310, CauseKind.PostsGone, 90)]
    [InlineData(98, 44, 310, 400, CauseKind.PostsAdded, 90)]
    [InlineData(44, 98, 310, 400, CauseKind.None, 0)]
    [InlineData(44, 98, 400, 395, CauseKind.None, 0)]
    public void A_change_names_a_cause_that_works_in_its_direction(int queueBefore, int queueNow, int postsBefore, int postsNow,
        CauseKind kind, int number)
    {
        var (before, now) = (OneMonth((Figure.Queue, queueBefore), (Figure.Posts, postsBefore)),
            OneMonth((Figure.Queue, queueNow), (Figure.Posts, postsNow)));
        Assert.Equal(kind == CauseKind.None ? null : new Cause(kind, number), Causes.Of(Figure.Queue, now, before));
    }

    [Theory]
    [InlineData(-.145, .01, 0, 0, BehindKind.FrameFell, Sector.County)]
    [InlineData(.01, -.05, 0, 0, BehindKind.FrameFell, Sector.Municipality)]
    [InlineData(.01, .01, 4e6, 0, BehindKind.GrantEnded, null)]
    [InlineData(.01, .01, 4e6, 4e6, null, null)]
    [InlineData(-.01, 0, 0, 0, null, null)]
    public void A_cause_names_what_came_from_outside_before_it(
        double county, double municipality, double grantBefore, double grantNow, BehindKind? kind, Sector? by)
    {
        var (before, now) =
            (OneMonth((Figure.Queue, 44), (Figure.Posts, 400)), OneMonth((Figure.Queue, 98), (Figure.Posts, 310)));
        var behind = Causes.Of(Figure.Queue, now, before, Outside(county, municipality, grantBefore, grantNow))!.Value.Behind;
        Assert.Equal((kind, by), (behind?.Kind, behind?.By));
    }

    [Fact]
    public void More_arrivals_name_who_came()
    {
        var (before, now) =
            (OneMonth((Figure.Queue, 44), (Figure.Arrivals, 30)), OneMonth((Figure.Queue, 98), (Figure.Arrivals, 70)));
        var came = new ModelEvent("came", Month.Of(2003, 5), Scope.Everywhere, new Influx(TargetGroup.Refugees, 40));
        Assert.Equal(new Behind(BehindKind.PersonsCame, Group: TargetGroup.Refugees, Persons: 40),
            Causes.Of(Figure.Queue, now, before, Outside(0, 0, 0, 0, came))!.Value.Behind);
    }

    private static OutsideYear Outside(double county, double municipality, double grantBefore, double grantNow,
        params ModelEvent[] events) => new(2003, county, municipality, .025, new(
            month => Examples.P.With(("nation.stimulusGrant", month.Year < 2003 ? grantBefore : grantNow)),
            year => events.Where(e => e.At.Year == year)));

    [Fact]
    public void The_cut_of_a_frame_is_followed_to_the_queue()
    {
        var minutes = Town(60).With(("committee.meetingsPerYear", 12)).WithCentres()
            .Having(Set("funding.frame.county", .6, Month.Of(1997))).Run().SelectMany(m => m.Minutes);
        Assert.Contains(minutes.SelectMany(m => m.Notes).OfType<FigureMoved>(),
            moved => moved.Cause?.Behind is { Kind: BehindKind.FrameFell, By: Sector.County, Share: > .2 });
    }

    [Fact]
    public void Beds_explain_crises_without_a_bed()
    {
        var (before, now) =
            (OneMonth((Figure.WithoutBed, 5), (Figure.Beds, 16)), OneMonth((Figure.WithoutBed, 14), (Figure.Beds, 12)));
        Assert.Equal(new Cause(CauseKind.BedsClosed, 4), Causes.Of(Figure.WithoutBed, now, before));
        Assert.Null(Causes.Of(Figure.Queue, now, before));
    }

    [Fact]
    public void A_year_is_reported_once_and_beside_the_year_before()
    {
        var reports = Town(40).Run().SelectMany(m => m.Minutes).SelectMany(m => m.Notes).OfType<YearReported>().ToList();
        Assert.Equal([1995, 1996, 1997], reports.Select(report => report.Year));
        Assert.Equal(reports[0].Now, reports[1].Before);
        Assert.Empty(reports[0].Before);
    }

    [Fact]
    public void The_figures_of_a_year_are_those_that_were_counted()
    {
        var months = Town(16).Run();
        var report = months.SelectMany(m => m.Minutes).SelectMany(m => m.Notes).OfType<YearReported>().Single();
        Assert.Equal(months.Series(Model.Indicators.IndicatorCatalogue.InService)[11], report.Now[(int)Figure.InService]);
        Assert.True(report.Now[(int)Figure.Crises] >= report.Now[(int)Figure.Admissions] + report.Now[(int)Figure.WithoutBed]);
    }

    [Fact]
    public void A_grant_is_told_when_it_is_announced_when_it_comes_and_when_it_ends()
    {
        var grant = Set("nation.stimulusGrant", 4e6, Start + 20) with { Until = Start + 43 };
        var told = Told(Town(60).Having(grant)).Where(n => n.GetType().Name.StartsWith("Grant", StringComparison.Ordinal))
            .Select(n => n.GetType()).ToList();
        Assert.Equal([typeof(GrantAnnounced), typeof(GrantBegun), typeof(GrantEnding), typeof(GrantEnded)], told);
        Assert.Equal(24, Told(Town(60).Having(grant)).OfType<GrantEnded>().Single().Months);
    }

    [Theory]
    [InlineData("nation.caseManagerGuideline", 1, nameof(GuidelineIssued))]
    [InlineData("nation.sharedRegisterPermitted", 1, nameof(RegisterPermission))]
    [InlineData("nation.regionalAgreement", 1, nameof(RegionalAgreementMade))]
    [InlineData("nation.privatePrimaryCare", .4, "PrivateCareChanged.More")]
    [InlineData("nation.waitingGuarantee", 90, nameof(GuaranteeChanged))]
    [InlineData("ward.legalDays", 5, "PaymentTermChanged.Shorter")]
    [InlineData("element.allowed.case-managers", 0, "ElementRuled.Forbidden")]
    [InlineData("committee.meetingsPerYear", 3, nameof(MeetingsSet))]
    [InlineData("population.incidence.refugees", 0, nameof(PolicyChanged))]
    public void What_comes_from_outside_is_noticed_once(string parameter, double value, string topic)
    {
        if (Model.Parameters.Catalogue.Find(parameter) is null)
            parameter = Model.Parameters.Catalogue.All.First(p => p.Name == "new cases among {0}").Id;
        var before = Told(Town(12)).Count(n => n.Topic == topic);
        Assert.Equal(before + 1, Told(Town(12).Having(Set(parameter, value, Start + 5))).Count(n => n.Topic == topic));
    }

    [Fact]
    public void Beds_that_close_are_told_with_those_that_are_left()
    {
        var told = Told(Town(12).Having(Set("ward.beds", 8, Start + 5))).OfType<BedsChanged>().ToList();
        Assert.Contains(told, change => change.From - change.To >= 6);
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void A_lever_that_moves_little_by_little_is_told_when_it_has_arrived()
    {
        var slow = Set("costs.delayedDay", 9_000, Start + 3) with
        {
            Parameter = Model.Parameters.Catalogue.All.First(p => p.Name == "the price of a delayed day").Id,
            Ramp = new(6, RampShape.Linear),
        };
        var told = Assert.Single(Told(Town(18).Having(slow)).OfType<PolicyChanged>());
        Assert.Equal(9_000, told.To);
    }

    [Fact]
    public void Persons_who_come_all_at_once_are_told() =>
        Assert.Equal(new PersonsCame(TargetGroup.Refugees, 30),
            Told(Town(12).Having(Event(EventKind.Influx, Start + 4, "refugees", 30))).OfType<PersonsCame>().Single());

    [Fact]
    public void An_inspection_remarks_comes_back_and_then_rests()
    {
        var (inspectorate, bad, good) =
            (new Inspectorate(), OneMonth((Figure.Crises, 40), (Figure.WithoutBed, 20)), OneMonth((Figure.Crises, 40)));
        Assert.Equal(new InspectionRemarked(Remark.CrisesWithoutBed, 20, 40), inspectorate.Year(2001, bad));
        Assert.Equal(new InspectionReturned(Remark.CrisesWithoutBed, true, 0, 40), inspectorate.Year(2002, good));
        Assert.Null(inspectorate.Year(2003, bad));
        Assert.NotNull(inspectorate.Year(2005, bad));
    }

    [Fact]
    public void An_objection_is_what_weighs_most()
    {
        var (p, brief) = (Examples.P.Committee, Examples.Brief());
        var sound = new CooperationState(.9, .9, 0, 0, 0);
        Assert.Equal(Objection.Distrust, Consensus.Weightiest(p, sound with { Trust = 0 }, 0, brief, 4, new(1, true)));
        Assert.Equal(Objection.NoSharedView,
            Consensus.Weightiest(p, sound with { Understanding = 0 }, 0, brief, 4, new(1, true)));
        Assert.Equal(Objection.Cost, Consensus.Weightiest(p, sound, 50_000_000, brief, 4, new(1, true)));
        Assert.Equal(Objection.OldData, Consensus.Weightiest(p, sound, 0, brief, 4, new(0, true)));
        Assert.Equal(Objection.Resistance, Consensus.Weightiest(p, sound, 0, brief, 4, new(1, true, 3)));
        Assert.Equal(Objection.TooMany, Consensus.Weightiest(p, sound, 0, brief, 40, new(1, true)));
    }

    [Fact]
    public void Matters_are_raised_by_those_whom_they_concern()
    {
        var team = new TeamState
        {
            Address = new(4, 0),
            Kind = UnitKind.Centre,
            Groups = new(1),
            Joint = true,
            Persons = 90,
            Waiting = 12,
            Need = 1.6,
            Posts = 100,
            Vacant = 0,
        };
        var brief = Examples.Brief() with { Teams = [team] };
        var (core, managers) = (Seated(4), Seated(2));
        var standpoints = new Standpoints(brief, core, managers, associations: 2, seated: 1, Sector.County);
        Assert.Equal(new(SpeakerRole.Associations), Raiser(new ReviewDue(null)));
        Assert.Equal(new(SpeakerRole.CoreMember, Sector.Municipality), Raiser(new DeficitBrought(Sector.Municipality, .04)));
        Assert.Equal(new(SpeakerRole.CoreMember, Sector.County), Raiser(new AgreementShaken()));
        Assert.Equal(new(SpeakerRole.ServiceLeader, null, new(UnitKind.Centre, team.Address)),
            Raiser(new TeamStrained(UnitKind.Centre, team.Address, 1.6, 12)));
        Assert.Equal(new(SpeakerRole.ProjectManager, Sector.Municipality), Raiser(new RoleWanted(RoleReason.SeparateGuidelines)));
        Assert.Equal(
            SpeakerRole.CoreMember, new Standpoints(brief, core, new(), 0, 0, null)
            .Raiser(Item(new RoleWanted(RoleReason.SeparateGuidelines))).Role);

        Speaker Raiser(Occasion occasion) => standpoints.Raiser(Item(occasion));

        static AgendaItem Item(Occasion occasion) => new(new() { Remedy = Remedy.Role }, occasion, 1);
    }

    [Fact]
    public void Dissent_has_a_side_that_follows_from_the_matter()
    {
        var brief = Examples.Brief() with { County = new(0, -5, 60_000_000, false, false, false) };
        var item = new AgendaItem(new() { Remedy = Remedy.Role }, new ServicesPlanApart(), 1);
        var standpoints = new Standpoints(brief, Seated(4), Seated(2), 2, 0, Sector.Municipality);
        Assert.Equal(Side.County, standpoints.Against(item, Objection.Cost).By);
        Assert.Equal(Side.Municipality, standpoints.Against(item, Objection.Distrust).By);
        Assert.Equal(Side.StakeholderAssociations, standpoints.Against(item, Objection.OldData).By);
    }

    [Fact]
    public void A_matter_that_comes_back_refers_to_what_became_of_it()
    {
        var refused = Enumerable.Range(0, 2).Select(_ => 0).ToArray();
        var committee = Committee([.. Agreeable[1..], ("committee.consensusBase", -100)]);
        var items = refused.Select((_, i) => Pulse.Advance(committee, Examples.Brief(Examples.Some + i)).Minutes.Single().Items)
            .ToArray();
        Assert.NotEmpty(items[0]);
        Assert.All(items[0], item => Assert.Null(item.Before));
        var again = items[1].First(item => items[0].Any(first => first.Proposal.Remedy == item.Proposal.Remedy));
        Assert.Equal(new EarlierDecision(Examples.Some, Outcome.NotAgreed, 1), again.Before);
        Assert.NotNull(again.Dissent);
    }

    [Fact]
    public void Minutes_go_on_from_a_snapshot_as_if_nothing_had_happened()
    {
        var whole = Town(72, 20_000).WithCentres().Simulate();
        var told = whole.Rest().SelectMany(m => m.Minutes).ToList();
        var first = Town(72, 20_000).WithCentres().Simulate();
        while (first.Next < Start + 31) first.Advance();
        var rest = first.Branch(first.Blueprint).Rest().SelectMany(m => m.Minutes).ToList();
        Assert.Equal(told.Where(m => m.Month >= Start + 31).Select(Text), rest.Select(Text));

        static string Text(Minutes minutes) =>
            string.Join('\n', minutes.Notes.Select(n => n.ToString()).Concat(minutes.Items.Select(i => i.ToString())));
    }

    private static IEnumerable<News> Told(Blueprint blueprint) =>
        blueprint.With(("committee.meetingsPerYear", 12), ("committee.adaptsSchedule", 0))
        .Run().SelectMany(m => m.Minutes).SelectMany(m => m.Notes);

    private static IEnumerable<News> Months(DecisionFollowUp followUp, int months) =>
        Enumerable.Range(1, months).SelectMany(i => followUp.Month(Examples.Brief(Examples.Some + i)));

    private static Period OneMonth(params (Figure Figure, int Number)[] figures)
    {
        var counted = new int[Figures.Count];
        foreach (var (figure, number) in figures) counted[(int)figure] = number;
        var period = new Period();
        period.Add(Examples.Brief() with { Counted = [.. counted] });
        return period;
    }

    private static Leaders Seated(int seats)
    {
        var leaders = new Leaders();
        leaders.Seat(seats, .5, 0, Examples.World.RandomStreams, 1, 0);
        return leaders;
    }

    private static SteeringCommittee Committee((string, double)[] values)
    {
        var world = new World(Town().With(values), 1, 0);
        return new(world, 0, "0001", world.ParametersOf(0, new(Examples.Some, [])));
    }
}
