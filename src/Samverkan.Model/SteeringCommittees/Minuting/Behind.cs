using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>What came from outside and led to what happened here.</summary>
public enum BehindKind : byte { FrameFell, FrameGrew, GrantEnded, GrantBegan, PersonsCame }

/// <summary>What came from outside before a cause, and led to it.</summary>
/// <param name="By">Whose frame it is.</param>
/// <param name="Share">By how much the frame fell or grew.</param>
/// <param name="Group">Of whom so many came.</param>
public readonly record struct Behind(
    BehindKind Kind, Sector? By = null, double Share = 0, TargetGroup? Group = null, int Persons = 0);

/// <summary>What holds and happens in a place at other dates than this month's. The scenario knows it: nobody has to
/// remember.</summary>
/// <param name="Parameters">Of a month.</param>
/// <param name="Events">Of a year.</param>
internal readonly record struct PlaceOverTime(
    Func<Month, ParameterSet> Parameters, Func<int, IEnumerable<ModelEvent>> Events);

/// <summary>What a year brought from outside, as far as it explains what happened here.</summary>
/// <param name="County">Growth of its frame since the year before, as share.</param>
/// <param name="Municipality">Likewise.</param>
/// <param name="LeastTurn">A frame that changes by less explains nothing.</param>
internal sealed record OutsideYear(int Year, double County, double Municipality, double LeastTurn, PlaceOverTime Place)
{
    /// <summary>What came from outside and led to a cause; null: nothing that is known.</summary>
    public Behind? Of(in Cause cause) => cause.Kind switch
    {
        CauseKind.PostsGone or CauseKind.PostsVacant => Fall() ?? Grant(ended: true),
        CauseKind.HiringStopped => cause.By is { } by ? Fall(by) : Fall(),
        CauseKind.BedsClosed => Fall(Sector.County),
        CauseKind.PostsAdded or CauseKind.PostsFilled => Grant(ended: false) ?? Growth(),
        CauseKind.UnitOpened => Grant(ended: false),
        CauseKind.BedsOpened => Growth(Sector.County),
        CauseKind.MoreArrivals => Arrivals(),
        _ => null,
    };

    private double Turn(Sector sector) => sector == Sector.County ? County : Municipality;

    // Of both, the frame that moved further.
    private Behind? Fall() => Fall(County <= Municipality ? Sector.County : Sector.Municipality);

    private Behind? Growth() => Growth(County >= Municipality ? Sector.County : Sector.Municipality);

    private Behind? Fall(Sector sector) => Turn(sector) <= -LeastTurn ? new(BehindKind.FrameFell, sector, -Turn(sector)) : null;

    private Behind? Growth(Sector sector) => Turn(sector) >= LeastTurn ? new(BehindKind.FrameGrew, sector, Turn(sector)) : null;

    private Behind? Grant(bool ended)
    {
        var (before, now) = (GrantAtEndOf(Year - 1), GrantAtEndOf(Year));
        return ended && before > 0 && now <= 0 ? new(BehindKind.GrantEnded)
            : !ended && before <= 0 && now > 0 ? new(BehindKind.GrantBegan) : null;
    }

    private double GrantAtEndOf(int year) => Place.Parameters(Month.Of(year, 12)).Nation.StimulusGrant;

    private Behind? Arrivals() => Place.Events(Year).Select(e => e.What).OfType<Influx>()
        .OrderByDescending(influx => influx.Persons)
        .Select(influx => (Behind?)new Behind(BehindKind.PersonsCame, Group: influx.Group, Persons: influx.Persons))
        .FirstOrDefault();
}
