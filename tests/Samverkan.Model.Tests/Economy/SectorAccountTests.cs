using CsCheck;
using Samverkan.Model.Economy;

namespace Samverkan.Model.Tests.Economy;

public class SectorAccountTests
{
    private static readonly Month January = Month.Of(1995);

    [Fact]
    public void The_twelfths_of_a_year_add_up_to_its_frame() =>
        Gen.Select(Gen.Long[0, 900_000_000], Gen.Long[0, 100_000_000], Gen.Double[0, 2]).Sample((cost, demand, lever) =>
    {
        var p = Examples.P.With(("funding.controllable.county", lever)).Funding;
        var account = After(p, cost, demand);
        for (var year = 0; year < 3; year++)
        {
            long sum = 0;
            for (var month = 0; month < 12; month++)
            {
                var paid = account.Payment(p, January + (12 * year + month), year == 0);
                sum += paid;
                account.Book(Paying(paid, paid / 2, 0));
            }
            if (sum != account.Frame || sum < 0) return false;
        }
        return true;
    });

    [Fact]
    public void After_the_warm_up_cost_becomes_the_frame_with_a_little_slack()
    {
        var p = Examples.P.With(("funding.initialSlack", .02)).Funding;
        Assert.Equal(12_240_000, After(p, 1_000_000, 0).Frame);
    }

    [Fact]
    public void A_cut_of_the_controllable_part_spares_what_follows_demand()
    {
        var whole = Examples.P.With(("funding.initialSlack", 0), ("funding.controllable.county", 1)).Funding;
        var cut = Examples.P.With(("funding.initialSlack", 0), ("funding.controllable.county", .8)).Funding;
        var (a, b) = (After(whole, 1_000_000, 300_000), After(cut, 1_000_000, 300_000));
        a.Payment(whole, January, true);
        b.Payment(cut, January, true);
        Assert.Equal(12 * 1_000_000, a.Frame);
        Assert.Equal(12 * (300_000 + 700_000) - .2 * 12 * 700_000, b.Frame, 2.0);
    }

    [Theory]
    [InlineData(1, 0, 0, 12_000_000)]
    [InlineData(.88, 0, 0, 10_560_000)]
    [InlineData(1, -1_500_000, 0, 10_500_000)]
    [InlineData(.5, 1_000_000, 0, 7_000_000)]
    [InlineData(1, 0, 9_000_000, 9_000_000)]
    [InlineData(.9, 0, 9_000_000, 8_100_000)]
    [InlineData(1, -20_000_000, 0, 0)]
    public void A_change_of_the_whole_frame_is_of_all_of_it_whatever_follows_demand(double factor, double added, double decided,
        double frame)
    {
        var p = Examples.P.With(
            ("funding.initialSlack", 0), ("funding.frame.county", factor), ("funding.frameAdded.county", added),
            ("funding.frameDecided.county", decided)).Funding;
        var account = After(p, 1_000_000, 300_000);
        account.Payment(p, January, true);
        Assert.Equal(frame, account.Frame);
    }

    [Fact]
    public void What_is_known_now_takes_the_place_of_what_a_past_came_to()
    {
        var p = Examples.P.With(("funding.initialSlack", 0), ("funding.growth.county", .1), ("funding.compensation", 0),
            ("funding.withdrawn", 0)).Funding;
        var stated = Examples.P.With(("funding.initialSlack", 0), ("funding.firstFrame.county", 5e6)).Funding;
        var (a, b) = (After(p, 1_000_000, 0), After(p, 1_000_000, 0));
        a.Payment(p, January + 12, false);
        a.SetBaseAgain(p, 3_000_000);
        b.SetBaseAgain(stated, 3_000_000);
        a.Payment(p, January + 13, false);
        b.Payment(stated, January + 13, false);
        Assert.Equal((15_000_000, 5_000_000), (a.Frame, b.Frame));
    }

    [Fact]
    public void Frames_grow_in_January()
    {
        var p = Examples.P.With(("funding.initialSlack", 0), ("funding.growth.county", .02), ("funding.withdrawn", 0)).Funding;
        var account = After(p, 1_000_000, 0);
        var first = account.Payment(p, January + 11, true);
        var second = account.Payment(p, January + 12, false);
        Assert.Equal(first * 1.02, second, 2.0);
    }

