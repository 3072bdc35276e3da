using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Teams;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.Teams;

/// <summary>Peer workers support a share of those in service.</summary>
public sealed class PeersTests
{
    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(20, 100, .5)]
    [InlineData(40, 100, 1)]
    [InlineData(400, 100, 1)]
    [InlineData(20, 0, 0)]
    public void They_raise_involvement_by_the_share_of_persons_whom_they_support(int tenths, int inService, double share)
    {
        var p = Examples.P.With(("peers.caseload", 25), ("peers.involvement", .04)).Peers;
        Assert.Equal(.04 * share, Peers.Involvement(p, tenths, inService), 12);
    }

    [Fact]
    public void Both_sectors_pay_their_part_to_the_crown()
    {
        var p = Examples.P.With(("crisisTeam.posts", 6), ("crisisTeam.municipalShare", .5), ("peers.posts", 4),
            ("peers.municipalShare", .25), ("ips.posts", 3), ("ips.municipalShare", 1), ("cost.post", 600_000));
        var flows = new Flows();
        var beside = StaffBeside.Of(p, .5);
        beside.Pay(ref flows, p.Cost.Post);
        Assert.Equal(new StaffBeside(30, 20, 15, 35), beside);
        Assert.Equal((150_000, 175_000), (flows.Of(Flow.CountyUnits), flows.Of(Flow.MunicipalUnits)));
        Assert.Equal(new StaffBeside(15, 10, 8, 19), StaffBeside.Of(p.With(("team.postsOpen", .5)), .5));
    }

    [Fact]
    public void Persons_are_more_engaged_with_them()
    {
        var (without, with) = (Engagement(0), Engagement(30));
        Assert.InRange(with - without, .005, .05);

        static double Engagement(double posts) => new WatchedWorld(Town(36).With(("peers.involvement", .05))
            .Having(Set("peers.posts", posts, Start + 2))).Until(Start + 34).Only.Report.Indicators
            .Read(IndicatorCatalogue.Engagement.Id)!.Value;
    }

    [Fact]
    public void Without_posts_their_figures_change_nothing() => Assert.Equal(
        Town().Run().Hashes(),
        Town().With(("peers.caseload", 50), ("peers.involvement", .08)).Run().Hashes());
}
