using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Model.Tests.SteeringCommittees;

/// <summary>Persons come and go, and what they were to each other goes with them.</summary>
public class LeadersTests
{
    [Fact]
    public void Ties_stay_within_0_and_1_and_grow_where_persons_meet() =>
        Gen.Select(Gen.Int[0, 12], Gen.Double[0, 1], Gen.Double[0, 2]).Sample((seats, tie, share) =>
    {
        var leaders = Of(seats, tie);
        var before = leaders.Ties;
        leaders.Meet(share);
        return leaders.Ties >= before - 1e-12 && leaders.Ties <= 1 + 1e-12;
    });

    [Fact]
    public void All_that_persons_are_to_each_other_is_shared_out_among_a_side() =>
        Gen.Select(Gen.Int[2, 12], Gen.Double[.1, 1]).Sample((seats, tie) =>
    {
        var leaders = Of(seats, tie);
        return Math.Abs(Enumerable.Range(0, seats).Where(s => Leaders.SideOf(s) == Sector.County).Sum(leaders.ShareOf) - 1)
            < 1e-9;
    });

    [Fact]
    public void A_tie_goes_with_either_of_the_two()
    {
        var leaders = Of(2, .8);
        leaders.Leave(0);
        Assert.Equal((0, 1), (leaders.Ties, leaders.Count));
        Assert.True(leaders.LeavesUnheard(Sector.County));
        Assert.False(leaders.LeavesUnheard(Sector.Municipality));
    }

    [Fact]
    public void A_successor_has_to_be_trusted_anew()
    {
        var leaders = Of(4, .8);
        leaders.Leave(0);
        var without = leaders.Ties;
        Assert.Equal([0], leaders.Fill(1, 0, RandomStreams.Of(1, 0), 1, Examples.Some, 0));
        Assert.Equal(without, leaders.Ties);
        leaders.Meet(.1);
        Assert.True(leaders.Ties > without);
    }

    [Fact]
    public void An_empty_seat_has_no_ties_to_gain()
    {
        var leaders = Of(2, .8);
        leaders.Leave(1);
        leaders.Meet(1);
        Assert.Equal(0, leaders.Ties);
    }

    [Fact]
    public void Seats_stay_empty_for_as_long_as_it_takes_on_average()
    {
        var random = RandomStreams.Of(1, 0);
        double months = 0;
        const int places = 2_000;
        for (ulong place = 0; place < places; place++)
        {
            var leaders = Of(2, .5);
            leaders.Leave(0);
            var month = Examples.Some;
            for (; leaders.Count < 2; month += 1)
                leaders.Fill(5, 0, random, place, month, 0);
            months += month - Examples.Some;
        }
        Assert.InRange(months / places, 4.6, 5.4);
    }

    [Fact]
    public void Seats_that_are_added_are_filled_and_those_taken_away_take_their_ties_along()
    {
        var leaders = Of(2, .5);
        Seat(leaders, 4, 1);
        Assert.Equal((4, (.5 + 1 + 1 + 1) / 4), (leaders.Count, leaders.Ties));
        Seat(leaders, 2, 1);
        Assert.Equal((2, .5), (leaders.Count, leaders.Ties));
    }

    [Fact]
    public void As_many_are_sent_away_as_are_there() =>
        Assert.Equal([0, 1, 2, 3], Of(4, .5).Leaving(0, 9, RandomStreams.Of(1, 0), 1, Examples.Some, 0));

    [Fact]
    public void Who_burns_for_the_cooperation_takes_that_along_and_a_successor_may_not()
    {
        var leaders = new Leaders();
        Seat(leaders, 2, .5, champions: 1);
        Assert.True(leaders.HaveChampion);
        leaders.Leave(0);
        leaders.Leave(1);
        Assert.False(leaders.HaveChampion);
        leaders.Fill(1, 0, RandomStreams.Of(1, 0), 1, Examples.Some, 0);
        Assert.Equal((2, false), (leaders.Count, leaders.HaveChampion));
    }

    private static Leaders Of(int seats, double tie)
    {
        var leaders = new Leaders();
        Seat(leaders, seats, tie);
        return leaders;
    }

    private static void Seat(Leaders leaders, int seats, double tie, double champions = 0) =>
        leaders.Seat(seats, tie, champions, RandomStreams.Of(1, 0), 1, 0);
}
