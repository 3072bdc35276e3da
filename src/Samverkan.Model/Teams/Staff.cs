using Samverkan.Model.Chance;
using Samverkan.Model.Economy;

namespace Samverkan.Model.Teams;

/// <summary>Posts and filled posts of one sector in a team, in tenths of a full-time post.</summary>
public struct Staff
{
    // A tenth less than a post: a part of a post is one person.
    private const int OneLess = 9;

    /// <summary>Posts, in tenths.</summary>
    public int Posts;

    /// <summary>Filled posts, in tenths; never more than posts.</summary>
    public int Filled;

    /// <summary>Staff who left this month, in tenths.</summary>
    public int Leavers;

    /// <summary>Staff hired this month, in tenths.</summary>
    public int Hired;

    /// <summary>Staff hired from outside to keep a waiting guarantee, in tenths: at work beside the posts.</summary>
    public int Agency;

    /// <summary>Adds posts that come with their holders.</summary>
    public void Receive(int posts, int filled)
    {
        Posts += posts;
        Filled += filled;
    }

    /// <summary>Creates or abolishes posts; vacant ones go first, then notice is given.</summary>
    public void Change(int posts)
    {
        Posts = Math.Max(0, Posts + posts);
        Filled = Math.Min(Filled, Posts);
    }

    /// <summary>
    /// Who leaves and who is hired in a month: turnover rises with strain up to a cap, since uncapped
    /// small teams empty, and falls with good climate; a vacancy is filled after the hiring lag if it may be. Posts that are
    /// held back stay vacant as people leave; nobody is given notice for them.
    /// </summary>
    /// <param name="turnover">Of <see cref="TurnoverRate"/>.</param>
    public void Month(TeamParameters p, double turnover, double hiringLag, bool refill, in RandomStreams random, ulong who,
        Month month, Sector sector)
    {
        var persons = (Filled + OneLess) / 10;
        Leavers = Math.Min(Filled,
            10 * Distributions.Binomial(random.Unit(who, month, Purpose.Leavers, (uint)sector), persons, turnover));
        var open = (int)Math.Floor(p.PostsOpen * Posts + .5);
        var hired = refill
            ? Distributions.Binomial(random.Unit(who, month, Purpose.Hiring, (uint)sector),
                (Math.Max(0, open - Filled) + OneLess) / 10, Math.Min(1, 1 / hiringLag))
            : 0;
        var before = Filled - Leavers;
        Filled = Math.Min(Math.Max(open, before), before + 10 * hired);
        Hired = Math.Max(0, Filled - before);
    }

    /// <summary>Probability that a member of staff leaves in a month.</summary>
    public static double TurnoverRate(TeamParameters p, double strain, double cooperation) =>
        Math.Min(1, p.Turnover * ExactMath.Exp(p.TurnoverStrain * Math.Clamp(strain - 1, 0, p.TurnoverMostStrain - 1))
            * (1 - p.Climate * cooperation));
}
