using Samverkan.Analysis.Comparisons;
using Samverkan.Model;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Own;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>Outcomes of one's own in scenario files: in the tables of a comparison, and as what was expected.</summary>
public sealed class OwnOutcomesInComparisonsTests
{
    private const int Pairs = 3;

    private const string Outcomes = """
        outcomes:
          - { id: unequal-needs, title: inequality of unmet needs, expression: "gini([person.unmetNeeds])", better: lower }
          - { id: cost, title: cost, expression: "total([money.countyCost])", during: 1996 }
        """;

    [Fact]
    public void An_outcome_of_a_scenario_stands_first_in_its_table_and_is_judged_where_it_was_expected()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["first.yaml"],
            $"{Head("first", "baseline")}horizon: {{ from: 1995-01, to: 1997-12 }}\n{Outcomes}");
        File.WriteAllText(place["second.yaml"], $$"""
            {{Head("second", "first")}}
            parameters: { ward.beds: 12 beds }
            expect:
              - { outcome: unequal-needs, during: 1996..1997, gt: 0 }
              - { outcome: unequal-needs, vs: first, gte: -100 % }
              - { outcome: cost, gt: 1 MSEK }
            """);
        var scenarios = ScenarioReader.ReadAll([place["first.yaml"], place["second.yaml"]]);
        var jobs = Job.Paired([.. scenarios.Select(scenario => scenario.Blueprint)], Pairs, 1);
        var watch = new ExpectationWatch(scenarios);
        var seen = scenarios.Select(_ => new List<(int Replication, Month Month, KeptPerson Kept)>()).ToArray();

        var comparison = PairedComparison.Run(
            scenarios, 1, Month.Of(1996), jobs, new Ensemble(InProcessRun.Start, 2),
            new PairCheck(InProcessRun.Start, [null, Month.Of(1995)], CancellationToken.None),
            job => [watch.ObserverOf(job), new Witness(seen[job.Scenario], job.Replication)], EnsembleProgress.Of(jobs),
            CancellationToken.None);

        var rows = HeadlineTable.Of(comparison, 1);
        Assert.Equal(["unequal-needs", "cost"], rows.Take(2).Select(row => row.Id));
        Assert.Equal("inequality of unmet needs", rows[0].Label);
        for (var scenario = 0; scenario < 2; scenario++)
            Assert.Equal(
                Enumerable.Range(1, Pairs).Select(replication => Several.Gini([
                    .. seen[scenario].Where(one => one.Replication == replication && one.Month >= Month.Of(1996))
                        .GroupBy(one => one.Kept.Person.Id).Select(one => one.Average(month => month.Kept.Person.UnmetCount))])),
                comparison.Outcomes[scenario].Select(run => run.Own[0]), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(comparison.Outcomes[0].Average(run => run.Own[0]), rows[0].Base, 9);
        var verdicts = watch.On(1);
        Assert.Equal([true, true, true], verdicts.Select(verdict => verdict.Held));
        Assert.Equal(rows[0].Other, verdicts[0].Own, 9);
        Assert.Contains(" MSEK;", VerdictText.Of(verdicts[2]));
        Assert.Equal("cost, 1996-01 to 1996-12: more than 1 MSEK", verdicts[2].Expectation.InWords);

        PairedCsv.Write(comparison, place["paired.csv"]);
        Assert.Equal(Pairs, File.ReadLines(place["paired.csv"])
            .Count(line => line.Contains(",unequal-needs,expression,", StringComparison.Ordinal)));
    }

    [Fact]
    public void One_id_with_two_meanings_is_found()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["first.yaml"], Head("first", "baseline") + Outcomes);
        File.WriteAllText(place["second.yaml"], Head("second", "baseline") + Outcomes);
        File.WriteAllText(place["third.yaml"],
            Head("third", "baseline") + Outcomes.Replace("gini", "mean", StringComparison.Ordinal));

        Assert.Null(OwnOutcomes.Ambiguous(ScenarioReader.ReadAll([place["first.yaml"], place["second.yaml"]])));
        Assert.Equal(
            ("unequal-needs", "first", "third"),
            OwnOutcomes.Ambiguous(ScenarioReader.ReadAll([place["first.yaml"], place["second.yaml"], place["third.yaml"]])));
    }

    private static string Head(string id, string @base) => $"id: {id}\nextends: {@base}\ntitle: T\nquestion: Q?\n";

    private sealed class Witness(List<(int Replication, Month Month, KeptPerson Kept)> seen, int replication) : IRunObserver
    {
        public bool SeesPersons => true;

        public void Observe(MonthResult month) { }

        public void See(Month month, IEnumerable<KeptPerson> persons)
        {
            lock (seen) seen.AddRange(persons.Select(person => (replication, month, person)));
        }
    }
}
