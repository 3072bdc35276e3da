using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests.SteeringCommittees;

public class ConsensusTests
{
    private static readonly CommitteeParameters P = Examples.P.Committee;

    private static readonly Gen<double> Share = Gen.Double[0, 1];

    [Fact]
    public void Trust_and_understanding_bring_consensus_and_cost_and_size_hinder_it() =>
        Gen.Select(Share, Share, Gen.Double[0, 1e7], Gen.Int[0, 40]).Sample((t, s, cost, members) =>
    {
        var cooperation = new CooperationState(t, s, 0, 0, 0);
        var chance = Examples.Consent(P, cooperation, cost, Examples.Brief(), members);
        return chance is >= 0 and <= 1
            && Examples.Consent(P, cooperation with { Trust = t + .1 }, cost, Examples.Brief(), members) >= chance
            && Examples.Consent(P, cooperation with { Understanding = s + .1 }, cost, Examples.Brief(), members) >= chance
            && Examples.Consent(P, cooperation, cost + 1e6, Examples.Brief(), members) <= chance
            && Examples.Consent(P, cooperation, cost, Examples.Brief(), members + 5) <= chance;
    });

    [Fact]
    public void Consensus_by_hand()
    {
        var p = Examples.P.With(("committee.consensusBase", -.6), ("committee.consensusTrust", 2.6),
            ("committee.consensusUnderstanding", 1.4),
            ("committee.consensusCost", .6), ("committee.consensusSize", .1), ("committee.workingSize", 8)).Committee;
        // Room: slack of 1 + 1 MSEK and 1 % of 60 + 60.
        var z = -.6 + 2.6 * .5 + 1.4 * .4 - .6 * 1.6 / 3.2 - .1 * 2;
        Assert.Equal(1 / (1 + Math.Exp(-z)), Examples.Consent(p, new(.5, .4, 0, 0, 0), 1_600_000, Examples.Brief(), 10), 1e-12);
    }

    [Fact]
    public void Without_any_money_only_what_is_free_can_pass()
    {
        var poor = Examples.Brief()
            with
        { County = new(0, 0, 0, false, false, false), Municipality = new(0, 0, 0, false, false, false) };
        Assert.Equal(0, Examples.Consent(P, new(1, 1, 0, 0, 0), 1, poor, 4));
        Assert.True(Examples.Consent(P, new(1, 1, 0, 0, 0), 0, poor, 4) > 0);
        Assert.False(double.IsNaN(Examples.Consent(P, new(1, 1, 0, 0, 0), 0, poor, 4)));
    }

    [Fact]
    public void A_large_committee_turns_consultative()
    {
        var p = Examples.P.With(("committee.itemsPerMeeting", 4), ("committee.workingSize", 8), ("committee.sizeExponent", .9))
            .Committee;
        Assert.Equal(4, Consensus.Capacity(p, 5));
        Assert.Equal(4 * Math.Pow(.4, .9), Consensus.Capacity(p, 20), 1e-12);
        Assert.Equal(0, Consensus.Capacity(p, 0));
    }

    [Fact]
    public void Who_represents_nobody_decides_late_and_in_vain() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 9], Gen.Double[1, 12]).Sample((members, groups, months) =>
    {
        var r = Consensus.Representation(P, members, groups);
        return r is >= 0 and <= 1 && Consensus.Lag(P, months, r) >= Consensus.Lag(P, months, 1)
            && Consensus.Lag(P, months, r) >= 1
            && Consensus.FailureProbability(P, r) is >= 0 and <= 1 && Consensus.FailureProbability(P, 1) == 0;
    });
}

public class ScheduleTests
{
    [Fact]
    public void The_years_meetings_are_all_held() => Gen.Int[0, 500].Sample(perYear =>
    {
        var p = Meeting(perYear);
        var schedule = new Schedule();
        return Enumerable.Range(1, 12).Sum(m => schedule.MeetingsIn(Month.Of(2001, m), p)) == perYear;
    });

    [Fact]
    public void Meetings_are_spread_evenly() => Gen.Int[0, 500].Sample(perYear =>
    {
        var p = Meeting(perYear);
        var months = Enumerable.Range(1, 12).Select(m => new Schedule().MeetingsIn(Month.Of(2001, m), p)).ToArray();
        return months.Max() - months.Min() <= 1;
    });

