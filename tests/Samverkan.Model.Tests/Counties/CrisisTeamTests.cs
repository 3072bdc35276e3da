using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Counties;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Teams;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.Counties;

/// <summary>A mobile crisis team meets crises before a bed is asked for.</summary>
public sealed class CrisisTeamTests
{
    private static readonly RandomStreams Luck = RandomStreams.Of(1, 0);

    private static readonly Gen<Emergency[]> Crises = Gen.Int[1, 200].Array[0, 40]
        .Select(days => days.Select((d, i) => new Emergency(new(1, 0), (ulong)i, d, TargetGroup.Psychosis, false)).ToArray());

    [Fact]
    public void It_meets_no_more_crises_than_its_posts_allow_and_of_them_alone_somebody_stays_at_home() =>
        Gen.Select(Crises, Gen.Int[0, 30], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((crises, visits, called, stays) =>
        {
            var ward = Open(crises, 100, new(visits, called, stays));
            return ward.Met <= visits && ward.Met <= crises.Length && ward.Count(CrisisOutcome.TreatedAtHome) <= ward.Met;
        });

    [Fact]
    public void More_posts_keep_more_at_home_and_leave_no_fewer_beds() => Gen.Select(Crises, Gen.Int[0, 30], Gen.Int[0, 30])
        .Sample((crises, some, further) =>
        {
            var (few, many) = (Open(crises, 100, new(some, .6, .4)), Open(crises, 100, new(some + further, .6, .4)));
            return many.Met >= few.Met && many.Count(CrisisOutcome.TreatedAtHome) >= few.Count(CrisisOutcome.TreatedAtHome)
                && many.Count(CrisisOutcome.NoBed) <= few.Count(CrisisOutcome.NoBed);
        });

    [Fact]
    public void Of_those_whom_it_meets_the_stated_share_stays_at_home()
    {
        var crises = Enumerable.Range(1, 2000).Select(id => new Emergency(default, (ulong)id, 10, default, false)).ToArray();
        var ward = Open(crises, 0, new(int.MaxValue, .6, .33));
        Assert.InRange(ward.Met, 1100, 1300);
        Assert.InRange(ward.Count(CrisisOutcome.TreatedAtHome), .29 * ward.Met, .37 * ward.Met);
        Assert.Equal(2000, Open(crises, 0, new(int.MaxValue, 1, 1)).Count(CrisisOutcome.TreatedAtHome));
    }

    [Fact]
    public void Without_posts_its_figures_change_nothing() => Assert.Equal(
        Town().Run().Hashes(),
        Town().With(("crisisTeam.called", 1), ("crisisTeam.staysAtHome", .6), ("crisisTeam.perPost", 15)).Run().Hashes());

    [Fact]
    public void It_is_paid_by_both_sectors_and_met_crises_and_its_posts_are_counted()
    {
        var (without, with) = (Last(Town(24)), Last(Town(24).Having(
            Set("crisisTeam.posts", 6, Start + 12), Set("crisisTeam.municipalShare", .5, Start + 12))));
        Assert.Equal(0, without.Read(IndicatorCatalogue.MetByCrisisTeam.Id));
        Assert.True(with.Read(IndicatorCatalogue.MetByCrisisTeam.Id) > 0);
        Assert.InRange(
            with.Read(IndicatorCatalogue.Posts.Id)!.Value - without.Read(IndicatorCatalogue.Posts.Id)!.Value, 5, 6);

        static IndicatorValues Last(Blueprint world) => new WatchedWorld(world).Until(Start + 13).Only.Report.Indicators;
    }

    private static WardMonth Open(Emergency[] crises, int granted, CrisisTeam team) =>
        WardAdmission.Admit(Examples.P.Ward, crises, granted, 0, 0, Luck, Examples.Some, 0, team);
}
