using CsCheck;
using Samverkan.Model.Rules;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.Teams;

public class TriageTests
{
    private static readonly CareParameters P = Examples.P.With(("care.firstCome", .25), ("care.urgentAfterCrisis", .5)).Care;

    private static readonly Gen<ServiceUser> AnyPerson =
        Gen.Select(Gen.UInt[0, Model.Needs.Domains.All], Gen.Float[.1f, 3], Gen.Float[0, 2], Gen.Bool)
        .Select((unmet, severity, instability, ward) => Examples.Person(unmet: unmet) with
        {
            Severity = severity,
            Instability = instability,
            WardDays = (ushort)(ward ? 5 : 0),
        });

    [Fact]
    public void The_urgent_come_first_and_then_the_needier() => AnyPerson.Array[1, 12].Sample(persons =>
    {
        var queue = QueueOf(persons);
        var next = persons[new Triage().Next(queue, P, Ruleset.Usual.Triage, out var urgent)];
        return urgent == persons.Any(p => Triage.IsUrgent(p, P)) && Triage.IsUrgent(next, P) == urgent
            && persons.Where(p => Triage.IsUrgent(p, P) == urgent).All(p => Triage.Need(p) <= Triage.Need(next));
    });

    [Fact]
    public void Every_fourth_place_goes_to_whoever_has_waited_longest()
    {
        var triage = new Triage();
        var queue = QueueOf([Examples.Person(unmet: 0), Examples.Person(unmet: 0xFF), Examples.Person(unmet: 0xF)]);
        var taken = new List<int>();
        for (var place = 0; place < 8; place++)
        {
            taken.Add(triage.Next(queue, P, Ruleset.Usual.Triage, out var urgent));
            triage.Took(urgent, P);
        }
        Assert.Equal([1, 1, 1, 0, 1, 1, 1, 0], taken);
    }

    [Fact]
    public void Need_rises_with_unmet_needs_severity_and_what_crises_left_behind() => AnyPerson.Sample(person =>
        Triage.Need(person with { Severity = person.Severity * 2 }) > Triage.Need(person)
        && Triage.Need(person with { Instability = person.Instability + 1 }) > Triage.Need(person)
        && Triage.Need(person with { Unmet = Model.Needs.Domains.All }) >= Triage.Need(person));

    [Fact]
    public void A_wait_is_overdue_when_another_month_would_break_the_guarantee()
    {
        // 15 + 2 x 30 days at the end of this month, 15 + 3 x 30 at the end of the next.
        var queue = QueueOf([Examples.Person() with { WaitingMonths = 1 }, Examples.Person() with { WaitingMonths = 2 },
                Examples.Person() with { WaitingMonths = 5 }]);
        Assert.Equal(2, Triage.Overdue(queue, 90));
        Assert.Equal(-1, Triage.Overdue(queue, 365));
        queue.RemoveAt(2);
        Assert.Equal(1, Triage.Overdue(queue, 90));
        queue.RemoveAt(1);
        Assert.Equal(-1, Triage.Overdue(queue, 90));
    }

    [Fact]
    public void A_guarantee_shortens_waits_and_costs_hired_staff()
    {
        var months = 48;
        var town = Town(months).Having(Set("team.postsOpen", .7, Start + 2)).Separate();
        var (free, bound) = (town.Run(), town.With(("nation.waitingGuarantee", 90), ("nation.guaranteeStaff", 1)).Run());
        Assert.True(Of(free, Model.Indicators.IndicatorCatalogue.WaitOver90) > .1);
        Assert.Equal(0, Of(bound, Model.Indicators.IndicatorCatalogue.WaitOver90), .02);
        Assert.True(Of(bound, Model.Indicators.IndicatorCatalogue.InService)
            > Of(free, Model.Indicators.IndicatorCatalogue.InService));

        double Of(IEnumerable<MonthResult> run, Model.Indicators.Indicator indicator) =>
            run.Skip(months / 2).SelectMany(m => m.Observations).Where(o => o.Indicator == indicator && o.Group is null)
            .Select(o => o.Value).DefaultIfEmpty(0).Average();
    }

    private static Roster QueueOf(IEnumerable<ServiceUser> persons)
    {
        var queue = new Roster();
        foreach (var person in persons) queue.Add(person with { Status = Status.Waiting });
        return queue;
    }
}
