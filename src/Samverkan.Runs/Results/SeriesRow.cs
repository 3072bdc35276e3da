using Samverkan.Model;
using Samverkan.Model.Indicators;

namespace Samverkan.Runs.Results;

/// <summary>Which run a row belongs to.</summary>
public sealed record RunLabel(string Scenario, int Replication, ulong Seed);

/// <summary>One row of the series, without what all rows of its run share.</summary>
public readonly record struct SeriesRow(Month Month, ActorPath Actor, string? Group, Indicator Indicator, double Value);