    [Fact]
    public void Where_meetings_decide_little_there_are_fewer()
    {
        var schedule = new Schedule();
        for (var i = 0; i < 6; i++) schedule.Held(0);
        Assert.Equal(-1, schedule.Reconsider(Meeting(6), 6));
        Assert.Equal(5, schedule.Planned(Meeting(6)));
    }

    [Fact]
    public void Where_matters_wait_too_long_there_are_more_but_no_more_than_at_the_start()
    {
        var schedule = new Schedule();
        for (var year = 0; year < 3; year++) schedule.Reconsider(Meeting(6), 6);
        Assert.Equal(3, schedule.Planned(Meeting(6)));
        schedule.Deferred(1_000, 5);
        Assert.Equal(2, schedule.Reconsider(Meeting(6), 6));
        schedule.Deferred(1_000, 5);
        Assert.Equal(1, schedule.Reconsider(Meeting(6), 6));
    }

    [Fact]
    public void A_committee_never_stops_meeting_by_itself()
    {
        var schedule = new Schedule();
        for (var year = 0; year < 20; year++) schedule.Reconsider(Meeting(6), 6);
        Assert.Equal(Meeting(6).FewestMeetings, schedule.Planned(Meeting(6)));
    }

    [Fact]
    public void A_frequency_that_is_set_anew_replaces_the_committees_own()
    {
        var schedule = new Schedule();
        schedule.Reconsider(Meeting(6), 6);
        Assert.Equal((5, 12, 1), (schedule.Planned(Meeting(6)), schedule.Planned(Meeting(12)), schedule.Planned(Meeting(1))));
    }

    [Fact]
    public void A_committee_that_may_not_adapt_keeps_its_frequency()
    {
        var schedule = new Schedule();
        schedule.Reconsider(Meeting(6), 6);
        Assert.Equal(6,
            schedule.Planned(Examples.P.With(("committee.meetingsPerYear", 6), ("committee.adaptsSchedule", 0)).Committee));
    }

    private static CommitteeParameters Meeting(double perYear) =>
        Examples.P.With(("committee.meetingsPerYear", perYear), ("committee.adaptsSchedule", 1), ("committee.fewestMeetings", 2))
        .Committee;
}

public class KnowledgeTests
{
    private static readonly CommitteeParameters P = Examples.P.Committee;

    [Fact]
    public void What_is_known_lies_between_the_review_and_the_truth() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Double[0, 1]).Sample((then, now, heard) =>
    {
        var knowledge = new Knowledge();
        knowledge.Review(Unmet(then));
        var known = knowledge.Unmet(Unmet(now), 0, heard, .5);
        return known >= Math.Min(then, now) - 1e-9 && known <= Math.Max(then, now) + 1e-9
            && Math.Abs(knowledge.Unmet(Unmet(now), 0, 1, .5) - now) < 1e-9;
    });

    [Fact]
    public void A_review_is_of_last_month_and_ages()
    {
        var knowledge = new Knowledge();
        knowledge.Review(Examples.Brief());
        Assert.Equal(Examples.Some - 1, knowledge.Reviewed);
        Assert.Equal(13, knowledge.AgeIn(Examples.P.Committee, Examples.Some + 12));
    }

    [Fact]
    public void Decisions_on_old_data_hit_todays_needs_less() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 60], Gen.Double[0, 1]).Sample((age, more, heard) =>
    {
        var knowledge = new Knowledge();
        knowledge.Review(Examples.Brief());
        var fresh = knowledge.Freshness(P, heard, Examples.Some + age);
        return fresh >= heard - 1e-12 && fresh <= 1 && knowledge.Freshness(P, heard, Examples.Some + age + more) <= fresh;
    });

    [Fact]
    public void Associations_and_shared_data_bring_fresh_news_to_a_representative_committee()
    {
        var both = new StructuralElements(0).With(Element.StakeholderParticipation).With(Element.SharedNeedsData);
        Assert.Equal(0, Knowledge.Fresh(P, new(0), 2, 1));
        Assert.Equal(P.FreshWithAssociations, Knowledge.Fresh(P, both.Without(Element.SharedNeedsData), 2, 1));
        Assert.Equal(P.FreshWithSharedData, Knowledge.Fresh(P, both, 0, 1));
        Assert.Equal((P.FreshWithAssociations + P.FreshWithSharedData) * .5, Knowledge.Fresh(P, both, 2, .5));
        Assert.Equal(1, Knowledge.Fresh(Examples.P.With(("committee.perfectKnowledge", 1)).Committee, new(0), 0, 0));
    }

    private static Brief Unmet(int count) =>
        Examples.Brief() with { Groups = [.. Examples.Brief().Groups.Select(g => g with { Unmet = count })] };
}

