using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary>Distributions of an uncertain value, stated or from the evidence in the catalogue.</summary>
internal static class BeliefReading
{
    /// <summary>How far a value may be off, as share of it, for what it rests on. Stated in the docs; a convention, not a
    /// finding.</summary>
    public static double Doubt(Evidence evidence) => evidence switch
    {
        Evidence.Study => .10,
        Evidence.Derived => .15,
        Evidence.Expert => .25,
        _ => .50,
    };

    public static Belief OfEvidence(ParameterInfo parameter, double start) =>
        parameter.Measure == Measure.Switch ? new(BeliefKind.Either, 0, 1, 0, 0, 1)
            : Within(parameter, start, Doubt(parameter.Evidence));

    public static Belief? Read(Entry said, ParameterInfo parameter, double start, ReadingContext context)
    {
        if (said.Name == "within")
            return context.Quantity(said.Value as ScalarNode, Measure.Share) is not { } share ? null
                : share is > 0 and <= 10 ? Within(parameter, start, share)
                : Refuse(said.Value.Place, $"'{((ScalarNode)said.Value).Text}' is not a share such as '30 %'.", context);
        var kind = said.Name switch
        {
            "uniform" => BeliefKind.Uniform,
            "log-uniform" => BeliefKind.LogUniform,
            "triangular" => BeliefKind.Triangular,
            "normal" => BeliefKind.Normal,
            _ => BeliefKind.LogNormal,
        };
        var wanted = kind == BeliefKind.Triangular ? 3 : 2;
        var nodes = (said.Value as ListNode)?.Items.OfType<ScalarNode>().ToList() ?? [];
        if (nodes.Count != wanted)
            return Refuse(said.Value.Place, $"'{said.Name}' is written with {wanted} values, such as {Example(kind, parameter)}.",
                context);
        var values = nodes.Select((n, i) =>
            context.Quantity(n, kind == BeliefKind.LogNormal && i == 1 ? Measure.Number : parameter.Measure)).ToList();
        if (values.Any(v => v is null))
            return null;
        var (a, b, c) = kind == BeliefKind.Triangular ? (values[0]!.Value, values[2]!.Value, values[1]!.Value)
            : (values[0]!.Value, values[1]!.Value, 0);
        return Check(kind, a, b, c, nodes, parameter, context)
            ? new(kind, a, b, c, Bounded(kind) ? a : parameter.Min, Bounded(kind) ? b : parameter.Max)
            : null;
    }

    /// <summary>Cut at other quantiles than the usual ones.</summary>
    public static Belief? Cut(Belief belief, Node cut, ReadingContext context)
    {
        if (Bounded(belief.Kind))
            return Refuse(cut.Place, "'cut' is for 'normal' and 'lognormal': other distributions end where they say.", context,
                Codes.Contradiction);
        var nodes = (cut as ListNode)?.Items.OfType<ScalarNode>().ToList() ?? [];
        if (nodes.Count != 2)
            return Refuse(cut.Place, "'cut' is written with two quantiles, such as [5 %, 95 %].", context);
        if (context.Quantity(nodes[0], Measure.Share) is not { } low || context.Quantity(nodes[1], Measure.Share) is not { } high)
            return null;
        return low >= 0 && low < high && high <= 1
            ? belief with { CutBelow = low, CutAbove = high }
            : Refuse(nodes[0].Place, $"'{nodes[0].Text}, {nodes[1].Text}' does not rise from 0 % or more to 100 % or less.",
                context);
    }

    private static bool Bounded(BeliefKind kind) => kind is BeliefKind.Uniform or BeliefKind.LogUniform or BeliefKind.Triangular;

    /// <summary>Of a value of 0, the share is taken of half the parameter's range.</summary>
    private static Belief Within(ParameterInfo parameter, double start, double share)
    {
        var half = share * (start == 0 ? (parameter.Max - parameter.Min) / 2 : Math.Abs(start));
        var (low, high) = (Math.Max(parameter.Min, start - half), Math.Min(parameter.Max, start + half));
        return new(BeliefKind.Uniform, low, high, 0, low, high);
    }

    private static bool Check(BeliefKind kind, double a, double b, double c, List<ScalarNode> nodes, ParameterInfo parameter,
        ReadingContext context)
    {
        var ends = Bounded(kind) ? nodes : [nodes[0]];
        foreach (var node in ends)
            if (context.Quantity(node, parameter.Measure) is { } value && (value < parameter.Min || value > parameter.Max))
                return Refuse(node.Place, ParameterReading.OutOfRange(node.Text, value, parameter), context, Codes.OutOfRange)
                    is not null;
        var ordered = kind == BeliefKind.Triangular ? a <= c && c <= b && a < b : !Bounded(kind) || a < b;
        if (!ordered)
            return Refuse(nodes[0].Place,
                $"'{string.Join(", ", nodes.Select(n => n.Text))}' does not rise from the least value to the largest.", context)
                    is not null;
        if (kind is BeliefKind.Normal or BeliefKind.LogNormal && b <= 0)
            return Refuse(nodes[1].Place, $"'{nodes[1].Text}' is no standard deviation: it is more than 0.", context) is not null;
        if (kind is BeliefKind.LogUniform or BeliefKind.LogNormal && a <= 0)
            return Refuse(nodes[0].Place, $"'{nodes[0].Text}' has no logarithm: write a value above 0, or another distribution.",
                context) is not null;
        return true;
    }

    private static string Example(BeliefKind kind, ParameterInfo parameter)
    {
        string Text(double value) => QuantityText.Of(value, parameter.Measure);
        var (low, start, high) = (parameter.Min, parameter.Default, parameter.Max);
        return kind switch
        {
            BeliefKind.Triangular => $"[{Text(low)}, {Text(start)}, {Text(high)}]",
            BeliefKind.Normal => $"[{Text(start)}, {Text((high - low) / 10)}]",
            BeliefKind.LogNormal => $"[{Text(start)}, 0.2]",
            _ => $"[{Text(low)}, {Text(high)}]",
        };
    }

    private static Belief? Refuse(Place place, string message, ReadingContext context, string code = Codes.BadDistribution)
    {
        context.Findings.Error(place, code, message);
        return null;
    }
}
