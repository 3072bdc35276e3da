using System.Collections.Immutable;

namespace Samverkan.Runs.Scenarios;

/// <summary>A scenario or a study cannot be used. Carries everything that was found, not just the first error.</summary>
public sealed class ScenarioErrors(ImmutableArray<Finding> findings)
    : Exception(string.Join(Environment.NewLine, findings))
{
    /// <summary>At least one error; warnings and notes among them. In the order of file and line.</summary>
    public ImmutableArray<Finding> Findings { get; } = findings;

    /// <summary>Whether they were found in a study.</summary>
    public bool AreOfStudy { get; init; }
}