public class AgendaTests
{
    [Fact]
    public void Urgent_matters_come_first_and_one_of_each_kind_at_most()
    {
        var brief = Examples.Brief() with { County = new(.1, 1_000_000, 60_000_000, true, false, false), Included = new(0b101) };
        var items = Items(Examples.Table(brief, agreementAge: 60, unseated: 2, evaluationAge: 100));
        Assert.True(items.Count > 3);
        Assert.Equal(items.OrderByDescending(i => i.Urgency), items);
        Assert.Equal(items.Count, items.Select(i => i.Remedy).Distinct().Count());
    }

    [Fact]
    public void A_random_agenda_has_the_same_matters_in_another_order()
    {
        var brief = Examples.Brief() with { County = new(.1, 1_000_000, 60_000_000, true, false, false) };
        var random = Examples.P.With(("committee.randomAgenda", 1));
        var (a, b) = (Items(Examples.Table(brief, agreementAge: 60)), Items(Examples.Table(brief, random, agreementAge: 60)));
        Assert.Equal(a.Select(i => i.Remedy).Order(), b.Select(i => i.Remedy).Order());
        Assert.Contains(Enumerable.Range(0, 20), meeting =>
            !Agenda.Of(Examples.Table(brief, random, agreementAge: 60), RandomStreams.Of(1, 0), 1, meeting).Select(i => i.Remedy)
            .SequenceEqual(a.Select(i => i.Remedy)));
    }

    [Fact]
    public void What_a_scenario_dates_is_not_raised() =>
        Assert.DoesNotContain(Items(Examples.Table(agreementAge: 60, documented: 1u << (int)Remedy.ReviseAgreement)),
            i => i.Remedy == Remedy.ReviseAgreement);

    [Fact]
    public void Without_a_joint_plan_one_is_proposed_as_far_as_money_goes()
    {
        var separate = Examples.Brief() with { PlanStands = false, JointUnits = 0 };
        var item = One(Remedy.JointPlan, Examples.Table(separate))!;
        Assert.InRange(item.Proposal.Centres, 1, (int)Examples.P.Services.FirstCentres);
        var poor = separate with { County = default, Municipality = default };
        Assert.False(One(Remedy.JointPlan, Examples.Table(poor, Examples.P.With(("nation.stimulusGrant", 0))))!.Affordable);
        Assert.Null(One(Remedy.JointPlan, Examples.Table()));
        Assert.Null(One(Remedy.JointPlan,
            Examples.Table(separate, Examples.P.With(("element.allowed.inter-professional-teams", 0)))));
    }

    [Fact]
    public void A_group_with_enough_known_unmet_needs_outside_joint_care_may_be_included()
    {
        var p = Examples.P.With(("agenda.inclusionThreshold", 50));
        var outside = With(TargetGroup.DualDiagnosis, g => g with { Unmet = 400, UnmetInJointCare = 0 });
        var item = One(Remedy.Include, Examples.Table(outside, p))!;
        Assert.Equal(TargetGroup.DualDiagnosis, item.Proposal.Group);
        Assert.Equal(UnitKind.AddictionCentre, item.Proposal.UnitKind);
        Assert.Null(
            One(Remedy.Include, Examples.Table(outside,
                Examples.P.With(("agenda.inclusionThreshold", 220), ("element.allowed.target-group-inclusion", 0)))));
        Assert.Null(One(Remedy.Include, Examples.Table(outside with { Included = GroupSet.All }, p)));
    }

