using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Sustainability;

namespace Samverkan.Analysis.Reports;

/// <summary>"years until dissolved 20.1 to 18.9 (-1.2; 95 % interval -2.0 .. -0.4)"</summary>
public static class LastingText
{
    public static string Of(PairedComparison comparison, int scenario)
    {
        var figure = SustainabilityFigure.YearsStanding;
        var cells = TableText.Cells(new(figure.Id, figure.Label, figure.Unit, comparison.Estimate(scenario, figure), figure.Decimals));
        var half = LastingOf.Scenario(comparison, scenario).Endings![0].MedianYears is { } years ? string.Create(CultureInfo.InvariantCulture, $"; half are dissolved within {years:0.0} years") : "";
        return $"{figure.Label} {cells.Base} to {cells.Other} ({cells.Difference}; 95 % interval {cells.Interval}){half}";
    }
}
