using System.Collections.Immutable;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Studies;

/// <summary>The headline indicators in the order in which records keep them year by year.</summary>
public static class HeadlineColumns
{
    public static ImmutableArray<Indicator> All { get; } = [.. IndicatorCatalogue.All.Where(i => i.Headline)];

    public static int Count => All.Length;
}
