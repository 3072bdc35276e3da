using Samverkan.Model.Chance;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Tests.ServiceUsers;

/// <summary>What is spent on a person: every part by hand, and the sum stays within what both sectors spend.</summary>
public class PersonCostTests
{
    private const uint OneOfMunicipality = 1u << (int)Domain.Accommodation;

    private static readonly ParameterSet P = Examples.P;

    [Fact]
    public void A_day_in_the_ward_costs_the_bed_and_its_use() =>
        Assert.Equal((int)(10 * (1_625_000 / 365.0 + 2_750)), PersonCost.OfDays(P.Cost, 10));

    [Fact]
    public void A_crisis_costs_its_days_or_what_takes_the_place_of_a_bed()
    {
        Assert.Equal(PersonCost.OfDays(P.Cost, 7), PersonCost.OfCrisis(P.Cost, CrisisOutcome.Admitted, 7));
        Assert.Equal(18_000, PersonCost.OfCrisis(P.Cost, CrisisOutcome.TreatedAtHome, 0));
        Assert.Equal(70_000, PersonCost.OfCrisis(P.Cost, CrisisOutcome.NoBed, 0));
    }

    [Fact]
    public void The_notice_of_a_crisis_brings_its_cost_to_the_person()
    {
        var person = Examples.Person();
        person.CostOfYear = 5;
        Aftermath.Hear(ref person, new(person.Id, CrisisOutcome.TreatedAtHome, 0, 18_000), P.Crisis, RandomChance(),
            Examples.Some);
        Assert.Equal(18_005, person.CostOfYear);
    }

    [Fact]
    public void Housing_placement_and_emergencies_cost_where_a_person_is()
    {
        var person = Examples.Person(unmet: OneOfMunicipality) with { Traits = Traits.None };
        int At(Status status, Traits traits = Traits.None) =>
            PersonCost.OfPlace(P.Cost, person with { Status = status, Traits = traits });

        Assert.Equal(75_000, At(Status.Placed));
        Assert.Equal(1_200, At(Status.Resident));
        Assert.Equal(0, At(Status.InService));
        Assert.Equal(550_000 / 12, At(Status.Waiting, Traits.Housed));
        Assert.Equal(200_000 / 12, At(Status.InService, Traits.HousingFirst));
        Assert.Equal(75_000 + 85_000 / 12, At(Status.Placed, Traits.FloatingSupport));
    }

    [Fact]
    public void Wages_are_divided_by_the_hours_that_persons_ask_for_and_none_is_lost()
    {
        ServiceUser[] persons =
        [
            Examples.Person(unmet: 0b111), Examples.Person(unmet: 0b1, met: 0b110),
            Examples.Person(unmet: 0b111) with { WardDays = 20 },
        ];
        var hour = PersonCost.OfAnHour(P, P.Cost, filled: 24, agency: 0, persons);
        var costs = persons.Select(person => PersonCost.OfCare(P, person, hour)).ToArray();

        // 2.4 posts for a month at 620,000 SEK a year.
        Assert.InRange(costs.Sum(), 124_000 - 3, 124_000);
        Assert.True(costs[0] > costs[1] && costs[1] > costs[2]);
        Assert.Equal(0, PersonCost.OfAnHour(P, P.Cost, 24, 0, []));
    }

    [Fact]
    public void A_team_with_hardly_anybody_does_not_spend_all_of_its_wages_on_that_person() =>
        Assert.Equal(1_000_000,
            PersonCost.OfCare(P, Examples.Person(), PersonCost.OfAnHour(P, P.Cost, 100_000, 0, [Examples.Person()])));

    [Fact]
    public void What_is_spent_on_persons_is_most_and_not_more_of_what_both_sectors_spend()
    {
        var months = TestWorlds.Town(36).WithCentres(2).Run();
        var years = months.GroupBy(month => month.Month.Year).Where(year => year.Count() == 12).ToList();

        Assert.True(years.Count >= 2);
        Assert.All(years, year =>
        {
            var spent = year.Sum(month => Of(month, IndicatorCatalogue.CountyCost)!.Value
                + Of(month, IndicatorCatalogue.MunicipalCost)!.Value);
            // Of the months of a year December alone has a figure.
            Assert.InRange(Assert.Single(year.Select(month => Of(month, IndicatorCatalogue.CostOfPersons)).OfType<double>())
                / spent, .5, 1);
            Assert.InRange(Assert.Single(year.Select(month => Of(month, IndicatorCatalogue.DearestShare)).OfType<double>()), .2,
                .9);
        });
    }

    [Fact]
    public void The_year_ends_for_everybody_in_December_and_the_next_begins_with_nothing()
    {
        var world = TestWorlds.Town(24).WithCentres(1).Simulate();
        var costly = 0;
        while (!world.Finished)
        {
            var month = world.Advance().Month;
            var costs = world.Persons().Select(kept => kept.Person.CostOfYear).ToList();
            Assert.All(costs, sek => Assert.True(sek >= 0));
            // All but what a crisis of the month cost, which is heard of when the year has been counted.
            if (month.IsDecember) Assert.InRange(costs.Count(sek => sek > 0), 0, costs.Count / 50);
            else costly = Math.Max(costly, costs.Count(sek => sek > 0) * 2 - costs.Count);
        }
        Assert.True(costly > 0, "most persons cost something");
    }

    private static double? Of(MonthResult month, Indicator indicator) =>
        month.Observations.Where(seen => seen.Indicator == indicator).Select(seen => (double?)seen.Value).FirstOrDefault();

    private static RandomStreams RandomChance() => RandomStreams.Of(1, 0);
}