    [Fact]
    public void A_small_group_is_taken_in_by_the_centres()
    {
        var small = With(TargetGroup.Refugees, g => g with { Unmet = 400, UnmetInJointCare = 0, InService = 5, Waiting = 0 });
        var item = One(Remedy.Include,
            Examples.Table(small, Examples.P.With(("agenda.inclusionThreshold", 90), ("services.fewestPersons", 15))))!;
        Assert.Equal((TargetGroup.Refugees, (UnitKind?)null), (item.Proposal.Group!.Value, item.Proposal.UnitKind));
    }

    [Fact]
    public void A_strained_joint_team_needs_capacity_and_a_relaxed_one_has_it()
    {
        var strained = new TeamState
        {
            Address = new(4, 0),
            Kind = UnitKind.Centre,
            Groups = new(1),
            Joint = true,
            Persons = 90,
            Waiting = 12,
            Need = 1.3,
            Posts = 100,
            Vacant = 0,
        };
        var relaxed = new TeamState
        {
            Address = new(0, 0),
            Kind = UnitKind.OutpatientClinic,
            Groups = new(1),
            Joint = false,
            Persons = 90,
            Waiting = 0,
            Need = .8,
            Posts = 100,
            Vacant = 0,
        };
        Assert.Null(One(Remedy.Capacity, Examples.Table(Examples.Brief() with { Teams = [strained with { Need = .9 }] })));
        var paid = One(Remedy.Capacity, Examples.Table(Examples.Brief() with { Teams = [strained] }))!;
        Assert.Null(paid.Proposal.Source);
        Assert.True(paid.Proposal.Cost > 0 && paid.Proposal.Posts > 0);
        var moved = One(Remedy.Capacity, Examples.Table(Examples.Brief() with { Teams = [strained, relaxed] }))!;
        Assert.Equal((relaxed.Address, 0L), (moved.Proposal.Source!.Value.Address, moved.Proposal.Cost));
    }

    [Fact]
    public void A_unit_under_threat_may_be_taken_over_by_the_other_sector()
    {
        var threat = new Threat(4, UnitKind.Centre, Sector.County, 80, Examples.Some + 5, 800_000);
        var item = One(Remedy.TakeOver, Examples.Table(Examples.Brief() with { Threat = threat }))!;
        Assert.Equal((Sector.Municipality, 800_000L), (item.Proposal.Sector!.Value, item.Proposal.Cost));
        Assert.Null(One(Remedy.TakeOver, Examples.Table()));
    }

    [Fact]
    public void A_deficit_that_a_sector_brings_leads_to_streamlining()
    {
        Assert.Null(One(Remedy.Streamline, Examples.Table()));
        var deficit = Examples.Brief() with { Municipality = new(.05, 0, 60_000_000, true, false, false) };
        var brought = Assert.IsType<DeficitBrought>(One(Remedy.Streamline, Examples.Table(deficit))!.Occasion);
        Assert.Equal((Sector.Municipality, .05), (brought.By, brought.Stress));
    }

    [Fact]
    public void An_agreement_is_revised_when_its_term_is_over_or_something_shook_it()
    {
        var term = (int)Examples.P.Agenda.AgreementTerm;
        Assert.Null(One(Remedy.ReviseAgreement, Examples.Table(agreementAge: term - 1)));
        Assert.NotNull(One(Remedy.ReviseAgreement, Examples.Table(agreementAge: term)));
        Assert.NotNull(
            One(Remedy.ReviseAgreement, Examples.Table(agreementAge: (int)Examples.P.Agenda.AgreementRest, shaken: true)));
        Assert.Null(One(Remedy.ReviseAgreement,
            Examples.Table(agreementAge: (int)Examples.P.Agenda.AgreementRest - 1, shaken: true)));
        Assert.Null(One(Remedy.ReviseAgreement, Examples.Table(agreementAge: null)));
        Assert.True(Worth(term + 36) > Worth(term));

        static double Worth(int age) => One(Remedy.ReviseAgreement, Examples.Table(agreementAge: age))!.Urgency;
    }

    [Fact]
    public void A_review_is_due_after_its_term_and_grows_more_urgent()
    {
        var term = (int)Examples.P.Agenda.ReviewTerm;
        Assert.Null(Review(term - 1));
        Assert.NotNull(Review(term));
        Assert.True(Review(term + 24)!.Urgency > Review(term)!.Urgency);

        static AgendaItem? Review(int age)
        {
            var knowledge = new Knowledge();
            knowledge.Review(Examples.Brief(Examples.Some - age + 1));
            return One(Remedy.Review, Examples.Table(knowledge: knowledge));
        }
    }

