using Samverkan.Model.Municipalities;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Tests.Municipalities;

/// <summary>Who joins the target population, and in which state.</summary>
public class NewcomersTests
{
    private const int Psychosis = (int)TargetGroup.Psychosis;

    [Fact]
    public void Twice_the_incidence_brings_twice_the_new_cases()
    {
        var (once, twice) = (NewCases(Examples.P, 1995), NewCases(Examples.P.With(("nation.incidenceFactor", 2)), 1995));
        Assert.InRange((double)twice / once, 1.85, 2.15);
    }

    [Fact]
    public void New_cases_drift_for_the_stated_years_and_then_stay()
    {
        var still = Examples.P.With(TestWorlds.Each("population.drift", 0));
        var drifting = Examples.P.With(TestWorlds.Each("population.drift", .2)).With(("population.driftYears", 2));
        Assert.InRange((double)NewCases(drifting, 2005) / NewCases(still, 2005), 1.2 * 1.2 * .93, 1.2 * 1.2 * 1.07);
    }

    [Fact]
    public void An_influx_brings_its_number_and_takes_nobodys_identity()
    {
        var month = TestWorlds.Start + 3;
        var p = Examples.P.With(TestWorlds.Each("population.newPerYear", 200));
        var usual = Of(TestWorlds.Town(), p, month);
        var more =
            Of(TestWorlds.Town().Having(TestWorlds.Event(EventKind.Influx, month, group: "psychosis", amount: 50)), p, month);
        Assert.Equal(usual.Length + 50, more.Length);
        Assert.Equal(more.Length, more.Select(person => person.Id).Distinct().Count());
        Assert.Equal(usual.Select(person => person.Id), more.Take(usual.Length).Select(person => person.Id));
    }

    [Fact]
    public void The_severe_arrive_with_more_needs()
    {
        var people = Persons(Examples.P, 2_000);
        var severe = people.Where(person => person.Severity > 1.3).Average(person => person.UnmetCount + person.MetCount);
        var mild = people.Where(person => person.Severity < .7).Average(person => person.UnmetCount + person.MetCount);
        Assert.True(severe > mild + 1, $"{severe} > {mild}");
    }

    [Fact]
    public void Who_comes_without_care_has_more_of_the_needs_unmet()
    {
        Assert.All(Persons(Examples.P.With(("population.unmetAtEntry", 1e3)), 200), person => Assert.Equal(0, person.MetCount));
        Assert.All(Persons(Examples.P.With(("population.unmetAtEntry", 0)), 200), person => Assert.Equal(0, person.UnmetCount));
    }

    private static ServiceUser[] Persons(ParameterSet p, int count) =>
        [.. new Newcomers(Examples.World, "0001").Persons(p, Psychosis, Examples.Some, count)];

    private static ServiceUser[] Of(Blueprint blueprint, ParameterSet p, Month month) =>
        [.. new Newcomers(new World(blueprint, 1, 0), "0001").Of(p, 0, 96_000, month)];

    // In three years of a large town.
    private static int NewCases(ParameterSet p, int from)
    {
        var newcomers = new Newcomers(Examples.World, "0001");
        return Enumerable.Range(0, 36).Sum(month => newcomers.Of(p, 0, 960_000, Month.Of(from) + month).Count());
    }
}
