using CsCheck;
using Samverkan.Model.Cooperation;

namespace Samverkan.Model.Tests.Cooperation;

public class RolesTests
{
    private static readonly ElementParameters P = Examples.P.With(
        ("element.rolePosts.case-managers", .25), ("element.roleCaseload.case-managers", 20),
        ("element.rolePosts.multi-case-managers", .1), ("element.roleCaseload.multi-case-managers", 10), ("element.roleCare", .8))
        .Element;

    [Fact]
    public void A_role_covers_as_many_as_its_posts_can_act_for()
    {
        var roles = Roles.Of(P, posts: 80, persons: 100, complex: 20);
        Assert.Equal(.4, roles.CaseManagers, 1e-12); // 8 posts, a quarter of them, 20 persons each
        Assert.Equal(.4, roles.MultiCaseManagers, 1e-12); // .8 posts for 10 each of 20
        Assert.Equal(1, Roles.Of(P, posts: 800, persons: 100, complex: 0).CaseManagers);
    }

    [Fact]
    public void Case_managers_take_on_those_first_who_need_them_most()
    {
        var roles = Roles.Of(P, posts: 80, persons: 100, complex: 20, first: 30); // room for 40
        Assert.Equal((1, 10 / 70.0), (roles.CaseManagersFirst, roles.CaseManagers));
        Assert.Equal(1, roles.ForFirst().CaseManagers);
        var many = Roles.Of(P, posts: 80, persons: 100, complex: 20, first: 80);
        Assert.Equal((.5, 0), (many.CaseManagersFirst, many.CaseManagers));
    }

    [Fact]
    public void Who_has_a_case_manager_is_held_on_to()
    {
        var manager = new StructuralElements(0).With(Element.CaseManagers);
        Assert.Equal(0, new StructuralElements(0).Managed(true, Roles.Full));
        Assert.Equal(.4f, manager.Managed(false, new(1, .4, 1)));
        Assert.Equal(.4f, manager.With(Element.MultiCaseManagers).Managed(false, new(1, .4, .5)));
        Assert.Equal(.7f, manager.With(Element.MultiCaseManagers).Managed(true, new(1, .4, .5)));
    }

    [Fact]
    public void More_posts_cover_more_and_more_persons_less() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[1, 300], Gen.Int[1, 300]).Sample((posts, more, persons, others) =>
        Roles.Of(P, posts + more, persons, 1).CaseManagers >= Roles.Of(P, posts, persons, 1).CaseManagers
        && Roles.Of(P, posts, persons + others, 1).CaseManagers <= Roles.Of(P, posts, persons, 1).CaseManagers
        && Roles.Of(P, posts, persons, persons).CaseManagers is >= 0 and <= 1);

    [Fact]
    public void What_nobody_is_covered_by_closes_no_gap()
    {
        var structure = new StructuralElements(0).With(Element.CaseManagers);
        var none = new StructuralElements(0);
        Assert.Equal(none.Coordination(P, .78, .4, false, Roles.Full), structure.Coordination(P, .78, .4, false, new(0, 0, 0)));
        Assert.Equal(none.Involvement(P, .6, false, Roles.Full), structure.Involvement(P, .6, false, new(0, 0, 0)));
        Assert.InRange(
            structure.Coordination(P, .78, .4, false, new(0, .5, 0)),
            none.Coordination(P, .78, .4, false, Roles.Full) + 1e-6,
            structure.Coordination(P, .78, .4, false, Roles.Full) - 1e-6);
    }

    [Fact]
    public void Roles_take_hours_from_needs()
    {
        var none = new StructuralElements(0);
        Assert.Equal(0, Roles.HoursTaken(P, none));
        // a quarter of the posts, a fifth of their hours
        Assert.Equal(.05, Roles.HoursTaken(P, none.With(Element.CaseManagers)), 1e-12);
        Assert.Equal(.07, Roles.HoursTaken(P, none.With(Element.CaseManagers).With(Element.MultiCaseManagers)), 1e-12);
        // A case manager takes the place of a coordinator.
        Assert.Equal(.05, Roles.HoursTaken(P, none.With(Element.CaseManagers).With(Element.Coordinators)), 1e-12);
    }
}
