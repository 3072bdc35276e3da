using System.Runtime.InteropServices;

namespace Samverkan.Model.ServiceUsers;

/// <summary>What happened to a person in a month that its state at the month's end may not show.</summary>
public enum PersonEventKind
{
    /// <summary>A crisis led to a bed.</summary>
    Admitted,
    /// <summary>A crisis found no bed.</summary>
    WithoutBed,
    /// <summary>A crisis was treated at home.</summary>
    TreatedAtHome,
    /// <summary>Left a service against advice.</summary>
    DroppedOut,
    /// <summary>Was discharged as helped.</summary>
    Helped,
    /// <summary>Was placed outside the municipality.</summary>
    PlacedOutside,
    /// <summary>Recovered, and belongs to the target population no more.</summary>
    Recovered,
    MovedAway,
    Died,
}

/// <summary>An event of one person's month.</summary>
/// <param name="Days">Of an admission: days of treatment in the ward.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct PersonEvent(ulong Person, PersonEventKind Kind, int Days = 0);

/// <summary>
/// The events of a municipality's persons in the last month, for those who tell their stories. No rule of the model reads them.
/// </summary>
internal sealed class PersonEvents
{
    private readonly List<PersonEvent> events = [];

    public IReadOnlyList<PersonEvent> OfMonth => events;

    /// <summary>Another month begins.</summary>
    public void Clear() => events.Clear();

    public void Add(ulong person, PersonEventKind kind, int days = 0) => events.Add(new(person, kind, days));

    /// <summary>A keeper keeps a person no longer.</summary>
    /// <param name="recoveryMonths">Months without needs after which persons count as recovered.</param>
    public void Add(in ServiceUser person, LifeEvents reason, double recoveryMonths)
    {
        if ((reason & LifeEvents.Departs) == 0) return;
        events.Add(new(person.Id, reason switch
        {
            _ when (reason & LifeEvents.Died) != 0 => PersonEventKind.Died,
            _ when (reason & LifeEvents.Left) != 0
                && ((reason & LifeEvents.Helped) != 0 || person.CalmMonths >= recoveryMonths) => PersonEventKind.Recovered,
            _ when (reason & LifeEvents.Left) != 0 => PersonEventKind.MovedAway,
            _ when (reason & LifeEvents.Helped) != 0 => PersonEventKind.Helped,
            _ when (reason & LifeEvents.ToPlacement) != 0 => PersonEventKind.PlacedOutside,
            _ => PersonEventKind.DroppedOut,
        }));
    }
}
