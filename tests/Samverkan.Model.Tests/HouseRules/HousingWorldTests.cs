using Samverkan.Model.Indicators;
using Samverkan.Model.ServiceUsers;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>Housing with support in whole worlds.</summary>
public sealed class HousingWorldTests
{
    private static Blueprint WithAllForms(int months = 36) =>
        Town(months).With(("housing.firstPlaces", 15), ("housing.floatingPlaces", 40), ("placement.rate", .002)).WithCentres();

    [Fact]
    public void Every_place_that_is_taken_has_one_tenant()
    {
        var world = new WatchedWorld(WithAllForms());
        while (world.Next < Start + 36)
        {
            world.Step();
            var persons = world.Only.Everybody.Values.Select(p => p.Person).ToArray();
            // Who was given a home this month is told so next month.
            Assert.Equal(Field("supported") + Field("first"),
                persons.Count(p => p.Has(Traits.Homes)) + (int)Seen(IndicatorCatalogue.MovedIn));
            Assert.InRange(Field("floating"), persons.Count(p => p.Has(Traits.FloatingSupport)), 40);
            Assert.All(persons, p => Assert.NotEqual(Traits.Homes, p.Traits & Traits.Homes));
            Assert.All(world.Only.Everybody.Values.Where(p => p.Place == Keeping.Placed), p =>
                Assert.False(p.Person.Has(Traits.Housing)));
        }

        int Field(string form) => int.Parse(world.Only.Field($"housing.{form}.taken"));
        double Seen(Indicator indicator) => world.Only.Report.Indicators.Read(indicator.Id)!.Value;
    }

    [Fact]
    public void More_places_leave_fewer_without_a_home_once_they_are_built()
    {
        var usual = Town(72).Run();
        var more = Town(72).Having(Set("services.housingPlaces", 115, Start + 6)).Run();
        Assert.Equal(usual.Series(IndicatorCatalogue.HousingPlaces)[..30], more.Series(IndicatorCatalogue.HousingPlaces)[..30]);
        Assert.Equal(40, more.Series(IndicatorCatalogue.HousingBuilt)[30]);
        Assert.True(Late(more, IndicatorCatalogue.WaitForHousing) < Late(usual, IndicatorCatalogue.WaitForHousing));
        Assert.InRange(Late(more, IndicatorCatalogue.SupportedHousing) - Late(usual, IndicatorCatalogue.SupportedHousing), 20,
            45);

        static double Late(IEnumerable<MonthResult> months, Indicator indicator) => months.Series(indicator)[60..].Average();
    }

    [Fact]
    public void What_is_built_is_paid_for_while_it_is_built()
    {
        var simulation = new Simulation(Town(36).Having(Set("services.housingPlaces", 115, Start + 6)), 1, 0, Detail.All);
        var paid = simulation.Rest().Series(IndicatorCatalogue.Payments[^1]);
        Assert.Equal(0, paid[..6].Sum());
        Assert.All(paid[6..30], sek => Assert.True(sek >= 40 * 1_800_000L / 24));
        Assert.True(paid[30..].Max() < 40 * 1_800_000L / 24);
    }

    [Fact]
    public void Where_beds_close_the_municipality_builds()
    {
        var usual = Long().Run();
        var closed = Long().Having(Set("ward.beds", 4, Start + 12)).Run();
        Assert.True(closed.Series(IndicatorCatalogue.HousingBuilt).Sum() > usual.Series(IndicatorCatalogue.HousingBuilt).Sum());

        static Blueprint Long() => Town(120).With(("housing.tolerated", .15), ("funding.initialSlack", .04));
    }

    [Fact]
    public void What_there_is_no_place_for_costs_and_does_nothing() => Assert.Equal(
        Town().Run().Hashes(),
        Town().With(("cost.housingFirst", 400_000), ("cost.floatingSupport", 30_000), ("housing.careInFirst", 1),
            ("housing.floatingCare", .8), ("housing.lossFirst", .1)).Run().Hashes());

    [Fact]
    public void Lasting_traits_do_not_hang_on_housing()
    {
        var (a, b) = (Town(24).Simulate(), Town(24).With(("services.housingPlaces", 10), ("housing.firstPlaces", 20)).Simulate());
        while (!a.Finished)
        {
            a.Advance();
            b.Advance();
        }
        var others = Census.Take(b).ToDictionary(p => p.Id, p => p.Person);
        Assert.All(Census.Take(a).Where(p => others.ContainsKey(p.Id)), p =>
            Assert.Equal((p.Person.Severity, p.Person.Proneness, p.Person.Reluctance),
                (others[p.Id].Severity, others[p.Id].Proneness, others[p.Id].Reluctance)));
    }
}
