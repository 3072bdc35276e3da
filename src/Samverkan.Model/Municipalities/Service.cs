using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Snapshots;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>A team as its municipality knows it: last month's report, and what it is to be told next.</summary>
internal sealed class TeamCard(TeamAddress address)
{
    public TeamAddress Address { get; } = address;

    public TeamReport? Last { get; set; }

    public TeamOrders Orders { get; } = new();

    /// <summary>Hours that those in service and those who wait need over hours at hand, smoothed over months.</summary>
    public double Need { get; private set; } = 1;

    /// <summary>When a decision on capacity last changed its posts, if one ever did.</summary>
    public Month? PostsChanged { get; set; }

    /// <summary>A report takes the place of last month's.</summary>
    public void Hear(TeamReport report, double needMonths)
    {
        Need = Last is null ? report.Pressure : Need + (report.Pressure - Need) / Math.Max(1, needMonths);
        Last = report;
    }

    /// <summary>What the report says of its own month alone has been seen to.</summary>
    public void CloseMonth() => Last = Last?.Kept();

    public double Strain => Last?.Strain ?? 1;

    /// <summary>Posts of a sector in tenths, as last reported.</summary>
    public int Posts(Sector sector) => Last?.Side(sector).Posts ?? 0;

    public int Filled(Sector sector) => Last?.Side(sector).Filled ?? 0;

    public int Persons => Last?.InService ?? 0;

    /// <summary>Moves posts with their holders to another team: at most what other moves of this month leave.</summary>
    /// <param name="posts">In tenths; so are <paramref name="filled"/>.</param>
    public void Give(TeamCard taker, Sector sector, int posts, int filled)
    {
        var moved = Orders.Moved(sector);
        posts = Math.Clamp(posts, 0, Math.Max(0, Posts(sector) + moved.Posts));
        filled = Math.Clamp(filled, 0, Math.Min(posts, Math.Max(0, Filled(sector) + moved.Filled)));
        Orders.Receive(sector, -posts, -filled);
        taker.Orders.Receive(sector, posts, filled);
    }
}

/// <summary>A unit as its municipality knows it.</summary>
internal sealed class Service(ushort ordinal, UnitKind kind, GroupSet groups, Sector owner)
{
    [field: StateKey] public ushort Ordinal { get; } = ordinal;

    public UnitKind Kind { get; } = kind;

    /// <summary>Groups that it serves.</summary>
    public GroupSet Groups { get; set; } = groups;

    public Sector Owner { get; set; } = owner;

    /// <summary>Whether both sectors pay its fixed cost.</summary>
    public bool Shared { get; set; } = kind.IsShared();

    public UnitState State { get; set; } = UnitState.Open;

    /// <summary>When a sector has decided to close it, and which; null otherwise.</summary>
    public (Month Month, Sector By)? Closing { get; set; }

    /// <summary>Fixed cost after streamlining, as share of what it was.</summary>
    public double FixedShare { get; set; } = 1;

    public List<TeamCard> Teams { get; } = [];

    public bool IsJoint => Kind.IsJoint();

    /// <summary>An assertive team, beside the cooperation.</summary>
    public bool IsAssertive => Kind == UnitKind.ActTeam;

    /// <summary>Of one sector alone.</summary>
    public bool IsSingle => !IsJoint && !IsAssertive;

    /// <summary>The sector of a single-sector service's staff.</summary>
    public Sector StaffSector => Kind == UnitKind.OutpatientClinic ? Sector.County : Sector.Municipality;

    public bool Takes(int group) => State == UnitState.Open && Teams.Count > 0 && Groups.Has(group);

    public TeamCard AddTeam()
    {
        var card = new TeamCard(new(Ordinal, (ushort)Teams.Count));
        Teams.Add(card);
        return card;
    }

    public int Persons
    {
        get
        {
            var sum = 0;
            foreach (var team in Teams)
                sum += team.Persons;
            return sum;
        }
    }
}
