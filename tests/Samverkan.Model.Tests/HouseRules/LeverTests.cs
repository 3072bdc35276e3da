using Samverkan.Model.Indicators;
using Samverkan.Model.Policies;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>When a change of a value is in force.</summary>
public class LeverTests
{
    [Fact]
    public void A_lever_dated_in_a_month_is_in_force_in_that_month()
    {
        var at = Start + 7;
        var world = new WatchedWorld(Town().Having(Set("ward.beds", 60, at))).Until(at);
        Assert.InRange(world.Only.Mandate.Beds, 0, 16);
        world.Step();
        Assert.InRange(world.Only.Mandate.Beds, 30, 60);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(1)]
    public void The_number_of_meetings_can_be_set_at_any_date(int perYear)
    {
        var world = new WatchedWorld(Town(72).WithCentres().Having(Set("committee.meetingsPerYear", perYear, Month.Of(1999))))
            .Until(Month.Of(1999));
        var meetings = 0;
        while (world.Next < Month.Of(2000))
        {
            world.Step();
            meetings += world.Only.Resolution.Meetings;
        }
        Assert.Equal(perYear, meetings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_trigger_reads_last_months_reports(int forMonths)
    {
        var eligible = Town(12).Run().Series(IndicatorCatalogue.Eligible);
        var threshold = eligible[4] - .5;
        var trigger = new Trigger(IndicatorCatalogue.Eligible.Id, true, threshold, forMonths, false);
        var world = new WatchedWorld(Town(12)
            .Having(new Intervention("when", "cost.evaluation", Scope.Everywhere, Operation.Set, 1, null, When: trigger)));
        // The warm-up's last month is read by the first reported one.
        world.Until(Start);
        var readings = new List<bool> { world.Only.Report.People > threshold };
        Month? expected = null;
        while (world.Next < Start + 12)
        {
            if (readings.Count >= forMonths && readings.TakeLast(forMonths).All(x => x)) expected ??= world.Next;
            var report = world.Step();
            Assert.Equal(expected, report.Context.FiredAt(0));
            readings.Add(world.Only.Report.People > threshold);
        }
        Assert.NotNull(expected);
    }
}
