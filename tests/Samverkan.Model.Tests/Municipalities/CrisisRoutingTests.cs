using Samverkan.Model.Cooperation;
using Samverkan.Model.Indicators;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Tests.Municipalities;

/// <summary>What is counted of a month's crises.</summary>
public class CrisisRoutingTests
{
    [Theory]
    [InlineData(1_000, 0, 20, 0, 10)]
    [InlineData(0, 0, 0, 20, 10)]
    [InlineData(1_000, 1, 0, 0, 0)]
    public void Whoever_needs_a_bed_again_soon_is_counted_whether_one_is_free_or_not(
        int granted, double treatedAtHome, int admitted, int withoutBed, int again)
    {
        var counts = Month(granted, treatedAtHome);
        Assert.Equal((admitted, withoutBed, again), (counts.Admissions, counts.WithoutBed, counts.Readmissions));
    }

    // Twenty crises, half of them soon after a discharge.
    private static GroupCounts Month(int granted, double treatedAtHome)
    {
        var residents = new Residents(Examples.World, new PersonEvents());
        for (ulong id = 1; id <= 20; id++)
            residents.Emergencies.Add(new(Residents.Municipality, id, 20, TargetGroup.Psychosis, id % 2 == 0));
        var counts = new MonthlyCounts();
        new CrisisRouting(new PersonEvents()).Route(
            Examples.P.With(("crisis.homeTreatmentTeam", treatedAtHome)), new StructuralElements(0), granted, 0,
            new ServiceRegister(Examples.World), residents, new Outbox(), counts, Examples.World.RandomStreams, Examples.Some,
            default);
        return counts.All();
    }
}
