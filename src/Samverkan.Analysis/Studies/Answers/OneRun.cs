using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>What is said instead of a verdict where nothing is repeated.</summary>
internal static class OneRun
{
    public const string Told = "One replication tells a story, not an effect: run more to know.";

    /// <summary>The same where samples share the one replication, so that its luck is in all of them.</summary>
    public const string ToldOfDraws =
        "One replication cannot tell an effect from luck that all draws share: run more to know.";

    public static string Of(Study study) => study.Sampling is null ? Told : ToldOfDraws;
}
