using Samverkan.Model.Indicators;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests;

public class ActorPathTests
{
    public static TheoryData<string, ActorKind, string> Spelled => new()
    {
        { "nation", ActorKind.Nation, "" },
        { "county/01", ActorKind.County, "01" },
        { "municipality/0181", ActorKind.Municipality, "0181" },
        { "committee/0181", ActorKind.Committee, "0181" },
        { "unit/0181/3-day-centre", ActorKind.Unit, "0181" },
        { "team/0181/3/1", ActorKind.Team, "0181" },
        { "person/0181/00b5000a4000000c", ActorKind.Person, "0181" },
    };

    [Theory]
    [MemberData(nameof(Spelled))]
    public void A_path_reads_as_it_is_written(string text, ActorKind kind, string code)
    {
        var path = ActorPath.Parse(text);
        Assert.Equal((text, kind, code), (path.ToString(), path.Kind, path.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ward/0181")]
    [InlineData("nation/01")]
    [InlineData("municipality")]
    [InlineData("municipality/")]
    [InlineData("unit/0181/3")]
    [InlineData("unit/0181/centre-3")]
    [InlineData("unit/0181/3-castle")]
    [InlineData("team/0181/3")]
    [InlineData("team/0181/3/x")]
    public void What_is_no_path_is_refused(string text)
    {
        Assert.False(ActorPath.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ActorPath.Parse(text));
    }

    [Fact]
    public void Units_and_teams_tell_their_place()
    {
        var unit = ActorPath.Unit("0181", 3, UnitKind.DayCentre);
        var team = ActorPath.Team("0181", new TeamAddress(3, 1));
        Assert.Equal((3, UnitKind.DayCentre), (unit.Ordinal, unit.UnitKind));
        Assert.Equal((3, new TeamAddress(3, 1)), (team.Ordinal, team.Address));
        Assert.Throws<InvalidOperationException>(() => unit.Address);
        Assert.Throws<InvalidOperationException>(() => ActorPath.Nation.Ordinal);
        Assert.Throws<InvalidOperationException>(() => team.UnitKind);
    }

    [Fact]
    public void Results_the_state_and_persons_name_actors_alike()
    {
        var simulation = new Simulation(TestWorlds.Town(24).WithCentres(), 1, 0, Detail.All);
        MonthResult month = null!;
        while (!simulation.Finished) month = simulation.Advance();
        var described = simulation.DescribeState().Select(field => field.Actor).ToHashSet();
        var observed = month.Observations.Select(seen => seen.Actor).Where(actor => actor.Kind is not ActorKind.Nation)
            .Distinct();

        Assert.All(observed, actor => Assert.Contains(actor.ToString(), described));
        Assert.All(described, actor => Assert.True(ActorPath.TryParse(actor, out _), actor));
        Assert.All(simulation.Persons(), kept => Assert.Contains(kept.Keeper.ToString(), described));
    }

    [Fact]
    public void Every_person_is_kept_once()
    {
        var simulation = new Simulation(TestWorlds.Town(24).WithCentres(), 1, 0);
        var month = simulation.Advance();
        Assert.Equal(month.People, simulation.Persons().Select(kept => kept.Person.Id).Distinct().Count());
        Assert.Equal(month.People, simulation.Persons().Count());
    }
}
