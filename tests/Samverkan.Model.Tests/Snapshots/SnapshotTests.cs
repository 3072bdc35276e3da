using Samverkan.Model.Policies;
using Samverkan.Model.Snapshots;
using Xunit;

namespace Samverkan.Model.Tests.Snapshots;

/// <summary>A run that goes on from a snapshot is the run that was never interrupted.</summary>
public sealed class SnapshotTests
{
    private static readonly Blueprint Small = Blueprint.Case with
    {
        From = Month.Of(1995),
        To = Month.Of(2001, 12),
        Counties =
        [
            new("01", "One", [new("0001", "First", 30_000), new("0002", "Second", 12_000)]),
            new("02", "Two", [new("0003", "Third", 20_000)]),
        ],
        Interventions =
        [
            new("cut", "funding.controllable.county", Scope.Everywhere, Operation.Multiply, .9, null,
                When: new("needs.unmetPerPerson", true, 0, 3, false)),
        ],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(40)]
    [InlineData(71)]
    public void A_run_restored_at_any_month_gives_the_same_hashes_to_the_end(int months)
    {
        var whole = new Simulation(Small, 7, 1);
        for (var month = 0; month < months; month++)
            whole.Advance();
        var bytes = Snapshot.Of(whole.Save());

        var resumed = Simulation.Resume(Small, 7, 1, Detail.Headline, Snapshot.Read<WorldSnapshot>(bytes));

        Assert.Equal(whole.Next, resumed.Next);
        var compared = 0;
        for (; !whole.Finished; compared++)
        {
            var (a, b) = (whole.Advance(), resumed.Advance());
            Assert.Equal(a.Hashes, b.Hashes);
            Assert.Equal(a.Observations, b.Observations);
        }
        Assert.True(resumed.Finished);
        Assert.Equal(84 - months, compared);
    }

    [Fact]
    public void A_snapshot_holds_the_state_that_actors_describe()
    {
        var run = new Simulation(Small, 3, 2);
        for (var month = 0; month < 30; month++)
            run.Advance();

        var resumed = Simulation.Resume(Small, 3, 2, Detail.Headline, run.Save());

        var described = run.DescribeState().ToArray();
        Assert.True(described.Length > 500);
        Assert.Equal(described, resumed.DescribeState().ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void A_restored_world_gives_the_same_bytes_again(int months)
    {
        var run = new Simulation(Small, 5, 1);
        for (var month = 0; month < months; month++)
            run.Advance();
        var bytes = Snapshot.Of(run.Save());

        var resumed = Simulation.Resume(Small, 5, 1, Detail.Headline, Snapshot.Read<WorldSnapshot>(bytes));

        Assert.Equal(bytes, Snapshot.Of(resumed.Save()));
    }

    [Fact]
    public void Bytes_that_end_too_early_are_refused()
    {
        var run = new Simulation(Small, 3, 2);
        run.Advance();
        var bytes = Snapshot.Of(run.Save());

        Assert.Throws<InvalidSnapshot>(() => Snapshot.Read<WorldSnapshot>(bytes.AsMemory(0, bytes.Length - 1)));
    }

    [Fact]
    public void What_has_no_shape_is_refused_and_never_left_out() =>
        Assert.ThrowsAny<Exception>(() => Snapshot.Of<Action>(() => { }));
}
