using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Statistics;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Doses;

/// <summary>What a lever does to a figure, dose by dose, with common random numbers.</summary>
/// <param name="figures">By dose, then by replication.</param>
public sealed class Response(Indicator indicator, IReadOnlyList<double[]> figures)
{
    private const double Level = 0.03;
    private const double Flat = 0.10;
    private const int FewestForShape = 4;

    public Indicator Indicator => indicator;

    public double Mean(int dose) => figures[dose].Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();

    /// <summary>From the least to the largest dose.</summary>
    public PairedEstimate Whole { get; } = PairedEstimate.Of(figures[0], figures[^1], Better.Neither, indicator.Kind());

    /// <summary>The same as a share of the figure's size at the least dose, or at the largest where it is 0 there.</summary>
    public double Share => Whole.Difference / Math.Abs(Whole.Base != 0 ? Whole.Base : Whole.Other);

    /// <summary>The dose at which the direction turns clearly; null if it never does.</summary>
    public int? Reversal { get; } = FirstReversal(figures, indicator.Kind());

    /// <summary>Whether the last step adds less than a tenth of the largest: more of the lever gains nothing more.</summary>
    public bool Saturates
    {
        get
        {
            if (figures.Count < FewestForShape || !Whole.IsClear || Reversal is not null) return false;
            var steps = Enumerable.Range(1, figures.Count - 1).Select(dose => Math.Abs(Mean(dose) - Mean(dose - 1))).ToList();
            return steps[^1] < Flat * steps.Max();
        }
    }

    /// <summary>Whether sign and size are as expected.</summary>
    public bool Meets(Expectation expected)
    {
        var hardly = double.IsNaN(Whole.Difference) || Whole.Difference == 0 || Math.Abs(Share) <= Level;
        var sign = expected.Sense switch
        {
            Sense.Raises => Whole.IsClear && Whole.Difference > 0,
            Sense.Lowers => Whole.IsClear && Whole.Difference < 0,
            Sense.HardlyMoves => hardly,
            _ => hardly || Whole.Difference < 0,
        };
        return sign && (hardly || Math.Abs(Share) <= expected.Most);
    }

    /// <summary>The dose at which the direction turns clearly; null if it never does.</summary>
    /// <param name="figures">By dose, then by replication.</param>
    internal static int? FirstReversal(IReadOnlyList<double[]> figures, FigureKind kind)
    {
        var sign = 0;
        for (var dose = 1; dose < figures.Count; dose++)
        {
            var step = PairedEstimate.Of(figures[dose - 1], figures[dose], Better.Neither, kind);
            if (!step.IsClear) continue;
            if (sign != 0 && Math.Sign(step.Difference) != sign) return dose - 1;
            sign = Math.Sign(step.Difference);
        }
        return null;
    }
}

/// <summary>A lever with its responses.</summary>
/// <param name="Responses">The figures that something is expected of, unmet needs first.</param>
public sealed record DosedLever(Ladder Lever, IReadOnlyList<Response> Responses)
{
    public Response Of(Indicator indicator) => Responses.First(one => one.Indicator == indicator);
}
