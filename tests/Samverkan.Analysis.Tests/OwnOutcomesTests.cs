using Samverkan.Analysis.Studies;
using Samverkan.Model;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios.Own;
using Samverkan.Runs.Studies;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>Own outcomes of a run that was lived agree with what the run reports.</summary>
public sealed class OwnOutcomesTests
{
    [Fact]
    public void Expressions_that_say_what_indicators_say_give_the_same_figures()
    {
        var study = StudyReader.ReadText("""
            id: own
            title: Own
            question: What?
            scenarios: [two-counties]
            since: 1996-01
            until: 1997-12
            outcomes:
              - needs.unmetPerPerson
              - { indicator: money.countyCost, municipality: "0181" }
              - { indicator: needs.unmetPerPerson, id: of-group, group: psychosis }
              - { id: own-need, expression: "mean(byMunicipality([needs.unmetPerPerson]))" }
              - { id: own-cost, expression: "total([money.countyCost]) / 2", municipality: "0181" }
              - { id: own-group, expression: "mean(ofGroup([needs.unmetPerPerson], 'psychosis'))" }
              - { id: spread, expression: "gini(byMunicipality([needs.unmetPerPerson]))" }
              - { id: recovery, expression: "recovery([cooperation.trust], 0.9)" }
            """.Replace("\"0181\"", $"\"{Place}\"", StringComparison.Ordinal), "own.yaml");
        var world = study.Policies[0].Blueprint with { To = Month.Of(1997, 12) };
        var (usual, own) = (new FigureObserver(study.Outcomes), new OwnFigureObserver(world, Made(study)));

        var run = new Simulation(world, 3, 1, Detail.All);
        while (!run.Finished)
        {
            var month = run.Advance();
            usual.Observe(month);
            own.Observe(month);
        }
        own.Finish();

        double Own(string id) => own.Figure(study.Outcomes.First(outcome => outcome.Id == id).Own!);
        Assert.Equal(usual.Figure(0), Own("own-need"), 9);
        Assert.Equal(usual.Figure(1), Own("own-cost"), 3);
        Assert.Equal(usual.Figure(2), Own("own-group"), 9);
        Assert.InRange(Own("spread"), 0.0001, 1);
        Assert.InRange(Own("recovery"), 0, 24);
        Assert.True(StudyFigures.NeedEverything(study));
    }

