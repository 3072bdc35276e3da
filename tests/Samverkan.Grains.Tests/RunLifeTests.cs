using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>A run's phases follow each other as they are drawn, and what a run is told is checked before it is told.</summary>
public sealed class RunLifeTests
{
    [Fact]
    public void A_run_is_not_driven_before_it_is_recorded_and_is_absent_again_if_it_is_not()
    {
        var life = new RunLife();
        life.Become(RunPhase.Starting);
        Assert.False(life.IsDriven);
        life.Become(RunPhase.Absent);
        life.Become(RunPhase.Starting);
        life.Become(RunPhase.Driving);
        Assert.True(life.GoesOn);
    }

    [Fact]
    public void What_has_ended_does_not_stop_and_goes_on_only_when_it_is_told_to()
    {
        var life = new RunLife();
        life.Become(RunPhase.Ended);
        Assert.False(life.TryBecome(RunPhase.Stopping));
        Assert.Throws<InvalidOperationException>(() => life.Become(RunPhase.Abandoned));
        Assert.Equal(RunPhase.Ended, life.Phase);
        life.Become(RunPhase.Driving);
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void From_any_phase_a_grain_may_leave_and_from_there_nothing_follows(int phase)
    {
        Assert.All(Enum.GetValues<RunPhase>().Where(next => next != RunPhase.Gone),
            next => Assert.False(Gone((RunPhase)phase).TryBecome(next)));
    }

    [Theory]
    [InlineData(0.0000001)]
    [InlineData(1e-300)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void A_speed_that_is_none_is_refused(double monthsPerSecond) => Assert.False(Speed.IsOne(monthsPerSecond));

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("-rf")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    public void A_name_that_would_be_another_folder_or_an_option_is_no_id(string id) =>
        Assert.Throws<CannotChange>(() => RunId.Checked(id));

    public static TheoryData<int> Phases => [.. Enum.GetValues<RunPhase>().Select(phase => (int)phase)];

    private static RunLife Gone(RunPhase phase)
    {
        var life = new RunLife();
        RunPhase[] way = phase switch
        {
            RunPhase.Absent or RunPhase.Gone => [],
            RunPhase.Foreign or RunPhase.Starting or RunPhase.Driving or RunPhase.Ended => [phase],
            _ => [RunPhase.Driving, phase],
        };
        foreach (var step in way) life.Become(step);
        life.Become(RunPhase.Gone);
        return life;
    }
}
