using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Model.Municipalities;

/// <summary>Posts that a sector has said it will take out of joint teams.</summary>
/// <param name="Due">The month in which they go.</param>
/// <param name="Posts">In tenths.</param>
internal readonly record struct PostsUnderNotice(Sector By, Month Due, int Posts);

/// <summary>
/// What a sector's cut takes from joint teams, and how the partner learns of it. Under an agreement there is notice, and the
/// two negotiate: a part of the cut, the larger the more they trust each other, is borne by the sector's own teams. Without one,
/// posts go at once. The partner feels both in proportion to what the joint teams lose, a post that falls vacant and may not be
/// filled like one that is abolished; the less, the stronger the agreement.
/// </summary>
internal sealed class JointCuts(ServiceRegister services, List<News> news)
{
    private readonly List<PostsUnderNotice> noticed = [];

    /// <summary>Creates or abolishes a sector's posts, and takes out those whose notice is over. Returns the conflict that this
    /// causes.</summary>
    /// <param name="posts">Posts to create (or, negative, to abolish), in tenths.</param>
    public double Month(ParameterSet p, Sector sector, int posts, bool refill, StructuralElements structure,
        in CooperationState cooperation, Month month)
    {
        TakeOutWhatIsDue(sector, month);
        if (posts > 0) StaffPlan.Create(services, p.Funding, sector, posts, cooperation.Agreement);
        var lost = refill ? 0 : LeftInJointTeams(sector);
        if (posts < 0) lost += Cut(p.Funding, sector, -posts, IsAgreed(structure), cooperation, month);
        var all = InJointTeams(sector);
        return lost <= 0 || all <= 0 ? 0
            : p.Cooperation.ConflictOfPosts * Math.Min(1, lost / (double)all)
                * (1 - p.Cooperation.AgreementCalms * cooperation.Agreement);
    }

    // Tenths of posts of the sector that are now known to leave joint teams.
    private int Cut(FundingParameters p, Sector sector, int posts, bool agreed, in CooperationState cooperation, Month month)
    {
        var (own, joint) = StaffPlan.DivideCut(services, p, sector, posts, cooperation.Agreement);
        if (!agreed)
        {
            StaffPlan.Abolish(services, sector, own, joint);
            return joint;
        }
        // What was given notice of for last quarter's deficit is not given notice of again.
        joint = Math.Max(0, joint - noticed.Where(n => n.By == sector).Sum(n => n.Posts));
        var spared = (int)(joint * p.Negotiated * cooperation.Trust);
        StaffPlan.Abolish(services, sector, own + spared, 0);
        if (joint == spared) return 0;
        noticed.Add(new(sector, month + (int)p.NoticeMonths, joint - spared));
        news.Add(new NoticeOfCut(sector, joint - spared, spared));
        return joint - spared;
    }

    private void TakeOutWhatIsDue(Sector sector, Month month)
    {
        var due = noticed.Where(n => n.By == sector && n.Due <= month).Sum(n => n.Posts);
        noticed.RemoveAll(n => n.By == sector && n.Due <= month);
        StaffPlan.Abolish(services, sector, 0, due);
    }

    private static bool IsAgreed(StructuralElements structure) =>
        structure.Has(Element.FinancialAgreement) || structure.Has(Element.IntegrationAgreement);

    private int InJointTeams(Sector sector)
    {
        var posts = 0;
        foreach (var service in services.Joint)
            foreach (var team in service.Teams)
                posts += team.Posts(sector);
        return posts;
    }

    private int LeftInJointTeams(Sector sector)
    {
        var left = 0;
        foreach (var service in services.Joint)
            foreach (var team in service.Teams)
                left += team.Last?.Side(sector).Leavers ?? 0;
        return left;
    }
}
