namespace Samverkan.Analysis.Studies.Answers;

/// <summary>What is said instead of a verdict where nothing is repeated.</summary>
internal static class OneRun
{
    public const string Told = "One replication tells a story, not an effect: run more to know.";
}
