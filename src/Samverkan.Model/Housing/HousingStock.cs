using Samverkan.Model.Chance;

namespace Samverkan.Model.Housing;

/// <summary>
/// Places of one form. What is decided stands after the lag, and its capital is paid while it is built. Places that are
/// abolished are first taken out of what is not yet built; of those that stand, tenants keep theirs until they leave.
/// </summary>
internal sealed class HousingStock
{
    private readonly List<Building> underway = [];
    private int planned;

    // Places that stand since the municipality itself decided to build them.
    private int ownPlaces;

    /// <summary>Places that there are, taken or not; fewer than tenants where some were abolished.</summary>
    public int Places { get; private set; }

    /// <summary>Persons who have a place.</summary>
    public int Taken { get; private set; }

    public int Free => Math.Max(0, Places - Taken);

    /// <summary>Places that must be paid for.</summary>
    public int Paid => Math.Max(Places, Taken);

    /// <summary>Those of the places paid for that politics decided on: all but what the municipality built by itself.</summary>
    public int Decided => Paid - ownPlaces;

    /// <summary>Places that are being built.</summary>
    public int Underway
    {
        get
        {
            var places = 0;
            foreach (var building in underway)
                places += building.Places;
            return places;
        }
    }

    /// <summary>What there is at the start.</summary>
    public void Found(int places) => (planned, Places) = (places, places);

    public void Take() => Taken++;

    public void Leave(int places) => Taken -= places;

    /// <summary>Follows what politics has decided on: more is built, less is abolished.</summary>
    public void Plan(int places, int lag, Month month)
    {
        if (places > planned) Order(places - planned, lag, month, own: false);
        else if (places < planned) Abolish(planned - places);
        planned = places;
    }

    /// <summary>Decides on so many further places.</summary>
    /// <param name="own">Whether the municipality does so by itself, out of what it has left over.</param>
    public void Order(int places, int lag, Month month, bool own)
    {
        if (places > 0) underway.Add(new(month + lag, places, lag, own));
    }

    /// <summary>Places that are ready this month get tenants.</summary>
    public int Complete(Month month)
    {
        var ready = 0;
        foreach (var building in underway)
            if (building.Ready <= month)
            {
                ready += building.Places;
                if (building.Own) ownPlaces += building.Places;
            }
        if (ready == 0) return 0;
        underway.RemoveAll(building => building.Ready <= month);
        Places += ready;
        return ready;
    }

    /// <summary>SEK of a month's building.</summary>
    /// <param name="capital">SEK for a place.</param>
    /// <param name="decided">Only of what politics decided on.</param>
    public long Capital(double capital, bool decided = false)
    {
        long sek = 0;
        foreach (var building in underway)
            if (!decided || !building.Own)
                sek += (long)(building.Places * capital / building.Lag);
        return sek;
    }

    private void Abolish(int places)
    {
        for (var i = underway.Count - 1; i >= 0 && places > 0; i--)
        {
            var cancelled = Math.Min(places, underway[i].Places);
            places -= cancelled;
            if (cancelled == underway[i].Places) underway.RemoveAt(i);
            else underway[i] = underway[i] with { Places = underway[i].Places - cancelled };
        }
        Places = Math.Max(0, Places - places);
        ownPlaces = Math.Min(ownPlaces, Places);
    }

    private readonly record struct Building(Month Ready, int Places, int Lag, bool Own);
}
