using Samverkan.Analysis.Doses;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>Every lever is given in doses, and something is expected of each.</summary>
public class DosesTests
{
    private static readonly Blueprint World = ScenarioReader.Read(Path.Combine(Paths.Library!, "baseline.yaml")).Blueprint;
    private static readonly IReadOnlyList<Ladder> Levers = Ladder.All(World.Parameters);

    // Amounts of a place.
    private static readonly string[] WithoutDoses = ["funding.firstFrame.", "funding.frameAdded.", "funding.frameDecided."];

    [Fact]
    public void Every_lever_has_doses_within_its_range_and_an_expectation()
    {
        Assert.Equal(
            Catalogue.All.Where(p => p.Role == Role.Lever && !WithoutDoses.Any(p.Id.StartsWith)).Select(p => p.Id).Order(),
            Levers.SelectMany(lever => lever.Parameters).Select(p => p.Id).Order());
        Assert.All(Levers, lever =>
        {
            Assert.True(Expected.Of(lever.Id).Count > 0,
                $"Nothing is expected of {lever.Id}: state it in Doses/Expected.cs before it is tried.");
            Assert.InRange(lever.Doses.Count, 2, 5);
            Assert.Equal(lever.Doses.Count, lever.Doses.Distinct().Count());
            if (!lever.IsFamily)
                Assert.All(lever.Doses, dose => Assert.InRange(dose, lever.Parameters[0].Min, lever.Parameters[0].Max));
            Assert.Equal(lever.Parameters[0].Measure == Measure.Switch ? 2 : 5, lever.Doses.Count);
        });
    }

    [Fact]
    public void Nothing_is_expected_of_a_lever_that_is_not_there() => Assert.All(
        Expected.Named, name =>
            Assert.Contains(Levers, lever => lever.Id == name || lever.Id.StartsWith(name + ".", StringComparison.Ordinal)));

    [Fact]
    public void The_world_itself_is_one_of_the_doses_unless_the_scenario_sets_the_lever_later()
    {
        Assert.All(Levers.Where(lever => lever.PlaceIn(World) >= 0 && !lever.IsFamily), lever =>
            Assert.Equal(lever.Parameters[0].Get(World.Parameters), lever.Doses[lever.PlaceIn(World)]));
        Assert.True(Levers.Count(lever => lever.PlaceIn(World) >= 0) > Levers.Count * 2 / 3);
        Assert.Equal(-1, Levers.Single(lever => lever.Id == "nation.privatePrimaryCare").PlaceIn(World));
    }

    [Fact]
    public void A_dose_holds_from_the_start_and_is_not_undone_later()
    {
        var lever = Levers.Single(one => one.Id == "nation.privatePrimaryCare");
        var given = lever.Given(World, 0);

        Assert.Equal(lever.Doses[0], lever.Parameters[0].Get(given.Parameters));
        Assert.Contains(World.Interventions, one => one.Parameter == lever.Id && one.Operation == Operation.Set);
        Assert.DoesNotContain(given.Interventions, one => one.Parameter == lever.Id);
        Assert.Equal(World.Interventions.Length - 1, given.Interventions.Length);
    }

    [Fact]
    public void A_family_moves_together()
    {
        var lever = Levers.Single(one => one.Id == "population.newPerYear");
        var given = lever.Given(World, lever.Doses.Count - 1);

        Assert.All(lever.Parameters, p => Assert.Equal(2 * p.Get(World.Parameters), p.Get(given.Parameters)));
    }

    [Theory]
    [InlineData(Sense.Raises, 1, 2, true)]
    [InlineData(Sense.Raises, 2, 1, false)]
    [InlineData(Sense.Lowers, 2, 1, true)]
    [InlineData(Sense.Lowers, 1, 1, false)]
    [InlineData(Sense.HardlyMoves, 1, 1.02, true)]
    [InlineData(Sense.HardlyMoves, 1, 1.5, false)]
    [InlineData(Sense.DoesNotRaise, 1, .5, true)]
    [InlineData(Sense.DoesNotRaise, 1, 1.5, false)]
    public void An_expectation_is_of_sign(Sense sense, double least, double largest, bool meets) =>
        Assert.Equal(meets, Of(least, largest).Meets(new(IndicatorCatalogue.Trust, sense, "")));

    [Fact]
    public void An_expectation_is_of_size_too()
    {
        Assert.True(Of(1, 1.2).Meets(new(IndicatorCatalogue.Trust, Sense.Raises, "", Most: .25)));
        Assert.False(Of(1, 1.3).Meets(new(IndicatorCatalogue.Trust, Sense.Raises, "", Most: .25)));
    }

    [Fact]
    public void What_turns_is_a_reversal_at_the_dose_where_it_turns()
    {
        Assert.Equal(2, Of(1, 2, 3, 2.5, 2).Reversal);
        Assert.Null(Of(1, 2, 3, 3, 4).Reversal);
        Assert.False(Of(1, 2, 3, 2.5, 2).Saturates);
    }

    [Fact]
    public void What_stops_rising_saturates()
    {
        Assert.True(Of(1, 2, 3, 3.05).Saturates);
        Assert.False(Of(1, 2, 3, 3.5).Saturates);
        Assert.False(Of(1, 1.01).Saturates);
    }

    // Ten pairs that differ a little from each other.
    private static Response Of(params double[] doses) =>
        new(IndicatorCatalogue.Trust,
            [.. doses.Select((dose, place) => Enumerable.Range(0, 10).Select(pair => dose + .0001 * pair * (place + 1))
                .ToArray())]);
}
