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

    /// <summary>Tells of a cell that no heading explains. It is often the end of a number whose decimal comma parts the
    /// table.</summary>
    public bool AllHaveHeadings(string[] header, CsvCell[] row)
    {
        for (var i = 0; i < row.Length; i++)
            if ((i >= header.Length || header[i].Length == 0) && Node(row[i]) is { Text.Length: > 0 } stray)
            {
                context.Findings.Error(stray.Place, Codes.BadTable, $"'{ReadingContext.Short(stray.Text)}' stands in column "
                    + $"{i + 1}, which has no heading. Give it one, such as 'note', or quote a number with a decimal comma.");
                return false;
            }
        return true;
    }

    /// <summary>Reads a figure of a municipality: a value of a parameter, or what was observed
    /// of an indicator in a year.</summary>
    /// <param name="figure">As <see cref="TableColumns.FigureOf"/> gives it.</param>
    /// <param name="year">null: what holds now.</param>
    /// <param name="priceYear">The year in whose prices a sum is; null: the figure's own year, as far as prices are
    /// known.</param>
    public void Read(string municipality, string figure, int? year, ScalarNode cell, double? tolerance = null,
        int? priceYear = null)
    {
        var written = decimalCommas ? cell with { Text = Quantity.WithDecimalPoint(cell.Text) } : cell;
        if (Catalogue.Find(figure) is { } parameter)
            ReadParameter(municipality, parameter, year, written, priceYear);
        else if (IndicatorCatalogue.Find(figure) is { } indicator)
            ReadOutcome(municipality, indicator, year, written, tolerance, priceYear);
    }

    /// <summary>A tolerance of what was observed, in the indicator's unit.</summary>
    public double? Tolerance(string figure, ScalarNode cell) => IndicatorCatalogue.Find(figure) is { } indicator
        ? context.Quantity(decimalCommas ? cell with { Text = Quantity.WithDecimalPoint(cell.Text) } : cell, indicator)
        : null;

    /// <summary>
    /// A bare number is in the parameter's own unit: the header of a table has no place for units. But nobody
    /// means 95 kronor a year.
    /// </summary>
    private void ReadParameter(string municipality, ParameterInfo parameter, int? year, ScalarNode written, int? priceYear)
    {
        var own = Units.Of(parameter.Measure).First(u => u.Factor == 1);
        var node = Quantity.Bare(written.Text) is { } number && !(IsMoney(own) && Math.Abs(number) is > 0 and < LeastMoney)
            ? written with { Text = $"{written.Text} {own.Text}" }
            : written;
        if (context.Value(node, parameter) is not { } value)
            return;
        if (parameter.IsMoney)
            value = context.Kept(parameter, value * ToPricesOfTheWorld(year, priceYear));
        Figures.Add(new OwnFigure(municipality, parameter, value, written.Place, year));
    }

    private void ReadOutcome(string municipality, Indicator indicator, int? year, ScalarNode written, double? tolerance,
        int? priceYear)
    {
        if (year is not { } observed)
            context.Findings.Error(written.Place, Codes.BadTable, $"'{indicator.Id}' is observed in a year: write it under the "
                + $"year, or '{indicator.Id} 2024' as the column.");
        else if (context.Quantity(written, indicator) is { } value)
            Outcomes.Add(new ObservedOutcome(
                municipality, indicator, observed, value * Prices(), tolerance * Prices(), written.Place));

        double Prices() => TriggerReading.MeasureOf(indicator) == Measure.Sek ? ToPricesOfTheWorld(year, priceYear) : 1;
    }

    // A sum of a year is in its prices, as far as they are known; one of now, or of years to come, in those of the world.
    private double ToPricesOfTheWorld(int? year, int? said)
    {
        var stated = said ?? (year is { } of && of < context.PriceYear && PriceIndex.IsKnown(of) ? of : context.PriceYear);
        return stated == context.PriceYear ? 1 : PriceIndex.Of(context.PriceYear) / PriceIndex.Of(stated);
    }

    private static bool IsMoney(Unit unit) => unit.Text is "SEK" or "SEK/yr" or "SEK/month";
}
