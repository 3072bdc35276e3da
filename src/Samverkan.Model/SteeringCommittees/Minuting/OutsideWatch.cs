using Samverkan.Model.Cooperation;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.Snapshots;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>
/// What a committee notices of the world outside: money of the state, laws and guidelines, beds, persons who come, and whatever
/// else is decided elsewhere. A change that comes little by little is told when it has arrived.
/// </summary>
internal sealed class OutsideWatch
{
    private const string Allowed = "element.allowed.";

    private static readonly ParameterInfo[] Levers =
        [.. Catalogue.All.Where(parameter => parameter is { Role: Role.Lever, Name: not null })];

    private readonly SortedDictionary<int, double> moving = [];

    // Of each lever, as it was last month: whatever the scenario is written in, the same values give the same state.
    private double[] values = [];
    [NotState] private ParameterSet? seen;
    private int bedsTold;
    private Month? grantFrom;
    private bool announced, ending;

    /// <summary>What has come from outside since last month.</summary>
    /// <param name="now">The parameters of the month in this place.</param>
    /// <param name="ahead">What is known to hold when a plan of today would open.</param>
    /// <param name="events">The scenario's events of this month in this place.</param>
    public IEnumerable<News> Month(Brief brief, ParameterSet now, ParameterSet ahead, IEnumerable<ModelEvent> events) =>
        [.. Grant(brief, now, ahead), .. Changes(now), .. Beds(brief), .. Arrivals(events)];

    private IEnumerable<News> Grant(Brief brief, ParameterSet now, ParameterSet ahead)
    {
        var (paid, later) = (now.Nation.StimulusGrant, ahead.Nation.StimulusGrant);
        var here = (long)(Math.Max(paid, later) * brief.Scale);
        if (paid <= 0 && later > 0 && !announced)
        {
            announced = true;
            yield return new GrantAnnounced(here);
        }
        if (paid > 0 && grantFrom is null)
        {
            (grantFrom, announced) = (brief.Context.Month, false);
            yield return new GrantBegun(here, brief.PlanStands);
        }
        if (paid > 0 && later <= 0 && !ending)
        {
            ending = true;
            yield return new GrantEnding(here);
        }
        if (paid <= 0 && grantFrom is { } from)
        {
            (grantFrom, ending) = (null, false);
            yield return new GrantEnded(brief.Context.Month - from);
        }
    }

    private List<News> Changes(ParameterSet now)
    {
        var news = new List<News>();
        if (ReferenceEquals(seen, now) && moving.Count == 0) return news;
        var before = values;
        (seen, values) = (now, [.. Levers.Select(lever => lever.Get(now))]);
        for (var i = 0; i < before.Length; i++)
            if (Change(i, before[i]) is { } change)
                news.Add(change);
        return news;
    }

    private News? Change(int lever, double before)
    {
        var (id, now) = (Levers[lever].Id, values[lever]);
        var changed = before != now;
        if (id.StartsWith(Allowed, StringComparison.Ordinal))
            return changed ? new ElementRuled(Elements.Find(id[Allowed.Length..])!.Value, IsOn(now)) : null;
        return id switch
        {
            // Told with what there is of them here.
            "nation.stimulusGrant" or "ward.beds" => null,
            "nation.caseManagerGuideline" => changed ? new GuidelineIssued(IsOn(now)) : null,
            "nation.sharedRegisterPermitted" => changed ? new RegisterPermission(IsOn(now)) : null,
            "nation.regionalAgreement" => changed ? new RegionalAgreementMade(IsOn(now)) : null,
            "nation.waitingGuarantee" => changed ? new GuaranteeChanged(now) : null,
            "ward.legalDays" => changed ? new PaymentTermChanged(before, now) : null,
            "committee.meetingsPerYear" => changed ? new MeetingsSet(now) : null,
            "nation.privatePrimaryCare" => Arrived(lever, before, now) is { } from ? new PrivateCareChanged(from, now) : null,
            _ => Arrived(lever, before, now) is { } from ? new PolicyChanged(PositionOf(Levers[lever]), from, now) : null,
        };
    }

    // A lever that has begun to move is told when it has come to rest. Returns what it was before; null: nothing to tell.
    private double? Arrived(int lever, double before, double now)
    {
        if (before != now)
        {
            moving.TryAdd(lever, before);
            return null;
        }
        return moving.Remove(lever, out var start) && start != now ? start : null;
    }

    private IEnumerable<News> Beds(Brief brief)
    {
        var beds = brief.Counted.IsDefaultOrEmpty ? 0 : brief.Counted[(int)Figure.Beds];
        var told = bedsTold;
        bedsTold = beds;
        if (told > 0 && told != beds) yield return new BedsChanged(told, beds);
    }

    private static IEnumerable<News> Arrivals(IEnumerable<ModelEvent> events) =>
        events.Select(e => e.What).OfType<Influx>().Select(influx => new PersonsCame(influx.Group, influx.Persons));

    private static int PositionOf(ParameterInfo lever) =>
        Enumerable.Range(0, Catalogue.All.Count).First(i => Catalogue.All[i] == lever);

    private static bool IsOn(double value) => value >= .5;
}
