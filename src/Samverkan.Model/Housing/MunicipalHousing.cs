using System.Runtime.InteropServices;
using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Parameters;
using Samverkan.Model.Rules;
using Samverkan.Model.Snapshots;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Housing;

/// <summary>What presses for places in a month.</summary>
/// <param name="Delayed">Persons in the ward who are ready to leave it.</param>
/// <param name="Placed">Persons placed outside.</param>
/// <param name="Beds">Beds of the ward.</param>
internal readonly record struct HousingDemand(double Delayed, int Placed, int Beds);

/// <summary>
/// Housing with support as the municipality decides on it: need is assessed and granted, a person with a grant waits for a
/// place, places are built or abolished, and people move on. Once a year the municipality decides to build a part of what
/// presses for places beyond what it lives with, as far as its money goes:
/// <code>
/// pressure = those who wait for a home + delayed discharges + a part of those placed outside + a part of beds closed lately
/// </code>
/// </summary>
internal sealed class MunicipalHousing
{
    private const int MonthsOf90Days = 3;

    private readonly HousingStock supported = new(), first = new(), floating = new();
    private readonly HousingQueue queue = new();
    private double pressure, bedsBefore = -1;

    [NotState] private HousingFacts month;
    [NotState] private List<SentApplication> applications = [];

    /// <summary>Tenants of supported housing.</summary>
    public int Taken => supported.Taken;

    public HousingStock Supported => supported;

    public HousingStock First => first;

    public HousingStock Floating => floating;

    public HousingQueue Queue => queue;

    /// <summary>What happened in the month under way.</summary>
    public HousingFacts Facts => month;

    /// <summary>Whether there is floating support to ask for.</summary>
    public bool GivesFloating => floating.Places > 0;

    /// <summary>What there is at the start.</summary>
    public void Found(ParameterSet p, int population)
    {
        supported.Found(Places(p.Services.HousingPlaces, p, population));
        first.Found(Places(p.Housing.FirstPlaces, p, population));
        floating.Found(Places(p.Housing.FloatingPlaces, p, population));
    }

    /// <summary>First in a month: decisions of politics, and what has been built.</summary>
    public void Open(ParameterSet p, double inhabitants, Month now)
    {
        month = default;
        applications.Clear();
        supported.Plan(Places(p.Services.HousingPlaces, p, inhabitants), (int)p.Housing.Lag, now);
        first.Plan(Places(p.Housing.FirstPlaces, p, inhabitants), (int)p.Housing.LagFirst, now);
        floating.Plan(Places(p.Housing.FloatingPlaces, p, inhabitants), 0, now);
        floating.Complete(now);
        month.Built = supported.Complete(now) + first.Complete(now);
    }

    /// <summary>Hears who asks for housing.</summary>
    public void Hear(ReadOnlySpan<HousingApplication> asked, TeamAddress team, Outbox outbox)
    {
        foreach (var application in asked)
            if (!outbox.Contains(application.Person))
                applications.Add(new(application, team));
    }

    /// <summary>Homes and support that came free.</summary>
    public void Hear(in HousingLeft left)
    {
        supported.Leave(left.Supported);
        first.Leave(left.First);
        floating.Leave(left.Floating);
        month.MovedOn += left.MovedOn;
        month.Lost += left.Lost;
    }

    /// <summary>Last in a month: applications are decided on, and what is free is given.</summary>
    /// <param name="outbox">Who is on the way between two teams keeps a grant, and gets nothing yet.</param>
    public void Allot(ParameterSet p, ServiceRegister services, Outbox outbox, in RandomStreams random, Month now)
    {
        month.Granted = queue.Assess(CollectionsMarshal.AsSpan(applications), p.Housing, first.Paid > 0, GivesFloating,
            outbox.Contains, random, now);
        Give(HousingForm.First, first, services);
        Give(HousingForm.Supported, supported, services);
        Give(HousingForm.Floating, floating, services);
        foreach (var grant in queue.Granted)
            if (grant.Form != HousingForm.Floating)
            {
                month.Waiting++;
                if (now - grant.Since >= MonthsOf90Days) month.WaitOver90++;
            }
        (month.Places, month.Supported, month.First, month.Floating) = (supported.Places, supported.Taken, first.Taken,
            floating.Taken);
    }

    /// <summary>What presses for places is felt as a year's mean; each December the municipality decides what to build.</summary>
    /// <param name="slack">SEK a year that the municipality can spare; nothing is built without.</param>
    /// <param name="rule">Says how many places are wanted.</param>
    public void Consider(ParameterSet p, in HousingDemand demand, long slack, IHousingRule rule, Month now)
    {
        if (bedsBefore < 0) bedsBefore = demand.Beds;
        bedsBefore += (demand.Beds - bedsBefore) / p.Housing.BedsForgotten;
        var presses = queue.WaitForHome() + p.Housing.PressDelayed * demand.Delayed + p.Housing.PressPlaced * demand.Placed
            + p.Housing.PressBeds * Math.Max(0, bedsBefore - demand.Beds);
        pressure += (presses - pressure) / 12;
        if (!now.IsDecember || slack <= 0) return;
        var wanted = rule.Wanted(p.Housing, new(pressure, supported.Places, supported.Underway));
        var affordable = p.Housing.BuiltOfSlack * slack
            / Math.Max(1, p.Prices.HousingPlace + 12 * p.Prices.HousingBuilt / p.Housing.Lag);
        var places = (int)Math.Floor(Math.Min(Math.Min(wanted, affordable), p.Housing.MostAYear * supported.Places + 1));
        supported.Order(places, (int)p.Housing.Lag, now, own: true);
    }

    /// <summary>A part of what presses beyond what the municipality lives with, less what is being built.</summary>
    public static double Wanted(HousingParameters p, in HousingPressure pressure) =>
        p.Response * (pressure.Pressure - p.Tolerated * pressure.Places) - pressure.Underway;

    /// <summary>Pays for the month: places taken or not, support that is given, and what is built.</summary>
    public void Pay(ref Flows flows, CostParameters p)
    {
        flows.Pay(Flow.MunicipalHousing, (long)(supported.Paid * p.HousingPlace / 12)
            + (long)(first.Paid * p.HousingFirst / 12) + (long)(floating.Taken * p.FloatingSupport / 12));
        flows.Pay(Flow.MunicipalBuilding, supported.Capital(p.HousingBuilt));
    }

    /// <summary>What decisions of politics on places cost in a year, at this month's rate.</summary>
    public DecidedPlaces Decided(CostParameters p) => new(
        supported.Decided * p.HousingPlace + first.Paid * p.HousingFirst + floating.Taken * p.FloatingSupport,
        12 * supported.Capital(p.HousingBuilt, decided: true));

    private void Give(HousingForm form, HousingStock stock, ServiceRegister services)
    {
        for (var free = stock.Free; free > 0 && queue.Next(form) is { } next; free--)
        {
            queue.Remove(next.Person);
            services.Find(next.Team)!.Orders.Homes.Add(new(next.Person, form));
            stock.Take();
            if (form != HousingForm.Floating) month.MovedIn++;
        }
    }

    private static int Places(double places, ParameterSet p, double inhabitants) =>
        (int)Math.Floor(places * inhabitants / p.Population.Reference + .5);
}
