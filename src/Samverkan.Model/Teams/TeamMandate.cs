using System.Collections.Immutable;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Needs;
using Samverkan.Model.Policies;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Units;

namespace Samverkan.Model.Teams;

/// <summary>A team within its municipality: ordinal of the unit, ordinal of the team within it.</summary>
public readonly record struct TeamAddress(ushort Unit, ushort Team);

/// <summary>What a team of the other sector last reported, as far as a partner needs it.</summary>
/// <param name="Groups">Groups that it takes.</param>
/// <param name="Quality">Cover x competence x match by group: what its support is worth before coordination.</param>
public sealed record Partner(
    TeamAddress Address, GroupSet Groups, double Strain, double Turnover, ImmutableArray<double> Quality);

/// <summary>
/// Persons of another team who need, or get, this team's support: the record of their links at the partner, one for each
/// pair of teams.
/// </summary>
/// <param name="Active">Persons who get support.</param>
/// <param name="Pending">Persons whose referral is pending.</param>
/// <param name="Unmet">Unmet needs in the partner's sector of those who get support, halves for those that both share.</param>
/// <param name="Met">Met needs, likewise.</param>
public readonly record struct PartnerNote(TeamAddress From, TeamAddress To, int Active, int Pending, float Unmet, float Met);

/// <summary>What became of a person's crisis.</summary>
public enum CrisisOutcome : byte { Admitted, TreatedAtHome, NoBed }

/// <summary>The notice of what became of a crisis.</summary>
/// <param name="DaysLeft">Of an admission: treatment days that are left after its month.</param>
/// <param name="Cost">SEK that the crisis cost in its month.</param>
public readonly record struct CrisisNotice(ulong Person, CrisisOutcome Outcome, int DaysLeft, int Cost = 0);

/// <summary>Orders about one sector's staff.</summary>
/// <param name="Posts">Posts created (or, negative, abolished), in tenths.</param>
/// <param name="ReceivedPosts">Posts moved here with their holders, in tenths; negative: moved away.</param>
/// <param name="Refill">Whether vacancies may be filled.</param>
public readonly record struct StaffOrder(int Posts, int ReceivedPosts, int ReceivedFilled, bool Refill);

/// <summary>Persons to hand over this month.</summary>
/// <param name="Groups">Groups concerned.</param>
/// <param name="Share">Share of them, by lot.</param>
public readonly record struct Release(GroupSet Groups, double Share);

/// <summary>What a team may and must do this month: a message down.</summary>
public sealed record TeamMandate(
    Context Context,
    TeamAddress Address,
    GroupSet Groups,
    StructuralElements Structure,
    double Trust,
    StaffOrder County,
    StaffOrder Municipality)
{
    /// <summary>Persons who come straight to the caseload, from a team that hands them over.</summary>
    public ImmutableArray<ServiceUser> Transferred { get; init; } = [];

    /// <summary>Persons who join the queue, in the order of their lot.</summary>
    public ImmutableArray<ServiceUser> Referred { get; init; } = [];

    /// <summary>What became of last month's crises.</summary>
    public ImmutableArray<CrisisNotice> Crises { get; init; } = [];

    /// <summary>What crises asked the ward for last month, as share of its beds.</summary>
    public double WardCrowding { get; init; }

    /// <summary>Housing with support that persons get.</summary>
    public ImmutableArray<HousingGiven> Homes { get; init; } = [];

    /// <summary>Whether the municipality has floating support to ask for.</summary>
    public bool FloatingSupport { get; init; }

    /// <summary>Persons to hand over to an assertive team.</summary>
    public ImmutableArray<ulong> Picked { get; init; } = [];

    /// <summary>What an assertive team with room looks for; null: there is none.</summary>
    public AssertiveSearch? Search { get; init; }

    /// <summary>What peer workers add to the involvement of the team's persons.</summary>
    public double Peers { get; init; }

    /// <summary>Persons of the team whom job specialists can support; null: there are no specialists.</summary>
    public int? JobSeats { get; init; }

    /// <summary>Whether the team is an assertive one.</summary>
    public bool IsAssertive => Kind == UnitKind.ActTeam;

    public ImmutableArray<Partner> Partners { get; init; } = [];

    public ImmutableArray<PartnerNote> Guests { get; init; } = [];

    /// <summary>Groups for which a training year starts.</summary>
    public GroupSet Train { get; init; }

    /// <summary>Groups for which content is adapted, and how fresh the data were.</summary>
    public GroupSet Adapt { get; init; }

    public double Freshness { get; init; }

    /// <summary>What planning takes after streamlining, as share of what it took.</summary>
    public double Planning { get; init; } = 1;

    public Release Release { get; init; }

    /// <summary>The team closes with this month: everybody is handed over.</summary>
    public bool Closes { get; init; }

    public bool CountyShifts { get; init; }

    public bool MunicipalityShifts { get; init; }

    /// <summary>The kind of the team's unit.</summary>
    public UnitKind Kind { get; init; }

    /// <summary>Where the team stands, for the parameters that hold there.</summary>
    public TeamPlace Place => new(Kind, Address);

    public StaffOrder Order(Sector sector) => sector == Sector.County ? County : Municipality;
}
