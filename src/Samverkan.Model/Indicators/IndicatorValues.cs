namespace Samverkan.Model.Indicators;

/// <summary>One value per indicator of one actor and month; those not measured are absent.</summary>
public sealed class IndicatorValues
{
    private readonly double[] values = new double[IndicatorCatalogue.All.Count];

    public IndicatorValues() => Array.Fill(values, double.NaN);

    /// <summary>All that is reported for a level, each by its formula.</summary>
    public static IndicatorValues Of(MonthFacts month, Levels level)
    {
        var all = new IndicatorValues();
        foreach (var indicator in IndicatorCatalogue.All)
            if (indicator.IsReportedFor(level))
                all[indicator] = indicator.Of(month);
        return all;
    }

    public double this[Indicator indicator]
    {
        get => values[indicator.Index];
        set => values[indicator.Index] = value;
    }

    /// <summary>The value by the indicator's id, or null if there is none.</summary>
    public double? Read(string id) =>
        IndicatorCatalogue.Find(id) is { } indicator && !double.IsNaN(values[indicator.Index]) ? values[indicator.Index] : null;

    public bool Has(Indicator indicator) => !double.IsNaN(values[indicator.Index]);
}
