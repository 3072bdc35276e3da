using CsCheck;
using Samverkan.Model.Cooperation;

namespace Samverkan.Model.Tests.Cooperation;

public class TrustTests
{
    private static readonly CooperationParameters P = Examples.P.Cooperation;

    private static readonly Gen<CooperationState> AnyBond =
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 5], Gen.Double[0, 1])
        .Select((t, s, r, c, a) => new CooperationState(t, s, r, c, a));

    private static readonly Gen<Dealings> AnyDealings =
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 12], Gen.Double[0, 1], Gen.Double[0, 1])
        .Select((contact, training, agreed, c, joint) => new Dealings(contact, training, agreed, c, joint));

    private static readonly Dealings Nothing = new(0, 0, 0, 0, 0);

    [Fact]
    public void A_bond_stays_within_its_bounds() => Gen.Select(AnyBond, AnyDealings).Sample((cooperation, dealings) =>
        TrustRule.Month(P, cooperation, dealings) is
        {
            Trust: >= 0 and <= 1, Understanding: >= 0 and <= 1, Routine: >= 0 and <= 1,
            Conflict: >= 0, Agreement: >= 0 and <= 1
        });

    [Fact]
    public void By_the_rival_rule_trust_grows_as_fast_from_any_level()
    {
        var p = Examples.P.With(("cooperation.trustCompounds", 0), ("cooperation.trustEven", .5),
            ("cooperation.trustGain", .12), ("cooperation.trustSeed", .3)).Cooperation;
        double Gain(CooperationParameters rule, double trust) =>
            (TrustRule.Month(rule, new(trust, 0, 0, 0, 0), new(1, 0, 0, 0, 0)).Trust
            - TrustRule.Month(rule, new(trust, 0, 0, 0, 0), Nothing).Trust) / (1 - trust);
        foreach (var trust in new[] { .1, .5, .9 })
            Assert.Equal(.12 * .8, Gain(p, trust), 1e-12);
        Assert.Equal(Gain(P, .5), Gain(p, .5), 1e-12);
        Assert.True(Gain(P, .1) < Gain(p, .1));
    }

    [Fact]
    public void A_month_of_trust_by_hand()
    {
        var p = Examples.P.With(("cooperation.trustGain", .12), ("cooperation.trustSeed", .3), ("cooperation.trustLoss", .016),
            ("cooperation.conflictLoss", .15), ("cooperation.win", .014), ("cooperation.teamsPull", .004),
            ("cooperation.understandingGain", .06),
            ("cooperation.understandingLoss", .01), ("cooperation.routineGain", .01), ("cooperation.routineLoss", .002))
            .Cooperation;
        var after = TrustRule.Month(p, new(.5, .4, .2, .1, .6), new(.8, .1, 2, .6, .5));
        Assert.Equal(.5 + .12 * .8 * .8 * .5 - .016 * .5 - .15 * .1 * .5 + .014 * 2 * .5 + .004 * .1 * .5, after.Trust, 1e-12);
        Assert.Equal(.4 + .06 * .9 * .6 - .01 * .4, after.Understanding, 1e-12);
        Assert.Equal(.2 + .01 * .6 * .9 * .8 - .002 * .2, after.Routine, 1e-12);
    }

    [Fact]
    public void Trust_withers_without_dealings() => AnyBond.Sample(cooperation =>
        cooperation.Trust == 0 || TrustRule.Month(P, cooperation, Nothing).Trust < cooperation.Trust);

    [Fact]
    public void More_contact_never_means_less_trust() =>
        Gen.Select(AnyBond, AnyDealings, Gen.Double[0, 1]).Sample((cooperation, dealings, contact) =>
            TrustRule.Month(P, cooperation, dealings with { Contact = Math.Max(contact, dealings.Contact) }).Trust
        >= TrustRule.Month(P, cooperation, dealings).Trust);

    [Fact]
    public void Conflict_costs_trust_and_passes() => Gen.Select(AnyBond, Gen.Double[.01, 3]).Sample((cooperation, conflict) =>
    {
        var after = TrustRule.Month(P, cooperation.AfterConflict(conflict), Nothing);
        return after.Trust <= TrustRule.Month(P, cooperation, Nothing).Trust && after.Conflict < cooperation.Conflict + conflict;
    });

    [Fact]
    public void Agreed_items_build_trust() => AnyBond.Sample(cooperation =>
        TrustRule.Month(P, cooperation, Nothing with { Agreed = 3 }).Trust
        >= TrustRule.Month(P, cooperation, Nothing with { Agreed = 1 })
        .Trust);

    [Fact]
    public void Trust_that_was_lost_is_slow_to_rebuild()
    {
        var dealings = new Dealings(.5, 0, 0, 0, 0);
        Assert.True(Gain(.1) < Gain(.3));

        double Gain(double trust) => (TrustRule.Month(P, new(trust, 0, 0, 0, 0), dealings).Trust - trust) / (1 - trust);
    }

    [Fact]
    public void An_exit_never_builds_trust_and_routine_protects() =>
        Gen.Select(AnyBond, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((cooperation, routine, ties) =>
    {
        var (less, more) = (Math.Min(routine, cooperation.Routine), Math.Max(routine, cooperation.Routine));
        var weak = (cooperation with { Routine = less }).AfterExit(P, ties);
        var strong = (cooperation with { Routine = more }).AfterExit(P, ties);
        return weak.Trust <= cooperation.Trust && weak.Trust <= strong.Trust && weak.Understanding <= strong.Understanding
            && weak.Trust >= 0;
    });

    [Fact]
    public void An_exit_by_hand()
    {
        var p = Examples.P.With(("cooperation.leaderWeight", .8), ("cooperation.routineProtects", .8)).Cooperation;
        var after = new CooperationState(.5, .4, .5, 0, .6).AfterExit(p, .25);
        Assert.Equal(.5 * (1 - .2 * .6), after.Trust, 1e-12);
        Assert.Equal(.4 * (1 - .2 * .6), after.Understanding, 1e-12);
        Assert.Equal(.6, after.Agreement);
    }

    [Fact]
    public void Who_had_more_of_the_ties_takes_more_along() => Gen.Select(AnyBond, Gen.Double[0, 1], Gen.Double[0, 1])
        .Sample((cooperation, ties, more) => cooperation.AfterExit(P, ties + more).Trust <= cooperation.AfterExit(P, ties).Trust);

    [Fact]
    public void Who_was_tied_to_nobody_takes_nothing_along() =>
        AnyBond.Sample(cooperation => cooperation.AfterExit(P, 0) == cooperation);

    [Fact]
    public void What_both_learn_of_needs_together_makes_them_understand_each_other_and_is_no_contact() =>
        Gen.Select(AnyBond, AnyDealings).Sample((cooperation, dealings) =>
            TrustRule.Month(P, cooperation, dealings with { Insight = .5 }) is var after
        && TrustRule.Month(P, cooperation, dealings) is var before
            && after.Understanding >= before.Understanding && after.Trust == before.Trust);

    [Fact]
    public void An_agreement_is_as_strong_as_the_understanding_behind_it()
    {
        var p = Examples.P.With(("cooperation.agreementBase", .45), ("cooperation.agreementOfUnderstanding", .55)).Cooperation;
        Assert.Equal(.45 + .55 * .4, new CooperationState(.5, .4, 0, 0, 0).WithAgreement(p).Agreement, 1e-12);
    }

    [Fact]
    public void A_revision_never_weakens_an_agreement() =>
        AnyBond.Sample(cooperation => cooperation.WithAgreement(P).Agreement >= cooperation.Agreement);

    [Fact]
    public void A_meeting_after_a_pause_is_worth_more_than_one_after_another() =>
        Gen.Select(Gen.Double[.01, 12], Gen.Double[0, 12], Gen.Double[0, 1])
        .Sample((pause, more, tenure) => TrustRule.ContactOfMeeting(P, pause + more, tenure)
            >= TrustRule.ContactOfMeeting(P, pause, tenure)
            && TrustRule.ContactOfMeeting(P, pause, tenure) is >= 0 and <= 1);

    [Fact]
    public void Many_meetings_have_diminishing_returns()
    {
        double[] yearly = [.. new[] { 1, 2, 4, 12 }.Select(n => n * TrustRule.ContactOfMeeting(P, 12.0 / n, 1))];
        Assert.True(yearly[1] - yearly[0] > (yearly[2] - yearly[1]) / 2);
        Assert.True((yearly[2] - yearly[1]) / 2 > (yearly[3] - yearly[2]) / 8);
    }
}

