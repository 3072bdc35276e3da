using System.Collections.Immutable;

namespace Samverkan.Runs.Scenarios;

/// <summary>A scenario cannot be used. Carries everything that was found, not just the first error.</summary>
public sealed class ScenarioErrors(ImmutableArray<Finding> findings)
    : Exception(string.Join(Environment.NewLine, findings))
{
    /// <summary>At least one error; warnings and notes among them. In the order of file and line.</summary>
    public ImmutableArray<Finding> Findings { get; } = findings;
}
