using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Model.Tests.Policies;

public class ReachTests
{
    // Two years in which a joint centre opens in a small town: long enough for most rules to be at work.
    private static readonly Blueprint Town = TestWorlds.Town(24, 20_000) with
    {
        Events = [new("plan", TestWorlds.Start + 1, Scope.Everywhere, new FirstPlan(1))],
    };

    private static readonly ulong[] Unchanged = Town.Run(seed: 7).Hashes();

    private static readonly (Reach Reach, Scope Scope)[] Narrow =
        [(Reach.Units, new(Unit: new())), (Reach.Teams, new(Team: new())), (Reach.Persons, new(Person: new()))];

    public static TheoryData<string> Sections => [.. Catalogue.All.Select(p => p.Section.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_parameter_is_felt_by_just_those_scopes_that_it_says(string section)
    {
        var parameters = Catalogue.All.Where(p => p.Section.Name == section && p.Role != Role.Structural).ToArray();
        Assert.All(parameters, p => Assert.True(p.Reach.HasFlag(Reach.Places), p.Id));
        foreach (var alike in parameters.GroupBy(p => (Family: p.Id.Split('.')[1], p.Reach)))
        {
            // Members of a family are read by one rule: each fifth stands for them.
            var felt = alike.Where((_, i) => i % 5 == 0).SelectMany(p => FeltBy(p).Select(reach => (p.Id, Reach: reach)))
                .ToArray();
            Assert.All(felt, f => Assert.True(alike.Key.Reach.HasFlag(f.Reach), $"{f.Id} is felt by {f.Reach}"));
            // What these two years do not feel at all says nothing.
            if (felt.Length > 0)
                Assert.All(Narrow, n => Assert.True(
                    !alike.Key.Reach.HasFlag(n.Reach) || felt.Any(f => f.Reach == n.Reach),
                    $"{section}, {alike.Key.Family} is not felt by {n.Reach}"));
        }
    }

    private static IEnumerable<Reach> FeltBy(ParameterInfo p)
    {
        var other = p.Default > (p.Min + p.Max) / 2 ? p.Min : p.Max;
        return Narrow.Where(n => IsFelt(Town
            with
        { Interventions = [new("x", p.Id, n.Scope, Operation.Set, other, Month.Of(1990))] })).Select(n => n.Reach);
    }

    private static bool IsFelt(Blueprint changed)
    {
        var run = changed.Simulate(seed: 7);
        foreach (var hash in Unchanged)
            if (run.Advance().Hashes[0] != hash)
                return true;
        return false;
    }
}
