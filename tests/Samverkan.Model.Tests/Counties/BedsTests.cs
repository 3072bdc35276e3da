using Samverkan.Model.Cooperation;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Municipalities;

namespace Samverkan.Model.Tests.Counties;

/// <summary>How many beds a county keeps.</summary>
public class BedsTests
{
    [Fact]
    public void Beds_that_stand_empty_are_closed_down_to_those_that_are_kept()
    {
        var beds = Beds(used: 0);
        Assert.True(beds[^1] < beds[0]);
        Assert.InRange(beds[^1], (int)(.6 * beds[0]), (int)(.6 * beds[0]) + 4);
    }

    [Fact]
    public void Beds_that_are_used_stay() => Assert.All(Beds(used: 1), beds => Assert.Equal(Beds(used: 1)[0], beds));

    // Beds of five years in which that share of the granted days is used, in a county without deficit.
    private static int[] Beds(double used)
    {
        var blueprint = TestWorlds.Town(60).With(("funding.bedsKept", .6), ("ward.beds", 40));
        var county = new County(new World(blueprint, 1, 0), blueprint.Counties[0], 0);
        var beds = new int[60];
        for (var month = 0; month < beds.Length; month++)
        {
            var mandate = county.Open(new(blueprint.From + month, []))[0];
            beds[month] = mandate.Beds;
            county.Close([new()
            {
                Municipality = 0,
                Code = "0001",
                Flows = mandate.Payments,
                Balance = 0,
                PlanStands = false,
                CooperationState = new CooperationState(),
                JointUnits = 0,
                CountyPosts = 0,
                CountyVacant = 0,
                CountyStrain = 0,
                AgreementRevised = false,
                BedDaysUsed = (int)(used * mandate.BedDays),
                WardDaysAhead = 0,
                WardDaysWanted = 0,
                People = 0,
                MonthlyCounts = new MonthlyCounts(),
                Indicators = new IndicatorValues(),
                Minutes = [],
                Units = [],
                Hash = 0,
            }]);
        }
        return beds;
    }
}
