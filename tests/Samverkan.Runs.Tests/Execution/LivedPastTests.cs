using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Execution;

/// <summary>Years that are lived before those that are reported.</summary>
public sealed class LivedPastTests : IDisposable
{
    private static readonly Month Reported = Month.Of(1998);

    private static readonly Blueprint WithPast = Blueprint.Case with
    {
        Name = "with-past",
        Since = Month.Of(1995),
        From = Reported,
        To = Month.Of(1999, 12),
        Counties = [new("01", "The county", [new("0001", "The municipality", 30_000)])],
    };

    private readonly TemporaryFolder place = new();

    public LivedPastTests() => Environment.SetEnvironmentVariable("SAMVERKAN_CACHE", place["cache"]);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task TheReportedYearsAreThoseOfARunThatReportsAll()
    {
        var whole = await Hashes(WithPast with { Since = null, From = Month.Of(1995) }, 7, 1);
        var late = await Hashes(WithPast, 7, 1);

        Assert.Equal(24, late.Count);
        Assert.Equal(whole.TakeLast(24), late);
    }

    [Fact]
    public void ScenariosThatDifferLaterShareOnePastAndOthersDoNot()
    {
        Blueprint Changed(Month at) => WithPast with
        {
            Interventions = [new("cut", "funding.controllable.county", Scope.Everywhere, Operation.Multiply, .8, at)],
        };

        Assert.Same(LivedPast.Of(WithPast, 1), LivedPast.Of(Changed(Reported), 1));
        Assert.NotSame(LivedPast.Of(WithPast, 1), LivedPast.Of(Changed(Reported - 1), 1));
        Assert.NotSame(LivedPast.Of(WithPast, 1), LivedPast.Of(WithPast, 2));
    }

    [Fact]
    public async Task ReplicationsGoOnFromHistoriesWithACooperationAndPassOverTheOthers()
    {
        // Three years are not enough for every committee.
        var running = WithPast with { PastCooperation = PastCooperation.Running };
        var cooperates = Enumerable.Range(1, 12).Select(history =>
        {
            var simulation = new Simulation(running, 5, history);
            simulation.LiveThePast();
            return simulation.Cooperations == 1;
        }).ToList();
        var kept = Enumerable.Range(1, 12).Where(history => cooperates[history - 1]).ToList();

        Assert.True(kept.Count is > 0 and < 12,
            $"{kept.Count} of 12 histories have a cooperation: the test needs some with and some without.");
        Assert.Equal(kept, kept.Select((_, i) => LivedPast.HistoryOf(running, 5, i + 1)));
        Assert.Equal(await Hashes(WithPast, 5, kept[0]), await Hashes(running, 5, 1));
    }

    [Fact]
    public async Task WhatCannotBeReadFromTheStoreIsLivedAgain()
    {
        var first = await Hashes(WithPast, 11, 1);
        foreach (var file in Directory.GetFiles(place["cache"])) File.WriteAllBytes(file, File.ReadAllBytes(file)[..100]);

        Assert.Equal(first, await Hashes(WithPast, 11, 1));
    }

    [Fact]
    public void OwnFiguresAreThoseOfTheFirstReportedMonth()
    {
        File.WriteAllText(place["past.yaml"], """
            id: past
            extends: baseline
            title: A past
            question: What of it?
            horizon: { since: 1995-01, from: 1998-01, to: 1999-12, cooperation: any }
            expect: [{ indicator: people.reach, gt: 0 }]
            """);
        File.WriteAllText(place["ours.csv"], """
            Kommunkod;Kommun;Länskod;Län;Folkmängd 1994;Folkmängd 2004;Vårdplatser;Tjänster öppenvård;Tjänster socialtjänst
            0001;Vår;01;Länet;40000;60000;8,5;12;9
            """);
        File.WriteAllText(place["ours.yaml"], """
            id: ours
            extends: ./past.yaml
            title: Ours
            question: What of us?
            world: { table: ours.csv }
            parameters: { population.initial.psychosis: 200 persons }
            expect: [{ indicator: people.reach, gt: 0 }]
            """);
        var scenario = ScenarioReader.Read(place["ours.yaml"]);
        var blueprint = scenario.Blueprint;
        var simulation = new Simulation(blueprint, 1, 1, Detail.All);
        var first = simulation.Advance();

        Assert.Equal((40_000, 46_000), (blueprint.Counties[0].Municipalities[0].Population,
            (int)blueprint.Counties[0].Municipalities[0].OverTime!.At(Reported)));
        Assert.Equal(16, blueprint.Parameters.Ward.Beds);
        var beds = Assert.Single(blueprint.Interventions, i => i.Parameter == "ward.beds");
        Assert.Equal((Reported, 8.5), (beds.At!.Value, Math.Round(beds.Value * 46_000 / 96_000, 9)));
        Assert.Contains(scenario.Findings,
            f => f.Code == Codes.NotUsed && f.Message.StartsWith("population.initial.psychosis", StringComparison.Ordinal));
        var posts = first.Observations.Single(o => o.Indicator.Id == "staff.posts" && o.Actor == ActorPath.Municipality("0001")
            && o.Group is null);
        Assert.Equal(21, posts.Value, 1.0);
    }

    private static async Task<List<ulong>> Hashes(Blueprint blueprint, ulong seed, int replication)
    {
        var run = InProcessRun.Start(blueprint, seed, replication, Detail.Headline);
        var hashes = new List<ulong>();
        while (!run.Finished) hashes.AddRange((await run.Advance(TestContext.Current.CancellationToken)).Hashes);
        return hashes;
    }
}