public class DissolutionTests
{
    private static double Ends(CooperationParameters p, in CooperationState cooperation, double stress) =>
        Dissolution.MonthlyProbability(p, cooperation, stress, Examples.P.Funding.DeepestDeficit);

    private static readonly CooperationParameters P = Examples.P.Cooperation;

    [Fact]
    public void Dissolution_by_hand()
    {
        var p = Examples.P.With(("cooperation.dissolution", 1.8), ("cooperation.dissolutionSlope", 3),
            ("cooperation.dissolutionStress", 15)).Cooperation;
        var hazard = 1.8 / 12 * Math.Exp(-3 * (.4 + .3 + .5 * (.5 + .2)) + 15 * .02);
        Assert.Equal(1 - Math.Exp(-hazard), Ends(p, new(.4, .3, .2, 0, .5), .02), 1e-12);
    }

    [Fact]
    public void A_body_under_a_law_of_its_own_ends_more_rarely()
    {
        var p = Examples.P.With(("cooperation.endsAsCoalitions", 0), ("cooperation.bodiesEnd", .15)).Cooperation;
        CooperationState cooperation = new(.4, .3, .2, 0, .5);
        var hazard = -Math.Log(1 - Ends(P, cooperation, .02));
        Assert.Equal(1 - Math.Exp(-.15 * hazard), Ends(p, cooperation, .02), 1e-12);
    }

