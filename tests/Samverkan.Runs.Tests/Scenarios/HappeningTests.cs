using Samverkan.Model;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios.Words;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>Events are typed; scenario files, manifests and sentences name them by ids and words.</summary>
public sealed class HappeningTests
{
    public static TheoryData<string> Kinds => [.. All.Select(type => type.Name)];

    private static IEnumerable<Type> All =>
        typeof(Happening).Assembly.GetTypes().Where(type => type.BaseType == typeof(Happening));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_has_a_sentence(string kind)
    {
        var what = Smallest(All.First(type => type.Name == kind));

        Assert.Matches(@"^\S.+ in May 1996$", EventInWords.Of(Event(what), Blueprint.Case));
    }

    [Fact]
    public void Every_kind_of_event_of_a_scenario_file_is_a_record() =>
        Assert.Equal(Enum.GetValues<EventKind>().Order(), All.Select(type => Smallest(type).Kind).Distinct().Order());

    [Fact]
    public void A_manifest_names_them_by_the_ids_of_a_scenario_file()
    {
        Assert.Equal(("centre", null, 3), Recorded(new FirstPlan(3)));
        Assert.Equal(("day-centre", "dual", 0), Recorded(new UnitOpening(UnitKind.DayCentre, TargetGroup.DualDiagnosis)));
        Assert.Equal("municipality", EventEntry.Of(Event(new UnitClosure(Sector.Municipality))).By);
        Assert.Null(EventEntry.Of(Event(new TakeOver())).By);
        Assert.Equal((null, "refugees", 40), Recorded(new Influx(TargetGroup.Refugees, 40)));
        Assert.Equal("case-managers", EventEntry.Of(Event(new ElementIntroduction(Element.CaseManagers))).Element);
        Assert.Equal("external-evaluation", EventEntry.Of(Event(new CooperationEvaluation(Element.ExternalEvaluation))).Element);

        static (string? Unit, string? Group, double Amount) Recorded(Happening what) =>
            EventEntry.Of(Event(what)) is var e ? (e.UnitKind, e.Group, e.Amount) : default;
    }

    [Fact]
    public void Everything_with_an_id_is_found_by_it()
    {
        Assert.All(Enum.GetValues<TargetGroup>(), one => Assert.Equal(one, TargetGroups.Find(one.Id())));
        Assert.All(Enum.GetValues<Element>(), one => Assert.Equal(one, Elements.Find(one.Id())));
        Assert.All(Enum.GetValues<UnitKind>(), one => Assert.Equal(one, UnitKinds.Find(one.Id())));
        Assert.All(Enum.GetValues<Sector>(), one => Assert.Equal(one, Sectors.Find(one.Id())));
        Assert.Null(TargetGroups.Find("nobody"));
        Assert.Null(Elements.Find(null));
    }

    // Its members as small as they can be.
    private static Happening Smallest(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        return (Happening)constructor.Invoke(
            [.. constructor.GetParameters().Select(p => Activator.CreateInstance(p.ParameterType))]);
    }

    private static ModelEvent Event(Happening what) => new("one", Month.Of(1996, 5), Scope.Everywhere, what);
}
