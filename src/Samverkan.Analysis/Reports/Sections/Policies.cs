using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>All policies in one table, where there are several.</summary>
internal static class Policies
{
    public static string? Of(ComparisonResult facts, string rank) => facts.Others.Count() < 2
        ? null
        : Html.Cells(
            $"What each policy changes against {facts.Base.Title}, ranked by {PolicyTable.LabelOf(facts, rank)}",
                PolicyTable.Heads(facts, rank),
            PolicyTable.Cells(facts, rank))
            + Html.Paragraph(
                "Differences with their 95 % intervals; ✓ better, ✗ worse, where the interval leaves out 0. Totals are over the "
                    + "whole horizon. A policy's row is the same "
                + "whatever stands beside it. 'report --rank' ranks by another outcome.", "note");
}
