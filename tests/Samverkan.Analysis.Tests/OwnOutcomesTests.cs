using Samverkan.Analysis.Studies;
using Samverkan.Model;
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
        var (usual, own) = (new FigureObserver(study.Outcomes), new OwnFigureObserver(world, study.Outcomes));

        var run = new Simulation(world, 3, 1, Detail.All);
        while (!run.Finished)
        {
            var month = run.Advance();
            usual.Observe(month);
            own.Observe(month);
        }

        double Own(string id) => own.Figure(study.Outcomes.First(outcome => outcome.Id == id));
        Assert.Equal(usual.Figure(0), Own("own-need"), 9);
        Assert.Equal(usual.Figure(1), Own("own-cost"), 3);
        Assert.Equal(usual.Figure(2), Own("own-group"), 9);
        Assert.InRange(Own("spread"), 0.0001, 1);
        Assert.InRange(Own("recovery"), 0, 24);
        Assert.True(StudyFigures.NeedEverything(study));
    }

    private static string Place { get; } =
        Samverkan.Runs.Scenarios.ScenarioReader.Read("two-counties").Blueprint.Counties[0].Municipalities[0].Code;
}
