using Samverkan.Analysis.Stories;
using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>A person's story leaves out nothing that the model counts.</summary>
public sealed class LifeStoryTests
{
    private static readonly Blueprint Years = Blueprint.Case with { To = Blueprint.Case.From + 35 };

    private static readonly Lazy<(Lives Lives, List<MonthResult> Months)> Run = new(() =>
    {
        var months = new List<MonthResult>();
        var simulation = new Simulation(Years, 1, 1, Detail.All);
        while (!simulation.Finished)
            months.Add(simulation.Advance());
        return (Lives.Run(InProcessRun.Start, Years, 1, 1, CancellationToken.None), months);
    });

    [Fact]
    public void Every_death_and_every_exit_is_told()
    {
        var told = Run.Value.Lives.Persons.SelectMany(Run.Value.Lives.EventsOf).Select(one => one.Event.Kind).ToList();
        Assert.InRange(told.Count(kind => kind == PersonEventKind.Died), 20, 200);
        foreach (var month in Enumerable.Range(0, Run.Value.Months.Count - 1))
        {
            var (here, next) = (Here(month), Here(month + 1));
            var left = here.Except(next).ToList();
            Assert.All(left, person => Assert.Contains(Run.Value.Lives.EventsOf(person), one =>
                one.Month == Years.From + month + 1 && one.Event.Kind >= PersonEventKind.Recovered));
        }

        HashSet<ulong> Here(int month) =>
            [.. Run.Value.Lives.Persons.Where(person => Run.Value.Lives.Of(person)[month] is not null)];
    }

    [Fact]
    public void Every_admission_is_told_not_only_those_over_a_months_end()
    {
        var (lives, _) = Run.Value;
        var admissions = lives.Persons.SelectMany(person => lives.EventsOf(person)
            .Where(one => one.Event.Kind == PersonEventKind.Admitted)).ToList();
        Assert.InRange(admissions.Count, 300, 2_000);
        Assert.All(admissions, one => Assert.InRange(one.Event.Days, 1, 1_500));
        // Whoever is in the ward at a month's end was admitted, or was there from the start.
        foreach (var person in lives.Persons)
            if (lives.Of(person) is { } life && life.Take(1).All(month => month is not { WardDays: > 0 }))
                for (var month = 1; month < life.Count; month++)
                    if (life[month] is { WardDays: > 0 } && life[month - 1] is not { WardDays: > 0 })
                        Assert.Contains(lives.EventsOf(person), one =>
                            one.Event.Kind == PersonEventKind.Admitted && Years.From + month - one.Month is >= 0 and <= 2);
    }

    [Fact]
    public void A_story_tells_the_admissions_and_the_end()
    {
        var (lives, _) = Run.Value;
        var person = lives.Persons.Where(one => lives.EventsOf(one).Any(e => e.Event.Kind == PersonEventKind.Died))
            .OrderByDescending(one => lives.EventsOf(one).Count(e => e.Event.Kind == PersonEventKind.Admitted)).ThenBy(one => one)
            .First();
        var text = new LifeStory(person, ["the case"], [lives]).Text();
        var admitted = lives.EventsOf(person).Count(one => one.Event.Kind == PersonEventKind.Admitted);
        Assert.InRange(admitted, 1, 100);
        Assert.Equal(admitted, text.Split('\n').Count(line => line.Contains("admitted to the ward", StringComparison.Ordinal)));
        Assert.Contains("has died", text, StringComparison.Ordinal);
        Assert.Contains("in the target population since", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_tells_the_age_at_first_and_at_the_end()
    {
        var (lives, _) = Run.Value;
        var person = lives.Persons.Where(one => lives.EventsOf(one).Any(e => e.Event.Kind == PersonEventKind.Died)).Order()
            .First();
        var (month, _) = lives.EventsOf(person).First(one => one.Event.Kind == PersonEventKind.Died);
        var group = (TargetGroup)Identity.GroupOf(person);
        var text = new LifeStory(person, ["the case"], [lives]).Text();
        Assert.Contains($"has died, {Age.In(month, person, group)} years old", text, StringComparison.Ordinal);
        Assert.Contains("years old in", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Age_grows_by_the_year_and_elderly_people_are_old()
    {
        var (lives, _) = Run.Value;
        Assert.All(lives.Persons, person =>
        {
            var group = (TargetGroup)Identity.GroupOf(person);
            var arrival = Identity.ArrivalOf(person);
            var age = Age.In(arrival, person, group);
            Assert.InRange(age, group == TargetGroup.Elderly ? 65 : 18, group == TargetGroup.Elderly ? 79 : 60);
            Assert.Equal(age + 10, Age.In(arrival + 120, person, group));
        });
    }

    [Fact]
    public void Events_of_persons_agree_with_what_is_counted()
    {
        var simulation = new Simulation(Years, 1, 1, Detail.All);
        while (!simulation.Finished)
        {
            var month = simulation.Advance();
            Assert.Equal(Count(month, IndicatorCatalogue.Deaths),
                simulation.PersonEvents().Count(one => one.Kind == PersonEventKind.Died));
        }

        static double Count(MonthResult month, Indicator indicator) => Math.Round(
            month.Observations.First(one => one.Indicator == indicator && one.Group is null
                && one.Actor.Kind == ActorKind.Municipality).Value);
    }
}