    [Fact]
    public void A_committee_that_knows_everything_reviews_nothing() =>
        Assert.Null(One(Remedy.Review, Examples.Table(p: Examples.P.With(("committee.perfectKnowledge", 1)), knowledge: new())));

    [Fact]
    public void Training_is_for_what_staff_know_too_little_about()
    {
        var able = Examples.Brief() with { Groups = [.. Examples.Brief().Groups.Select(g => g with { Competence = .95 })] };
        Assert.NotNull(One(Remedy.Train, Examples.Table()));
        Assert.Null(One(Remedy.Train, Examples.Table(able)));
        Assert.Null(One(Remedy.Train, Examples.Table(Examples.Brief() with { InTraining = new(1) })));
        Assert.Null(One(Remedy.Train, Examples.Table(p: Examples.P.With(("element.allowed.joint-training", 0)))));
    }

    [Fact]
    public void A_sector_in_deficit_pays_for_training_only_out_of_what_was_set_aside()
    {
        var poor = Examples.Brief() with { County = new(.1, 0, 60_000_000, false, false, false) };
        Assert.False(One(Remedy.Train, Examples.Table(poor))!.Affordable);
        Assert.True(One(Remedy.Train, Examples.Table(poor with { TrainingPot = 10_000_000 }))!.Affordable);
    }

    [Fact]
    public void Content_is_adapted_where_it_fits_least()
    {
        var brief = Examples.Brief() with { Included = new(0b11) };
        brief = brief with { Groups = brief.Groups.SetItem(1, brief.Groups[1] with { Match = .6 }) };
        Assert.Equal(TargetGroup.Depression, One(Remedy.Adapt, Examples.Table(brief))!.Proposal.Group);
        Assert.Null(One(Remedy.Adapt,
            Examples.Table(Examples.Brief() with { Groups = [.. brief.Groups.Select(g => g with { Match = 1 })] })));
    }

    [Fact]
    public void A_shared_register_waits_for_its_permission()
    {
        var structure = new StructuralElements(0).With(Element.IndividualPlans).With(Element.SharedRoutines)
            .With(Element.Coordinators);
        var brief = Examples.Brief() with { Structure = structure };
        Assert.NotEqual(Element.SharedNeedsData, One(Remedy.Role,
            Examples.Table(brief, Examples.P.With(("nation.sharedRegisterPermitted", 0))))?.Proposal.Element);
        Assert.Equal(Element.SharedNeedsData, One(Remedy.Role,
            Examples.Table(brief, Examples.P.With(("nation.sharedRegisterPermitted", 1))))?.Proposal.Element);
    }

    [Fact]
    public void A_guideline_brings_up_case_managers()
    {
        var structure = new StructuralElements(0).With(Element.IndividualPlans).With(Element.SharedRoutines)
            .With(Element.Coordinators);
        var brief = Examples.Brief() with { Structure = structure };
        Assert.Equal(Element.CaseManagers,
            One(Remedy.Role, Examples.Table(brief, Examples.P.With(("nation.caseManagerGuideline", 1))))?.Proposal.Element);
        Assert.Null(
            One(Remedy.Role, Examples.Table(brief,
                Examples.P.With(("nation.caseManagerGuideline", 0), ("element.allowed.cross-sector-purchase", 0)))));
    }

    [Fact]
    public void A_new_service_gets_a_seat() =>
        Assert.Equal((null, Remedy.Invite),
            (One(Remedy.Invite, Examples.Table()), One(Remedy.Invite, Examples.Table(unseated: 2))!.Remedy));

    [Fact]
    public void An_evaluation_is_due_after_its_term()
    {
        var term = (int)Examples.P.Agenda.EvaluationTerm;
        Assert.Null(One(Remedy.Evaluate, Examples.Table(evaluationAge: term - 1)));
        Assert.Equal(Element.ExternalEvaluation, One(Remedy.Evaluate, Examples.Table(evaluationAge: term))!.Proposal.Element);
    }

