using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests.Municipalities;

public class PurchasedPostsTests
{
    private static readonly StructuralElements Purchase = new StructuralElements(0).With(Element.CrossSectorPurchase);

    private static readonly ElementParameters Always = Examples.P.With(("element.purchase", 1)).Element;

    [Fact]
    public void A_sector_that_may_not_fill_its_vacancies_is_helped_by_a_partner_with_means()
    {
        Assert.True(Refill(false, Purchase, 1));
        Assert.False(Refill(false, Purchase, 0));
        Assert.False(Refill(false, default, 1));
        Assert.True(Refill(true, default, 0));
    }

    [Fact]
    public void The_partner_pays_the_sector_for_what_it_bought_and_stops_when_the_sector_pays_itself()
    {
        var services = new ServiceRegister(Examples.World);
        var team = services.Open(UnitKind.Centre, new(1), Sector.Municipality).AddTeam();
        var report = Examples.Report(team.Address);
        team.Last = report with { County = report.County with { Hired = 20 } };
        var purchased = new PurchasedPosts();
        purchased.Refill(Sector.County, false, Purchase, Always, 1, Examples.World.RandomStreams, 1, Examples.Some);
        Assert.Equal((0, 100_000), Paid());
        purchased.Refill(Sector.County, true, Purchase, Always, 1, Examples.World.RandomStreams, 1, Examples.Some);
        Assert.Equal((0, 0), Paid());

        (long, long) Paid()
        {
            var flows = new Flows();
            purchased.Pay(services, ref flows, 600_000);
            return (flows.Of(Flow.CountyPurchase), flows.Of(Flow.MunicipalPurchase));
        }
    }

    private static bool Refill(bool own, StructuralElements structure, long slack) =>
        new PurchasedPosts().Refill(Sector.County, own, structure, Always, slack, Examples.World.RandomStreams, 1, Examples.Some);
}