    [Fact]
    public void Expressions_over_persons_give_what_one_makes_of_the_persons_by_hand()
    {
        var study = StudyReader.ReadText($$"""
            id: own
            title: Own
            question: What?
            scenarios: [two-counties]
            since: 1996-01
            until: 1996-06
            outcomes:
              - { id: spread, expression: "gini([person.unmetNeeds])" }
              - { id: of-place, expression: "mean([person.unmetNeeds])", municipality: "{{Place}}" }
              - { id: of-group, expression: "quantile([person.unmetNeeds], 0.9)", group: psychosis }
              - { id: also-of-group, expression: "quantile(ofGroup([person.unmetNeeds], 'psychosis'), 0.9)" }
              - { id: late, expression: "shareAbove([person.unmetNeeds] / ([person.unmetNeeds] + [person.metNeeds]), 0.5)", during: 1996-04..1996-06 }
              - { id: of-the-old, expression: "mean(whereAbove([person.unmetNeeds], [person.age], 60))" }
              - { id: of-the-young, expression: "mean(whereBelow([person.unmetNeeds], [person.age], 60))" }
              - { id: of-the-middle, expression: "max(byGroup(whereBelow(whereAbove([person.unmetNeeds], [person.age], 30), [person.age], 60)))" }
              - { id: between-groups, expression: "gini(byGroup([person.unmetNeeds]))" }
              - { id: between-places, expression: "max(byMunicipality([person.inService])) - min(byMunicipality([person.inService]))" }
            """, "own.yaml");
        var world = study.Policies[0].Blueprint with { To = Month.Of(1996, 6) };
        var (own, backwards) = (new OwnFigureObserver(world, Made(study)), new OwnFigureObserver(world, Made(study)));
        var seen = new List<(Month Month, KeptPerson Kept)>();

        var run = new Simulation(world, 3, 1);
        while (!run.Finished)
        {
            var month = run.Advance();
            own.Observe(month);
            backwards.Observe(month);
            Assert.Equal(month.Month >= Month.Of(1996, 1), own.SeesPersons);
            if (!own.SeesPersons) continue;
            KeptPerson[] persons = [.. run.Persons()];
            own.See(month.Month, persons);
            backwards.See(month.Month, persons.Reverse());
            seen.AddRange(persons.Select(person => (month.Month, person)));
        }
        own.Finish();
        backwards.Finish();

        double Own(string id) => own.Figure(study.Outcomes.First(outcome => outcome.Id == id).Own!);
        var people = seen.GroupBy(one => one.Kept.Person.Id).OrderBy(one => one.Key).ToList();
        double[] Unmet(IEnumerable<IGrouping<ulong, (Month Month, KeptPerson Kept)>> those) =>
            [.. those.Select(one => one.Average(month => month.Kept.Person.UnmetCount))];
        var psychosis = Unmet(people.Where(one => one.First().Kept.Person.Group == TargetGroup.Psychosis));
        Assert.Equal(GiniOf(Unmet(people)), Own("spread"), 9);
        Assert.Equal(Unmet(people.Where(one => one.Last().Kept.Keeper.Code == Place)).Average(), Own("of-place"), 9);
        Assert.Equal(Several.Quantile(psychosis, 0.9), Own("of-group"), 9);
        Assert.Equal(Own("of-group"), Own("also-of-group"));
        double AgeOf(IGrouping<ulong, (Month Month, KeptPerson Kept)> one) =>
            one.Average(seen => Age.In(seen.Month, one.Key, seen.Kept.Person.Group));
        Assert.Equal(Unmet(people.Where(one => AgeOf(one) > 60)).Average(), Own("of-the-old"), 9);
        Assert.Equal(Unmet(people.Where(one => AgeOf(one) <= 60)).Average(), Own("of-the-young"), 9);
        Assert.Equal(
            people.Where(one => AgeOf(one) is > 30 and <= 60).GroupBy(one => one.First().Kept.Person.Group)
                .Max(group => Unmet(group).Average()),
            Own("of-the-middle"), 9);
        var late = seen.Where(one => one.Month >= Month.Of(1996, 4)).GroupBy(one => one.Kept.Person.Id)
            .Select(one => (one.Average(m => m.Kept.Person.UnmetCount), one.Average(m => m.Kept.Person.MetCount)))
            .Where(one => one.Item1 + one.Item2 > 0).ToList();
        Assert.Equal(late.Count(one => one.Item1 / (one.Item1 + one.Item2) > 0.5) / (double)late.Count, Own("late"), 9);
        Assert.Equal(
            GiniOf([.. people.GroupBy(one => one.First().Kept.Person.Group).Select(group => Unmet(group).Average())]),
            Own("between-groups"), 9);
        var inService = people.GroupBy(one => one.Last().Kept.Keeper.Code).Select(place => place.Average(
            one => one.Average(month => month.Kept.Keeping == Keeping.Caseload ? 1.0 : 0))).ToList();
        Assert.Equal(inService.Max() - inService.Min(), Own("between-places"), 9);
        Assert.All(study.Outcomes, outcome => Assert.Equal(own.Figure(outcome.Own!), backwards.Figure(outcome.Own!)));
        Assert.True(StudyFigures.NeedPersons(study));
        Assert.False(StudyFigures.NeedEverything(study));
    }

    private static OwnOutcome[] Made(Study study) => [.. study.Outcomes.Select(outcome => outcome.Own).OfType<OwnOutcome>()];

    // Half of the mean difference between two, over the mean.
    private static double GiniOf(double[] values) =>
        values.Average(a => values.Average(b => Math.Abs(a - b))) / 2 / values.Average();

    private static string Place { get; } =
        Samverkan.Runs.Scenarios.ScenarioReader.Read("two-counties").Blueprint.Counties[0].Municipalities[0].Code;
}
