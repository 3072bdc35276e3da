using Samverkan.Model;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary><c>during</c>: a period within the horizon.</summary>
internal static class DuringReading
{
    /// <summary>"2008..2012"; null if nothing is written, or if it is no period, which was told.</summary>
    public static (Month From, Month To)? Of(ScalarNode? node, ReadingContext context)
    {
        if (node is null)
            return null;
        if (Dates.Period(node.Text) is not var (from, to))
        {
            context.Findings.Error(
                node.Place, Codes.BadDate, $"'{node.Text}' is not a period such as '2008..2012' or '2008-03..2012-06'.");
            return null;
        }
        if (to < from)
            context.Findings.Error(node.Place, Codes.DatesReversed, $"The period ends in {to}, before it starts in {from}.");
        DateCheck.InHorizon(from, node.Place, "during", context);
        DateCheck.InHorizon(to, node.Place, "during", context);
        return (from, to);
    }
}