    [Fact]
    public void A_part_of_a_change_in_demand_is_made_good_the_year_after()
    {
        var p = Examples.P.With(("funding.initialSlack", 0), ("funding.growth.county", 0), ("funding.compensation", .5),
            ("funding.withdrawn", 0)).Funding;
        var account = After(p, 1_000_000, 300_000);
        for (var month = 0; month < 12; month++) account.Book(Paying(1_000_000, 700_000, 400_000));
        account.Payment(p, January + 12, false);
        Assert.Equal(12_000_000 + .5 * 12 * 100_000, account.Frame, 2.0);
    }

    [Theory]
    [InlineData(1, 12_000_000 + 1_500_000 + 600_000)]
    [InlineData(.5, 12_000_000 + 750_000 + 300_000)]
    [InlineData(0, 12_000_000)]
    public void The_frame_follows_what_decided_places_cost_beyond_those_of_the_start(double followed, double frame)
    {
        var p = Examples.P.With(("funding.initialSlack", 0), ("funding.placesFollowed", followed)).Funding;
        var account = After(p, 1_000_000, 0, new(4_000_000, 0));
        account.Payment(p, January, true, places: new(4_000_000, 0));
        Assert.Equal(12_000_000, account.Frame);
        account.Payment(p, January + 1, true, places: new(5_500_000, 600_000));
        Assert.Equal(frame, account.Frame);
        // Abolished places take their money with them.
        account.Payment(p, January + 2, true, places: new(1_000_000, 0));
        Assert.Equal(12_000_000 - followed * 3_000_000, account.Frame);
    }

    [Fact]
    public void What_the_frame_followed_is_not_made_good_once_more()
    {
        var p = Examples.P.With(("funding.initialSlack", 0), ("funding.growth.county", 0), ("funding.compensation", .5),
            ("funding.withdrawn", 0)).Funding;
        var account = After(p, 1_000_000, 300_000);
        for (var month = 0; month < 12; month++)
        {
            account.Payment(p, January + month, true, places: new(1_200_000, 0));
            account.Book(Paying(1_100_000, 700_000, 400_000));
        }
        account.Payment(p, January + 12, false, places: new(1_200_000, 0));
        Assert.Equal(12_000_000 + 1_200_000, account.Frame);
    }

    [Fact]
    public void Stress_is_the_deficit_of_twelve_months_as_share_of_income()
    {
        var account = new SectorAccount(Sector.County);
        for (var month = 0; month < 20; month++) account.Book(Paying(100, 110, 0));
        Assert.Equal(.1, account.Stress, 1e-12);
        Assert.Equal(-4 * 30, account.Slack);
        Assert.Equal(-200, account.Balance);
    }

    [Fact]
    public void A_sector_without_any_money_is_not_under_stress_until_it_spends()
    {
        var account = new SectorAccount(Sector.Municipality);
        Assert.Equal(0, account.Stress);
    }

    // A year of warm-up at a steady cost, part of it driven by demand.
    [Fact]
    public void A_part_of_a_surplus_is_withdrawn_from_the_frames_that_follow()
    {
        var p = Examples.P.With(
            ("funding.initialSlack", 0), ("funding.growth.county", 0), ("funding.compensation", 0), ("funding.hiringSurplus", 0),
            ("funding.withdrawn", .5),
            ("funding.controllable.county", 1)).Funding;
        var account = After(p, 1_000_000, 0);
        for (var month = 0; month < 12; month++)
            account.Book(Paying(account.Payment(p, January + month, true), 500_000, 0));
        account.Payment(p, January + 12, false);
        Assert.Equal(12_000_000 - 6_000_000 / 2, account.Frame);
    }

    [Fact]
    public void Slack_is_what_a_quarter_leaves_over_taken_for_a_year()
    {
        var account = new SectorAccount(Sector.County);
        for (var month = 0; month < 5; month++)
            account.Book(Paying(1_000_000, month < 2 ? 1_500_000 : 900_000, 0));
        Assert.Equal(4 * 3 * 100_000, account.Slack);
    }

    private static SectorAccount After(FundingParameters p, long cost, long demand, DecidedPlaces places = default)
    {
        var account = new SectorAccount(Sector.County);
        demand = Math.Min(cost, demand);
        for (var month = 0; month < 12; month++) account.Book(Paying(cost, cost - demand, demand));
        account.SetBase(p, places);
        return account;
    }

    private static Flows Paying(long income, long units, long bedDays)
    {
        var flows = new Flows();
        flows.Pay(Flow.CountyFrame, income);
        flows.Pay(Flow.CountyUnits, units);
        flows.Pay(Flow.CountyBedDays, bedDays);
        return flows;
    }
}