    [Fact]
    public void What_is_underway_is_not_raised_again()
    {
        var brief = Examples.Brief() with
        {
            Teams = [new()
            {
                Address = new(4, 0),
                Kind = UnitKind.Centre,
                Groups = new(1),
                Joint = true,
                Persons = 90,
                Waiting = 12,
                Need = 1.3,
                Posts = 100,
                Vacant = 0,
            }],
            County = new(.05, 0, 60_000_000, true, false, false),
        };
        var raised = Items(Examples.Table(brief, agreementAge: 99))
            .Where(i => i.Remedy is Remedy.Capacity or Remedy.Streamline or Remedy.Adapt or Remedy.Train or Remedy.Role
                or Remedy.ReviseAgreement).ToArray();
        var busy = brief with { Underway = [.. raised.Select(i => new Decision(i.Proposal, Examples.Some + 3))] };
        Assert.Equal(6, raised.Length);
        Assert.DoesNotContain(Items(Examples.Table(busy, agreementAge: 99)), i => raised.Any(r => r.Remedy == i.Remedy));
    }

    private static List<AgendaItem> Items(MeetingTable table) => Agenda.Of(table, RandomStreams.Of(1, 0), 1, 0);

    private static AgendaItem? One(Remedy remedy, MeetingTable table) => Items(table).Find(i => i.Remedy == remedy);

    private static Brief With(TargetGroup group, Func<GroupState, GroupState> change)
    {
        var brief = Examples.Brief();
        return brief with { Groups = brief.Groups.SetItem((int)group, change(brief.Groups[(int)group])) };
    }
}

public class MinutesTests
{
    private static readonly MonthResult[] Months = [.. TestWorlds.Town(60).WithCentres(3)
        .Having(TestWorlds.Event(Model.Policies.EventKind.LeadersLeave, Month.Of(1996, 5), amount: 1)).Run()];

    private static readonly Minutes[] All = [.. Months.SelectMany(m => m.Minutes)];

    [Fact]
    public void Every_meeting_has_minutes_numbered_through() =>
        Assert.Equal(Enumerable.Range(1, All.Length), All.Select(m => m.Number));

    [Fact]
    public void Minutes_say_who_came_what_they_saw_and_when() => Assert.All(All, m =>
    {
        Assert.NotEmpty(m.Present);
        Assert.Equal(m.Month - 1, m.Seen.Economy);
        Assert.InRange(m.Day, 1, 28);
    });

    [Fact]
    public void Items_stand_in_order_of_urgency() => Assert.All(All, m => Assert.Equal(
        Raised(m).Select(i => i.Item.Urgency).OrderDescending(), Raised(m).Select(i => i.Item.Urgency)));

    [Fact]
    public void What_is_deferred_has_a_reason_and_what_others_carry_out_a_date() => Assert.All(All.SelectMany(m => m.Items), i =>
    {
        Assert.Equal(i.Outcome == Outcome.Deferred, i.Reason is not null);
        if (i.From is { } from) Assert.Equal(Outcome.Agreed, i.Outcome);
        if (i is { Outcome: Outcome.Agreed, From: null })
            Assert.Contains(i.Proposal.Remedy, new[] { Remedy.Review, Remedy.Invite, Remedy.ReviseAgreement, Remedy.Evaluate });
    });

    [Fact]
    public void Decisions_in_minutes_are_counted() => Assert.All(Months, month =>
    {
        var counted = month.Observations.First(o => o.Indicator == Model.Indicators.IndicatorCatalogue.Decisions).Value;
        var agreed = month.Minutes.Sum(m => Raised(m).Count(i => i.Outcome == Outcome.Agreed));
        // Documented decisions are counted too.
        Assert.True(counted >= agreed);
    });

    [Fact]
    public void What_was_agreed_between_meetings_is_confirmed_once_at_the_next() =>
        Assert.Single(All.SelectMany(m => m.Items), item => item.AgreedOutside is not null);

    [Fact]
    public void A_member_who_leaves_is_minuted_even_if_the_committee_did_not_meet_that_month() =>
        Assert.Contains(All.Where(m => m.Month >= Month.Of(1996, 5) && m.Month <= Month.Of(1996, 8)).SelectMany(m => m.Notes),
            n => n is MemberLeft);

    // What the committee took up itself.
    private static IEnumerable<MinutedItem> Raised(Minutes minutes) => minutes.Items.Where(item => item.AgreedOutside is null);
}
