using Samverkan.Analysis.Patterns.Elsewhere;
using Samverkan.Analysis.Patterns.Observed;
using Samverkan.Analysis.Patterns.Stated;

namespace Samverkan.Analysis.Patterns;

/// <summary>Every pattern: 1 to 8 that the design states, V1 to V12 that were observed in the case, T1 to T5 from trials
/// elsewhere.</summary>
public static class PatternList
{
    public static IReadOnlyList<Pattern> All { get; } =
    [
        new NeedsInPublishedRange(), new EndOfStimulus(), new IntegrationHelps(), new SustainedWithFeatures(),
        new DiminishingMeetings(), new CutsShiftCost(), new CollapseIsFaster(), new CommitteeWidens(),
        new OutlivesTheMoney(), new SavingsIntoTraining(), new BreadthRatchets(), new CommitteeTrailsBreadth(),
        new MeetingsFallAndRebound(), new TeamsOutlastCommittee(), new RevisionsCluster(), new TrustRescues(),
        new NeedMixShifts(), new RolesSpecialise(), new EdgeWeakensFirst(), new CostEffective(),
        new GovernanceAlone(), new CaseManagement(), new FeedbackOfNeeds(), new JointTrainingAlone(), new TreatmentAtHome(),
    ];

    /// <summary>The worlds that some patterns are judged in, each once.</summary>
    public static IReadOnlyList<Variant> WorldsOf(IEnumerable<Pattern> patterns) =>
        [.. patterns.SelectMany(pattern => pattern.Needs).DistinctBy(variant => variant.Name)];
}
