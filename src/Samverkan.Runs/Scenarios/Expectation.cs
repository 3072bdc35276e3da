using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Scenarios.Own;

namespace Samverkan.Runs.Scenarios;

public enum Comparison { Less, AtMost, Greater, AtLeast, Equal }

/// <summary>What a planner expects to see, written down before the run.</summary>
/// <param name="Indicator">What is measured; null: an outcome of one's own.</param>
/// <param name="Outcome">Over the expectation's period; null: an indicator.</param>
/// <param name="Versus">Id of the scenario that it is compared with; null: the indicator's own value is judged.</param>
/// <param name="From">First month of the period over which the indicator is reduced (see <see cref="Indicator.Over"/>).</param>
/// <param name="To">Last month of the period.</param>
/// <param name="Value">
/// In the indicator's unit; with <paramref name="Relative"/> a share of the other scenario's value, so that "lt -0.05" says
/// "at least five per cent less".
/// </param>
/// <param name="InWords">A sentence for reports: "unmet needs per person, 2008-01 to 2012-12, against baseline: more than +5
/// %".</param>
public sealed record Expectation(
    Indicator? Indicator, OwnOutcome? Outcome, string? Versus, Month From, Month To, Comparison Comparison, double Value,
    bool Relative, string InWords, string? Because, Place Place)
{
    /// <summary>Whether it held.</summary>
    /// <param name="own">The indicator over the period in this scenario.</param>
    /// <param name="other">The same in the other scenario; ignored where there is none.</param>
    public bool Holds(double own, double other)
    {
        var bound = Bound(other);
        return Comparison switch
        {
            Comparison.Less => own < bound,
            Comparison.AtMost => own <= bound,
            Comparison.Greater => own > bound,
            Comparison.AtLeast => own >= bound,
            _ => own == bound,
        };
    }

    /// <summary>The value of this scenario that would lie just on the line.</summary>
    public double Bound(double other) => Versus is null ? Value : other + (Relative ? Value * Math.Abs(other) : Value);
}
