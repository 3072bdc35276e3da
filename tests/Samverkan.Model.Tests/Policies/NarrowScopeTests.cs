using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests.Policies;

/// <summary>What a scenario changes for one unit, team or person holds for it alone.</summary>
public class NarrowScopeTests
{
    private static readonly Month At = Month.Of(1995, 7);

    [Fact]
    public void Posts_held_back_in_a_clinic_fall_vacant_there_and_nowhere_else()
    {
        var changed = new WatchedWorld(TestWorlds.Town(36).Separate().Having(HeldBack(new(Unit: new(UnitKind.OutpatientClinic)))))
            .Until(At + 18);
        var as_it_was = new WatchedWorld(TestWorlds.Town(36).Separate()).Until(At + 18);
        Assert.InRange(Filled(changed, UnitKind.OutpatientClinic), 0, Filled(as_it_was, UnitKind.OutpatientClinic) * .9);
        Assert.InRange(Filled(changed, UnitKind.SocialOffice), Filled(as_it_was, UnitKind.SocialOffice) * .95, double.MaxValue);
    }

    [Fact]
    public void Nobody_is_given_notice_for_posts_that_are_held_back()
    {
        var staff = new Staff { Posts = 100, Filled = 100 };
        var p = ParameterSet.Defaults.With(("team.postsOpen", .5), ("team.turnover", .006)).Team;
        staff.Month(p, Staff.TurnoverRate(p, 1, 0), 3, true, RandomStreams.Of(1, 0), 1, At, Sector.County);
        Assert.Equal((100, 100 - staff.Leavers, 0), (staff.Posts, staff.Filled, staff.Hired));
    }

    [Fact]
    public void A_scope_below_municipalities_leaves_the_values_of_the_municipality()
    {
        var world = new World(TestWorlds.Town().Having(HeldBack(new(Unit: new(UnitKind.Centre))), HeldBack(new(Team: new(1, 0)))),
            1, 0);
        var context = new Context(At, []);
        double Open(UnitKind kind, ushort unit, ushort team) =>
            world.ParametersOf(0, new TeamPlace(kind, new(unit, team)), context).Team.PostsOpen;
        Assert.Equal(1, world.ParametersOf(0, context).Team.PostsOpen);
        Assert.Equal((.5, .5, 1, 1), (Open(UnitKind.Centre, 4, 0), Open(UnitKind.SocialOffice, 1, 0),
            Open(UnitKind.SocialOffice, 1, 1), Open(UnitKind.DayCentre, 5, 0)));
    }

    [Theory]
    [InlineData("psychosis", 0, 3, false)]
    [InlineData("psychosis", 0, 2, true)]
    [InlineData("elderly", 0, 2, false)]
    [InlineData("psychosis", 1, 2, false)]
    public void A_person_is_meant_by_group_month_of_arrival_and_number(string group, int later, int number, bool means)
    {
        var person = Identity.OfPerson(1, (uint)TargetGroup.Psychosis, At, 1);
        var scope = new PersonScope((TargetGroup)TargetGroups.Ids.ToList().IndexOf(group), At + later, number);
        Assert.Equal(means, scope.Means(person));
        Assert.True(new PersonScope().Means(person) && new PersonScope(TargetGroup.Psychosis).Means(person)
            && new PersonScope(Arrival: At).Means(person));
    }

    [Fact]
    public void An_intervention_on_one_person_gives_nobody_else_another_month()
    {
        var world = TestWorlds.Town(24);
        var felt = 0;
        for (var number = 1; number <= 16; number++)
        {
            var first = Differences(world, world.Having(TestWorlds.Set("needs.lapse", .08, At, Only(number)),
                    TestWorlds.Set("needs.recover", .03, At, Only(number))));
            Assert.All(first, person => Assert.Equal(Id(number - 1), person));
            felt += first.Count > 0 ? 1 : 0;
        }
        Assert.InRange(felt, 2, 16);
    }

    [Fact]
    public void Whoever_is_not_meant_lives_as_if_there_were_no_such_intervention()
    {
        var world = TestWorlds.Town(12, 20_000).WithCentres();
        var nobody = TestWorlds.Set("engagement.dropout", .035, At, new(Person: new(TargetGroup.Psychosis, Month.Of(1900))));
        Assert.Equal(world.Run().Hashes(), world.Having(nobody).Run().Hashes());
    }

    [Fact]
    public void What_is_changed_for_every_unit_and_for_everybody_out_of_it_is_what_is_changed_for_all()
    {
        var world = TestWorlds.Town(18, 20_000).WithCentres();
        var everywhere = world.Having(TestWorlds.Set("needs.lapse", .08, At));
        var everybody = world.Having(TestWorlds.Set("needs.lapse", .08, At, new(Person: new())));
        Assert.Equal(everywhere.Run().Hashes(), everybody.Run().Hashes());
    }

    private static Scope Only(int number) => new(Person: new(TargetGroup.Psychosis, TestWorlds.Start - 49, number));

    private static ulong Id(int ordinal) =>
        Identity.OfPerson(Identity.OfMunicipality("0001"), (uint)TargetGroup.Psychosis, TestWorlds.Start - 49, ordinal);

    private static Intervention HeldBack(Scope scope) => TestWorlds.Set("team.postsOpen", .5, At, scope);

    private static double Filled(WatchedWorld world, UnitKind kind) =>
        world.Only.Reports.Where(u => u.Kind == kind).SelectMany(u => u.Teams).Sum(t => t.County.Filled + t.Municipality.Filled);

    // The persons who differ in the first month in which anything does.
    private static List<ulong> Differences(Blueprint a, Blueprint b)
    {
        var (first, second) = (a.Simulate(), b.Simulate());
        while (!first.Finished)
        {
            if (first.Advance().Hashes.SequenceEqual(second.Advance().Hashes)) continue;
            var (before, after) = (Lives(first), Lives(second));
            return [.. before.Except(after).Concat(after.Except(before)).Select(kept => kept.Person.Id)];
        }
        return [];

        // An hour of a team costs more for each person if fewer hours are asked for in all: that is an account, not a life.
        static HashSet<KeptPerson> Lives(Simulation run) =>
            [.. run.Persons().Select(kept => kept with { Person = kept.Person with { CostOfYear = 0 } })];
    }
}
