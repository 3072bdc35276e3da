using Samverkan.Model.Cooperation;
using Samverkan.Model.Indicators;
using Samverkan.Model.Policies;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.HouseRules;

/// <summary>What a scenario forces at a date.</summary>
public class DatedEventTests
{
    [Fact]
    public void What_is_documented_lapses_where_there_is_nothing_to_do_it_in_and_the_minutes_say_so()
    {
        var months = Town(12).With(("element.allowed.inter-professional-teams", 0))
            .Having(Event(EventKind.AdaptContent, Start + 3, "psychosis"), Event(EventKind.ReviseAgreement, Start + 4)).Run();
        var notes = months.SelectMany(m => m.Minutes).SelectMany(m => m.Notes).OfType<DocumentedLapsed>();
        Assert.Equal(2, notes.Count());
    }

    [Fact]
    public void A_documented_plan_is_carried_out_and_the_minutes_say_so()
    {
        var months = Town(12).WithCentres().Run();
        var plan = months.SelectMany(m => m.Minutes).SelectMany(m => m.Items).First(item => item.AgreedOutside is not null);
        Assert.Equal((Remedy.JointPlan, Start + 2), (plan.Proposal.Remedy, plan.AgreedOutside!.Value));
        Assert.IsType<ServicesPlanApart>(plan.Item.Occasion);
        Assert.Equal(3, months.Series(IndicatorCatalogue.JointUnits)[^1]);
    }

    [Theory]
    [InlineData(EventKind.IntroduceElement, Element.CaseManagers)]
    [InlineData(EventKind.RemoveElement, Element.CoLocatedCentres)]
    public void An_element_can_be_dated(EventKind kind, Element element)
    {
        var world = new WatchedWorld(Town(24).WithCentres().Having(Event(kind, Start + 8, element: element.Id())));
        world.Until(Start + 8);
        Assert.Equal(kind == EventKind.RemoveElement, Has());
        world.Until(Start + 13);
        Assert.Equal(kind == EventKind.IntroduceElement, Has());

        bool Has() => world.Only.MandateOf(UnitKind.Centre).Teams[0].Structure.Has(element);
    }

    [Fact]
    public void A_forbidden_element_acts_nowhere()
    {
        var world = new WatchedWorld(Town(24).WithCentres().With(("element.allowed.coordinators", 0))).Until(Start + 12);
        Assert.All(world.Only.TeamMandates, m => Assert.False(m.Structure.Has(Element.Coordinators)));
    }
}
