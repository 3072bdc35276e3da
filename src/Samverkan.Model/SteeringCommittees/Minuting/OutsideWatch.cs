using Samverkan.Model.Cooperation;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>
/// What a committee notices of the world outside: money of the state, laws and guidelines, beds, persons who come, and whatever
/// else is decided elsewhere. A change that comes little by little is told when it has arrived.
/// </summary>
internal sealed class OutsideWatch
{
    // What has words of its own below, or is the committee's own business.
    private static readonly string[] ToldOtherwise =
    [
        "nation.stimulusGrant", "nation.caseManagerGuideline", "nation.sharedRegisterPermitted", "nation.regionalAgreement",
        "nation.privatePrimaryCare", "nation.waitingGuarantee", "ward.legalDays", "ward.beds", "committee.meetingsPerYear",
    ];

    private static readonly int[] Levers = [.. Enumerable.Range(0, Catalogue.All.Count).Where(IsToldAsLever)];

    private readonly SortedDictionary<int, double> moving = [];
    private Context? last;
    private int bedsTold;
    private Month? grantFrom;
    private bool announced, ending;

    /// <summary>What has come from outside since last month.</summary>
    /// <param name="at">The parameters of a month in this place.</param>
    /// <param name="ahead">What is known to hold when a plan of today would open.</param>
    /// <param name="events">The scenario's events of this month in this place.</param>
    public IEnumerable<News> Month(Brief brief, Func<Context, ParameterSet> at, ParameterSet ahead,
        IEnumerable<ModelEvent> events)
    {
        var (before, now) = (at(last ?? brief.Context), at(brief.Context));
        last = brief.Context;
        return [.. Grant(brief, now, ahead), .. Rules(before, now), .. Beds(brief), .. Arrivals(events), .. Others(before, now)];
    }

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

    private static IEnumerable<News> Rules(ParameterSet before, ParameterSet now)
    {
        if (ReferenceEquals(before, now)) yield break;
        var (was, isNow) = (before.Nation, now.Nation);
        if (IsOn(was.CaseManagerGuideline) != IsOn(isNow.CaseManagerGuideline))
            yield return new GuidelineIssued(IsOn(isNow.CaseManagerGuideline));
        if (IsOn(was.SharedRegisterPermitted) != IsOn(isNow.SharedRegisterPermitted))
            yield return new RegisterPermission(IsOn(isNow.SharedRegisterPermitted));
        if (IsOn(was.RegionalAgreement) != IsOn(isNow.RegionalAgreement))
            yield return new RegionalAgreementMade(IsOn(isNow.RegionalAgreement));
        if (was.WaitingGuarantee != isNow.WaitingGuarantee) yield return new GuaranteeChanged(isNow.WaitingGuarantee);
        if (before.Ward.LegalDays != now.Ward.LegalDays)
            yield return new PaymentTermChanged(before.Ward.LegalDays, now.Ward.LegalDays);
        if (before.Committee.MeetingsPerYear != now.Committee.MeetingsPerYear)
            yield return new MeetingsSet(now.Committee.MeetingsPerYear);
        for (var element = 0; element < Elements.Count; element++)
            if (before.Element.Allows((Element)element) != now.Element.Allows((Element)element))
                yield return new ElementRuled((Element)element, now.Element.Allows((Element)element));
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

    // A lever that has begun to move is told when it has come to rest.
    private IEnumerable<News> Others(ParameterSet before, ParameterSet now)
    {
        if (ReferenceEquals(before, now) && moving.Count == 0) yield break;
        foreach (var lever in Levers)
        {
            var (was, isNow) = (Catalogue.All[lever].Get(before), Catalogue.All[lever].Get(now));
            if (was != isNow)
            {
                moving.TryAdd(lever, was);
                continue;
            }
            if (!moving.Remove(lever, out var start) || start == isNow) continue;
            yield return lever == PrivateCare ? new PrivateCareChanged(start, isNow) : new PolicyChanged(lever, start, isNow);
        }
    }

    private static int PrivateCare { get; } =
        Enumerable.Range(0, Catalogue.All.Count).First(i => Catalogue.All[i].Id == "nation.privatePrimaryCare");

    private static bool IsToldAsLever(int at)
    {
        var parameter = Catalogue.All[at];
        return parameter.Role == Role.Lever && parameter.Name is not null
            && !parameter.Id.StartsWith("element.allowed.", StringComparison.Ordinal)
            && (parameter.Id == "nation.privatePrimaryCare" || !ToldOtherwise.Contains(parameter.Id));
    }

    private static bool IsOn(double value) => value >= .5;
}
