using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Runs.Scenarios.Differing;

namespace Samverkan.Runs.Scenarios;

/// <summary>What one scenario does that another does not.</summary>
/// <param name="Lines">In plain words with dates: what holds from the start first, then by date. Empty: they are the
/// same.</param>
/// <param name="UnchangedParameters">How many parameters have the same value in every month.</param>
/// <param name="Dated">Those of the lines that begin in a certain month, by date.</param>
public sealed record Differences(ImmutableArray<string> Lines, int UnchangedParameters, ImmutableArray<DatedChange> Dated);

/// <summary>Something that a scenario does from a month on.</summary>
/// <param name="Until">Last month of it; null: it has no end.</param>
public sealed record DatedChange(Month At, string Words, Month? Until = null);

/// <summary>Compares two scenarios before anything is run.</summary>
public static class ScenarioDiff
{
    /// <summary>What <paramref name="b"/> does otherwise than <paramref name="a"/>.</summary>
    public static Differences InWords(Scenario a, Scenario b) =>
        DifferencesInWords.Of(a.Blueprint, b.Blueprint, a.StatedHere, b.StatedHere);

    /// <inheritdoc cref="InWords(Scenario, Scenario)"/>
    public static Differences InWords(Blueprint a, Blueprint b) => DifferencesInWords.Of(a, b);

    /// <summary>All that a blueprint does in certain months: its interventions and events.</summary>
    public static ImmutableArray<DatedChange> Timeline(Blueprint blueprint) =>
        InWords(blueprint with { Interventions = [], Events = [] }, blueprint).Dated;

    /// <summary>The changes that make one scenario out of another, each by itself, in the order of their words.</summary>
    /// <exception cref="InvalidOperationException">
    /// They are of different places or years: that is no change of policy.
    /// </exception>
    public static ImmutableArray<ScenarioChange> Changes(Scenario a, Scenario b) => ChangesByThemselves.Of(a, b);

    /// <summary>Whether two scenarios are of the same place and the same years, so that changes tell them apart.</summary>
    public static bool SamePlaceAndYears(Blueprint a, Blueprint b) => Effects.SameMap(a, b)
        && (a.Begins, a.From, a.To, a.PastCooperation) == (b.Begins, b.From, b.To, b.PastCooperation);

    /// <summary>
    /// The first month in which the two can differ in effect: null if never; a month before the start of the warm-up if
    /// they differ from the start. A condition (<c>when</c>) can hold from the first reported month on. Ids have no effect.
    /// </summary>
    public static Month? FirstDifference(Scenario a, Scenario b) => Divergence.First(a.Blueprint, b.Blueprint);

    /// <summary>
    /// The first month that a difference is stated for, without regard to how far ahead it is known; null if they never differ,
    /// or differ by what a condition starts alone.
    /// </summary>
    public static Month? FirstStated(Scenario a, Scenario b) => Divergence.FirstStated(a.Blueprint, b.Blueprint);

    /// <inheritdoc cref="FirstDifference(Scenario, Scenario)"/>
    public static Month? FirstDifference(Blueprint a, Blueprint b) => Divergence.First(a, b);
}
