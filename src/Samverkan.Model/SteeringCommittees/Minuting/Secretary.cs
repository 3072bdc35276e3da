using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>
/// A committee's secretary: notices what comes from outside, remembers what was decided, follows it to its effect, and
/// keeps the year's reports. What it knows goes into the minutes and into nothing else: no rule of the model reads it.
/// </summary>
internal sealed class Secretary
{
    // Trust is called high, or low, from here on; in between it is as it was called last.
    private const double HighTrust = .65;
    private const double LowTrust = .35;

    private readonly OutsideWatch outside = new();
    private readonly DecisionFollowUp decisions = new();
    private readonly YearBook year = new();
    private readonly SortedDictionary<(Remedy, int), EarlierDecision> earlier = [];
    private bool constituted, consultative;
    private bool? trusts;
    private int? reviewed;
    private TargetGroup? spokenFor;
    private int spokenIn;
    private Sector? wronged;

    /// <summary>The sector that the other last acted without, if one did since the agreement was made.</summary>
    public Sector? Wronged => wronged;

    /// <summary>A month passes. Returns what there is to report of it.</summary>
    /// <param name="now">The parameters of the month in this place.</param>
    /// <param name="ahead">What is known to hold when a plan of today would open.</param>
    /// <param name="events">The scenario's events of this month in this place.</param>
    /// <param name="trust">Between the two organisations.</param>
    public IEnumerable<News> Month(
        Brief brief, ParameterSet now, ParameterSet ahead, IEnumerable<ModelEvent> events, double trust)
    {
        year.Add(brief);
        foreach (var news in brief.News)
            Hear(news);
        return [.. outside.Month(brief, now, ahead, events), .. decisions.Month(brief), .. Trust(trust)];
    }

    /// <summary>What a meeting is told because of its place in the year, and of who is at the table.</summary>
    /// <param name="core">Core members and members from services.</param>
    /// <param name="workingSize">Members with whom a meeting can still decide.</param>
    /// <param name="place">What holds and happens here at other dates.</param>
    public IEnumerable<News> Meeting(
        Brief brief, int core, int associations, double workingSize, double heard, PlaceOverTime place)
    {
        if (!constituted)
        {
            constituted = true;
            yield return new CommitteeConstituted(core, associations);
        }
        foreach (var news in year.At(brief, decisions, place))
            yield return news;
        if (Size(core + associations, workingSize) is { } size) yield return size;
        if (associations > 0 && heard > 0 && Spokesmen(brief) is { } spoken) yield return spoken;
    }

    /// <summary>Takes an item down, with what became of the matter before.</summary>
    public MinutedItem Minute(MinutedItem item, Month month)
    {
        var matter = MatterOf(item.Proposal);
        var before = earlier.GetValueOrDefault(matter);
        var refusals = item.Outcome == Outcome.Agreed ? 0 : before?.Refusals ?? 0;
        earlier[matter] = new(month, item.Outcome, refusals + (item.Outcome == Outcome.NotAgreed ? 1 : 0));
        return item with { Before = before };
    }

    /// <summary>A decision has been made for others to carry out.</summary>
    public void Decided(Decision decision, Brief brief) => decisions.Decided(decision, brief);

    /// <summary>Leaders and teams have settled something among themselves.</summary>
    public void Settled(Proposal proposal) => year.Settled(proposal);

    /// <summary>The agreement has been made or revised: what one did without the other is settled.</summary>
    public void AgreementMade() => wronged = null;

    /// <summary>Needs have been reviewed.</summary>
    public NeedsReviewed Reviewed(Brief brief)
    {
        var (unmet, before) = (brief.Groups.Sum(group => group.Unmet), reviewed);
        reviewed = unmet;
        var worst = Worst(brief);
        return new(unmet, before, worst, PerPerson(brief.Of(worst)));
    }

    private static (Remedy, int) MatterOf(Proposal proposal) => (proposal.Remedy, proposal switch
    {
        { Group: { } group } => (int)group,
        { Element: { } element } => (int)element,
        { Team: { } team } => team.Unit,
        _ => 0,
    });

    private void Hear(News news)
    {
        wronged = news switch
        {
            SectorActedAlone alone => alone.By.Other(),
            NoticeOfCut notice => notice.By.Other(),
            ClosureDecided closure => closure.By.Other(),
            _ => wronged,
        };
        if (news is CooperationEnded) decisions.Dissolved();
    }

    private IEnumerable<News> Trust(double trust)
    {
        var was = trusts;
        trusts = trust >= HighTrust ? true : trust <= LowTrust ? false : trusts;
        // Organisations that meet for the first time have no trust to lose.
        if (trusts is { } now && now != was && (was is not null || now)) yield return new TrustChanged(now);
    }

    private News? Size(int members, double workingSize)
    {
        var was = consultative;
        consultative = members > workingSize + MinutesBook.Consultative;
        return consultative == was ? null : consultative ? new BecameConsultative(members) : new BecameDecisive(members);
    }

    // Associations bring it up, once a year, when another group has become the one that is worst off.
    private AssociationsHeard? Spokesmen(Brief brief)
    {
        var (worst, year) = (Worst(brief), brief.Context.Month.Year);
        if (spokenFor == worst || spokenIn == year) return null;
        (spokenFor, spokenIn) = (worst, year);
        return new(worst, PerPerson(brief.Of(worst)));
    }

    private static TargetGroup Worst(Brief brief) => (TargetGroup)Enumerable.Range(0, TargetGroups.Count)
        .OrderByDescending(group => PerPerson(brief.Groups[group])).ThenBy(group => group).First();

    private static double PerPerson(in GroupState group) => group.Persons == 0 ? 0 : (double)group.Unmet / group.Persons;
}
