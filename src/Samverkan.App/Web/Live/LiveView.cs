using System.Collections.Immutable;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Live;

/// <summary>A run as it was last seen, and what pages draw of it: worked out once, however many look.</summary>
/// <param name="Last">The last month; null before the first one.</param>
/// <param name="Organisation">The last month's, from the nation down.</param>
/// <param name="Minutes">Of the last meetings, the latest first.</param>
/// <param name="Needs">Met and unmet needs by domain; null for a large world.</param>
/// <param name="Lines">Of every place that somebody looks at.</param>
public sealed record LiveView(
    RunStanding Run, Month? Last, Organisation Organisation, ImmutableArray<MinutesOnPage> Minutes, LiveChanges Changes,
    DomainNeeds? Needs,
    ImmutableArray<Frame> Frames, PlaceLines Lines)
{
    /// <summary>The lines of a place of the run, up to the last month.</summary>
    /// <param name="place">Path of an actor.</param>
    public ImmutableArray<DrawnLine> LinesOf(ActorPath? place) => Lines.Of(place, Frames);
}

/// <summary>Minutes as a page shows them.</summary>
public sealed record MinutesOnPage(string Key, string Text);

/// <summary>What a run changes in certain months, in words and by date.</summary>
/// <param name="All">What its scenario does, and what was laid over it.</param>
/// <param name="Decided">What was decided while it went on.</param>
public sealed record LiveChanges(ImmutableArray<DatedChange> All, ImmutableArray<DatedChange> Decided)
{
    internal static LiveChanges Of(Blueprint blueprint) => new(
        ScenarioDiff.Timeline(blueprint),
        ScenarioDiff.Timeline(blueprint
            with
        { Interventions = [.. blueprint.Interventions.Where(one => one.Decided is not null)], Events = [] }));
}
