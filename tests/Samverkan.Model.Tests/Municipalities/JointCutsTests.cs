using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Municipalities;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests.Municipalities;

/// <summary>How a partner feels a cut.</summary>
public class JointCutsTests
{
    private static readonly StructuralElements Agreed = new StructuralElements(0).With(Element.FinancialAgreement);

    private readonly List<News> news = [];
    private readonly ServiceRegister services = new(Examples.World);
    private readonly JointCuts cuts;

    public JointCutsTests()
    {
        cuts = new(services, news);
        Open(UnitKind.OutpatientClinic);
        Open(UnitKind.SocialOffice);
        Open(UnitKind.Centre);
    }

    [Fact]
    public void Without_an_agreement_posts_go_at_once_and_it_is_felt_in_proportion()
    {
        var conflict = Cut(-30, default, new(.5, .5, 0, 0, 0), Examples.Some);
        Assert.Equal(-30, Ordered(UnitKind.OutpatientClinic) + Ordered(UnitKind.Centre));
        Assert.Equal(2 * conflict, new JointCutsTests().Cut(-60, default, new(.5, .5, 0, 0, 0), Examples.Some), 1e-12);
        Assert.True(conflict > 0);
        Assert.Empty(news);
    }

    [Fact]
    public void Under_an_agreement_there_is_notice_and_posts_go_when_it_is_over()
    {
        Cut(-20, Agreed, new(.5, .5, 0, 0, .8), Examples.Some);
        Assert.Equal(0, Ordered(UnitKind.Centre));
        var notice = Assert.IsType<NoticeOfCut>(Assert.Single(news));
        var months = (int)Examples.P.Funding.NoticeMonths;
        Cut(0, Agreed, new(.5, .5, 0, 0, .8), Examples.Some + months - 1);
        Assert.Equal(0, Ordered(UnitKind.Centre));
        Cut(0, Agreed, new(.5, .5, 0, 0, .8), Examples.Some + months);
        Assert.Equal(-notice.Posts, Ordered(UnitKind.Centre));
        Assert.Equal(-20, Ordered(UnitKind.OutpatientClinic) + Ordered(UnitKind.Centre));
    }

    [Fact]
    public void The_stronger_the_agreement_the_less_conflict() => Assert.True(
        Cut(-20, Agreed, new(.5, .5, 0, 0, .9), Examples.Some) < new JointCutsTests()
        .Cut(-20, Agreed, new(.5, .5, 0, 0, .1), Examples.Some));

    [Fact]
    public void Partners_who_trust_each_other_spare_their_joint_teams()
    {
        Cut(-40, Agreed, new(.9, .5, 0, 0, .5), Examples.Some);
        var distrusted = new JointCutsTests();
        distrusted.Cut(-40, Agreed, new(.1, .5, 0, 0, .5), Examples.Some);
        Assert.True(((NoticeOfCut)news[0]).Posts < ((NoticeOfCut)distrusted.news[0]).Posts);
    }

    [Fact]
    public void The_same_deficit_is_not_given_notice_of_twice()
    {
        Cut(-20, Agreed, new(.5, .5, 0, 0, .8), Examples.Some);
        Cut(-20, Agreed, new(.5, .5, 0, 0, .8), Examples.Some + 3);
        Assert.True(news.Cast<NoticeOfCut>().Skip(1).Sum(n => n.Posts) < ((NoticeOfCut)news[0]).Posts);
    }

    [Fact]
    public void Posts_that_may_not_be_filled_are_felt_like_posts_that_go()
    {
        services.First(UnitKind.Centre).Teams[0]
            .Last = Examples.Report(new(2, 0)) with { County = new(100, 90, 10, 0, 800, 800) };
        Assert.True(cuts.Month(Examples.P, Sector.County, 0, refill: false, Agreed, default, Examples.Some) > 0);
        Assert.Equal(0, cuts.Month(Examples.P, Sector.County, 0, refill: true, Agreed, default, Examples.Some));
    }

    private double Cut(int posts, StructuralElements structure, CooperationState cooperation, Month month) =>
        cuts.Month(Examples.P, Sector.County, posts, refill: true, structure, cooperation, month);

    private int Ordered(UnitKind kind) => services.First(kind).Teams[0].Orders.Staff(Sector.County, true).Posts;

    // With a hundred tenths of posts of each sector.
    private void Open(UnitKind kind)
    {
        var team = services.Open(kind, new(1), Sector.County).AddTeam();
        team.Last = Examples.Report(team.Address);
    }
}
