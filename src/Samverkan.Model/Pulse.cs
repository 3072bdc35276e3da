using System.Collections.Immutable;
using Samverkan.Model.Counties;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Nations;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model;

/// <summary>
/// How an actor reaches its children: each gets its message and answers. A direct call in process, a grain call in a
/// cluster; answers stand in the order of the messages, never of their arrival.
/// </summary>
public interface IChildActors<TDown, TUp>
{
    ValueTask<ImmutableArray<TUp>> Ask(ImmutableArray<TDown> messages);
}

/// <summary>How a municipality reaches its committee.</summary>
public interface ICommitteeActor
{
    ValueTask<Resolution> Ask(Brief brief);
}

/// <summary>How a team reaches the persons on its caseload: offers go out and answers come in, by position.</summary>
public interface IPersonActors
{
    ValueTask Live(Team team);
}

/// <summary>
/// The month, written once. Money and decisions go down the tree, needs and referrals come up: one request down and one
/// answer up per edge, and no other conversation. Between them each actor sees just its own state and its message.
/// <code>
///         Open                      Close
/// Nation    | context       reports   ^
/// County    | money, beds     costs   |
/// Municipality (the committee first)  |
/// Unit      | mandates      reports   |
/// Team      | offers        answers   |
/// ServiceUser lives the month --------+
/// </code>
/// What is for another branch goes up with the reports and down with the next month's mandates.
/// </summary>
public static class Pulse
{
    public static async ValueTask<NationReport> Advance(Nation nation, Month month, IChildActors<Context, CountyReport> counties)
    {
        var context = nation.Open(month);
        return nation.Close(await counties.Ask([context]));
    }

    public static async ValueTask<CountyReport> Advance(County county, Context context,
        IChildActors<CountyMandate, MunicipalityReport> municipalities)
    {
        var mandates = county.Open(context);
        return county.Close(await municipalities.Ask(mandates));
    }

    public static async ValueTask<MunicipalityReport> Advance(
        Municipality municipality, CountyMandate mandate, ICommitteeActor committee, IChildActors<UnitMandate, UnitReport> units)
    {
        var resolution = await committee.Ask(municipality.Summon(mandate));
        var mandates = municipality.Open(resolution);
        return municipality.Close(await units.Ask(mandates));
    }

    public static Resolution Advance(SteeringCommittee committee, Brief brief)
    {
        committee.Open(brief);
        return committee.Close();
    }

    public static async ValueTask<UnitReport> Advance(Unit unit, UnitMandate mandate, IChildActors<TeamMandate, TeamReport> teams)
    {
        var mandates = unit.Open(mandate);
        return unit.Close(await teams.Ask(mandates));
    }

    public static async ValueTask<TeamReport> Advance(Team team, TeamMandate mandate, IPersonActors persons)
    {
        team.Open(mandate);
        await persons.Live(team);
        return team.Close();
    }
}