    [Fact]
    public void Trust_understanding_and_agreement_hold_a_cooperation_together() =>
        Gen.Select(Gen.Double[0, .9], Gen.Double[0, .1], Gen.Double[-.1, .5]).Sample((x, more, stress) =>
        {
            var cooperation = new CooperationState(x, x, x, 0, x);
            var least = Ends(P, cooperation, stress);
            return Ends(P, cooperation with { Trust = x + more }, stress) <= least
                && Ends(P, cooperation with { Understanding = x + more }, stress) <= least
                && Ends(P, cooperation with { Agreement = x + more }, stress) <= least;
        });

    [Fact]
    public void Deficits_pull_a_cooperation_apart_and_surpluses_do_not_hold_it() =>
        Gen.Select(Gen.Double[-.5, .5], Gen.Double[0, .3]).Sample((stress, more) =>
        {
            var cooperation = new CooperationState(.5, .5, .2, 0, .5);
            return Ends(P, cooperation, stress + more) >= Ends(P, cooperation, stress)
                && Ends(P, cooperation, -1) == Ends(P, cooperation, 0);
        });
}

public class TeamCooperationTests
{
    private static readonly CooperationParameters P = Examples.P.Cooperation;

    private static readonly Gen<double> Share = Gen.Double[0, 1];

    [Fact]
    public void Cooperation_stays_within_0_and_1() => Gen.Select(Share, Gen.Double[0, 1.5], Share, Share)
        .Sample((c, contact, turnover, trust) => TeamCooperation.Month(P, c, contact, turnover, trust) is >= 0 and <= 1);

    [Fact]
    public void Contact_and_trust_raise_it_and_turnover_lowers_it() =>
        Gen.Select(Share, Share, Gen.Double[0, .2], Share, Share).Sample((c, contact, turnover, trust, more) =>
    {
        var month = TeamCooperation.Month(P, c, contact, turnover, trust);
        return TeamCooperation.Month(P, c, contact + more, turnover, trust) >= month
            && TeamCooperation.Month(P, c, contact, turnover, Math.Min(1, trust + more)) >= month
            && TeamCooperation.Month(P, c, contact, turnover + more, trust) <= month;
    });

    [Fact]
    public void A_month_by_hand()
    {
        var p = Examples.P.With(("cooperation.teamGain", .03), ("cooperation.teamLoss", .008), ("cooperation.trustPull", .015))
            .Cooperation;
        Assert.Equal(.4 + .03 * .6 - .018 * .4 + .015 * .2, TeamCooperation.Month(p, .4, 1, .01, .6), 1e-12);
    }
}
