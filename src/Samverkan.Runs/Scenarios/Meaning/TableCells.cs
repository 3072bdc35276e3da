using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Tables;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>The cells of a sheet as figures, with the place of each.</summary>
/// <param name="decimalCommas">Whether 16,5 is a number in this sheet.</param>
/// <param name="shown">What findings call the sheet.</param>
internal sealed class TableCells(bool decimalCommas, string shown, ReadingContext context)
{
    /// <summary>A sum below this without a unit was meant in thousands or millions.</summary>
    private const double LeastMoney = 1000;

    public List<OwnFigure> Figures { get; } = [];

    public List<ObservedOutcome> Outcomes { get; } = [];

    public Place At(CsvCell cell) => new(shown, cell.Line, cell.Column);

    /// <summary>The text of a cell without blanks around it.</summary>
    public ScalarNode Node(CsvCell cell)
    {
        var text = cell.Text.Trim();
        var place = At(cell) with { Column = cell.Column + cell.Text.IndexOf(text, StringComparison.Ordinal) };
        return new(place, Letters.Composed(text), false);
    }

    /// <summary>Reads a figure of a municipality: a value of a parameter, or what was observed
    /// of an indicator in a year.</summary>
    /// <param name="figure">As <see cref="TableColumns.FigureOf"/> gives it.</param>
    /// <param name="year">null: what holds now.</param>
    public void Read(string municipality, string figure, int? year, ScalarNode cell, double? tolerance = null)
    {
        var written = decimalCommas ? cell with { Text = Quantity.WithDecimalPoint(cell.Text) } : cell;
        if (Catalogue.Find(figure) is { } parameter)
            ReadParameter(municipality, parameter, year, written);
        else if (IndicatorCatalogue.Find(figure) is { } indicator)
            ReadOutcome(municipality, indicator, year, written, tolerance);
    }

    /// <summary>A tolerance of what was observed, in the indicator's unit.</summary>
    public double? Tolerance(string figure, ScalarNode cell) => IndicatorCatalogue.Find(figure) is { } indicator
        ? context.Quantity(decimalCommas ? cell with { Text = Quantity.WithDecimalPoint(cell.Text) } : cell, indicator)
        : null;

    /// <summary>
    /// A bare number is in the parameter's own unit: the header of a table has no place for units. But nobody
    /// means 95 kronor a year.
    /// </summary>
    private void ReadParameter(string municipality, ParameterInfo parameter, int? year, ScalarNode written)
    {
        var own = Units.Of(parameter.Measure).First(u => u.Factor == 1);
        var node = Quantity.Bare(written.Text) is { } number && !(IsMoney(own) && Math.Abs(number) is > 0 and < LeastMoney)
            ? written with { Text = $"{written.Text} {own.Text}" }
            : written;
        if (context.Value(node, parameter) is { } value)
            Figures.Add(new OwnFigure(municipality, parameter, value, written.Place, year));
    }

    private void ReadOutcome(string municipality, Indicator indicator, int? year, ScalarNode written, double? tolerance)
    {
        if (year is not { } observed)
            context.Findings.Error(written.Place, Codes.BadTable, $"'{indicator.Id}' is observed in a year: write it under the "
                + $"year, or '{indicator.Id} 2024' as the column.");
        else if (context.Quantity(written, indicator) is { } value)
            Outcomes.Add(new ObservedOutcome(municipality, indicator, observed, value, tolerance, written.Place));
    }

    private static bool IsMoney(Unit unit) => unit.Text is "SEK" or "SEK/yr" or "SEK/month";
}
