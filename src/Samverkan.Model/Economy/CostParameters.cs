using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Economy;

/// <summary>Prices, in SEK of 2015. The model pays <see cref="ParameterSet.Prices"/>, which are at the world's level of
/// prices.</summary>
public sealed class CostParameters : ParameterSection
{
    [Parameter("prices of the world as multiple of those of 2015; a scenario says it by its price year", Number, 1, .5, 3,
        Structural,
        Derived, "1 by definition")]
    public double PriceLevel { get; private set; }

    [Parameter("a filled post", SekPerYear, 620_000, 500_000, 750_000, Uncertain, Expert, "wages and overheads 2015, +-20 %",
        Reach = Reach.Places | Reach.Units)]
    public double Post { get; private set; }

    [Parameter("a post of staff hired from outside", SekPerYear, 1_100_000, 700_000, 1_800_000, Uncertain, Assumed,
        "assumed: hired staff costs regions nearly twice what employees do", Reach = Reach.Places | Reach.Units)]
    public double AgencyPost { get; private set; }

    [Parameter("a bed, used or not", SekPerYear, 1_625_000, 1_000_000, 2_200_000, Uncertain, Derived,
        "a day of 7,200 SEK at full use (Swedish guideline economics), less its variable part")]
    public double Bed { get; private set; }

    [Parameter("a used bed day, variable part", SekPerDay, 2_750, 1_500, 4_500, Uncertain, Derived, "as the bed")]
    public double BedDay { get; private set; }

    [Parameter("what the municipality pays the county for a day ready for discharge beyond the legal period", SekPerDay, 4_500,
        2_000, 8_000, Lever, Expert, "payment liability tariff", Name = "the price of a delayed day")]
    public double LiabilityDay { get; private set; }

    [Parameter("a placement outside", SekPerMonth, 75_000, 40_000, 120_000, Uncertain, Expert, "to verify")]
    public double Placement { get; private set; }

    [Parameter("a place in supported housing", SekPerYear, 550_000, 350_000, 900_000, Uncertain, Expert, "to verify")]
    public double HousingPlace { get; private set; }

    [Parameter("a place in Housing First", SekPerYear, 200_000, 80_000, 400_000, Uncertain, Assumed,
        "assumed: a post for eight persons, and what the tenant's rent does not cover")]
    public double HousingFirst { get; private set; }

    [Parameter("floating support of a person", SekPerYear, 85_000, 30_000, 200_000, Uncertain, Derived,
        "four hours a week at 450 SEK (housing-support hour, remembered)")]
    public double FloatingSupport { get; private set; }

    [Parameter("capital cost of a place in supported housing that is built", Sek, 1_800_000, 500_000, 4e6, Uncertain, Assumed,
        "assumed: a flat in a house with rooms for staff")]
    public double HousingBuilt { get; private set; }

    [Parameter("emergency social care per unmet municipal or shared need of a person without service", SekPerMonth, 1_200, 300,
        3_000, Uncertain, Assumed, "assumed")]
    public double Emergency { get; private set; }

    [Parameter("emergency social care for a crisis that finds no bed", Sek, 20_000, 5_000, 60_000, Uncertain, Assumed,
        "assumed: somebody stays with the person, and it is the municipality")]
    public double UnmetCrisis { get; private set; }

    [Parameter("care that the county buys elsewhere for a crisis that finds no bed", Sek, 50_000, 0, 150_000, Uncertain, Derived,
        "a week at 7,200 SEK a day")]
    public double BedElsewhere { get; private set; }

    [Parameter("treatment of a crisis at home", Sek, 18_000, 5_000, 60_000, Uncertain, Assumed,
        "assumed: two weeks of daily visits at the cost of a visit")]
    public double HomeTreatment { get; private set; }

    [Parameter("fixed cost of a unit: premises and management", SekPerYear, 800_000, 400_000, 1_500_000, Uncertain, Assumed,
        "assumed", Reach = Reach.Places | Reach.Units)]
    public double Unit { get; private set; }

    [Parameter("fixed cost of a sector's administration, per reference municipality", SekPerYear, 1_700_000, 0, 10e6, Uncertain,
        Assumed, "2.5 MSEK with one unit", Scales = Scaling.ByInhabitants)]
    public double Administration { get; private set; }

    [Parameter("a year of joint training for one post", Sek, 9_000, 2_000, 30_000, Uncertain, Assumed, "assumed")]
    public double Training { get; private set; }

    [Parameter("an hour of a committee member", Sek, 450, 300, 700, Uncertain, Expert, "manager's wage")]
    public double MemberHour { get; private set; }

    [Parameter("an evaluation", Sek, 400_000, 50_000, 2_000_000, Uncertain, Assumed, "assumed")]
    public double Evaluation { get; private set; }

    [Parameter("a needs review, per person in service", Sek, 300, 50, 1_500, Uncertain, Assumed,
        "an hour of staff for the interview")]
    public double ReviewPerPerson { get; private set; }

    /// <summary>The same at the world's level of prices.</summary>
    internal CostParameters AtLevel()
    {
        if (PriceLevel == 1) return this;
        var prices = (CostParameters)Copy();
        foreach (var price in Catalogue.All.Where(parameter => parameter.IsPrice))
            price.SetIn(prices, PriceLevel * price.GetFrom(this));
        return prices;
    }
}
