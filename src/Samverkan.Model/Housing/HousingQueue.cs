using Samverkan.Model.Chance;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Housing;

/// <summary>A person to whom housing was granted and who waits for it.</summary>
/// <param name="Since">The month of the decision.</param>
/// <param name="Team">The team that last asked for the person.</param>
/// <param name="Reached">Whether it did so this month; not if the person is on the way between two teams.</param>
internal readonly record struct HousingGrant(ulong Person, Month Since, HousingForm Form, bool InWard, TeamAddress Team,
    bool Reached);

/// <summary>An application, and the team that sends it.</summary>
internal readonly record struct SentApplication(HousingApplication Application, TeamAddress Team);

/// <summary>
/// The assessment of need, and those who wait for what was granted. An application is decided after some months; it lapses
/// when the need is met otherwise or contact with services ends. Places go to persons in the ward first, then to whoever
/// has waited longest.
/// </summary>
internal sealed class HousingQueue
{
    // By person.
    private List<HousingGrant> granted = [];

    public IReadOnlyList<HousingGrant> Granted => granted;

    /// <summary>Hears the month's applications and decides on some of them.</summary>
    /// <param name="applications">In any order.</param>
    /// <param name="keeps">Whether a grant stands though nobody applies: the person is on the way between two teams.</param>
    /// <returns>How many were granted.</returns>
    public int Assess(Span<SentApplication> applications, HousingParameters p, bool first, bool floating, Func<ulong, bool> keeps,
        in RandomStreams random, Month month)
    {
        applications.Sort(static (a, b) => a.Application.Person.CompareTo(b.Application.Person));
        var standing = new List<HousingGrant>(granted.Count + 4);
        var (old, decided) = (0, 0);
        foreach (var (application, team) in applications)
        {
            for (; old < granted.Count && granted[old].Person < application.Person; old++)
                Keep(granted[old]);
            if (old < granted.Count && granted[old].Person == application.Person)
            {
                standing.Add(granted[old++] with { InWard = application.Has(Circumstances.InWard), Team = team, Reached = true });
                continue;
            }
            if (Decided(application, p, first, floating, random, month) is not { } form) continue;
            standing.Add(new(application.Person, month, form, application.Has(Circumstances.InWard), team, true));
            decided++;
        }
        for (; old < granted.Count; old++)
            Keep(granted[old]);
        granted = standing;
        return decided;

        void Keep(in HousingGrant grant)
        {
            if (keeps(grant.Person)) standing.Add(grant with { Reached = false });
        }
    }

    /// <summary>Who is next for a form; null: nobody waits for it.</summary>
    public HousingGrant? Next(HousingForm form)
    {
        HousingGrant? next = null;
        foreach (var grant in granted)
            if (Accepts(grant, form) && (next is not { } best || Before(grant, best, form)))
                next = grant;
        return next;
    }

    public void Remove(ulong person) => granted.RemoveAll(grant => grant.Person == person);

    /// <summary>Persons who wait for a home, in any form with one.</summary>
    public int WaitForHome()
    {
        var waiting = 0;
        foreach (var grant in granted)
            if (grant.Form != HousingForm.Floating)
                waiting++;
        return waiting;
    }

    /// <summary>The form that is granted; null where nothing is decided yet, or nothing is granted.</summary>
    private static HousingForm? Decided(in HousingApplication application, HousingParameters p, bool first, bool floating,
        in RandomStreams random, Month month)
    {
        if (application.Has(Circumstances.MovedOn)) return floating ? HousingForm.Floating : null;
        if (RandomStreams.Unit(random.Words(application.Person, month, Purpose.Housing).W0) >= 1 / p.Assessment) return null;
        if (application.Has(Circumstances.NoHome))
        {
            if (!TreatedFirst(application, p, random)) return application.Severity >= p.LeastSeverity ? HousingForm.Supported
                : floating ? HousingForm.Floating : null;
            if (first) return HousingForm.First;
        }
        return floating ? HousingForm.Floating : null;
    }

    // A lasting trait of the person and of who decides.
    private static bool TreatedFirst(in HousingApplication application, HousingParameters p, in RandomStreams random) =>
        application.Has(Circumstances.Substances)
        && RandomStreams.Unit(random.Words(application.Person, new Month(0), Purpose.Housing).W1) < p.TreatmentFirst;

    // A flat of Housing First that nobody else waits for is taken by who waits for supported housing.
    private static bool Accepts(in HousingGrant grant, HousingForm form) =>
        grant.Reached && (grant.Form == form || form == HousingForm.First && grant.Form == HousingForm.Supported);

    private static bool Before(in HousingGrant one, in HousingGrant other, HousingForm form)
    {
        if (one.Form == form != (other.Form == form)) return one.Form == form;
        if (one.InWard != other.InWard) return one.InWard;
        if (one.Since != other.Since) return one.Since < other.Since;
        return StateHash.Mix(one.Person) < StateHash.Mix(other.Person);
    }
}
