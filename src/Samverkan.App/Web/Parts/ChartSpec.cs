namespace Samverkan.App.Web.Parts;

/// <summary>What a chart shows, apart from how; <c>app.js</c> draws it in the page's theme and writes the same numbers as
/// CSV.</summary>
/// <param name="Kind">"band": lines over time with their range; "step": shares that fall over time; "interval": differences with
/// intervals.</param>
/// <param name="InWords">For those who do not see the chart.</param>
/// <param name="X">Months as "2003-01", or names of rows.</param>
/// <param name="Markers">Where on a time axis something begins.</param>
public sealed record ChartSpec(
    string Kind, string Name, string Title, string Unit, string InWords, IReadOnlyList<string> X,
    IReadOnlyList<ChartSeries> Series,
    IReadOnlyList<ChartMarker> Markers, int Height = 260, bool FromZero = false)
{
    /// <summary>Of whom, against what, when and from where: it stands below the picture in files.</summary>
    public string Source { get; init; } = "";
}

/// <param name="Place">Place of the scenario in the comparison: its colour and its dash.</param>
public sealed record ChartSeries(string Name, int Place, IReadOnlyList<double?> Y, IReadOnlyList<double?> Low,
    IReadOnlyList<double?> High)
{
    /// <summary>Lower end of the range of all that is not known; empty where there is none.</summary>
    public IReadOnlyList<double?> UnknownLow { get; init; } = [];

    /// <summary>Upper end of it.</summary>
    public IReadOnlyList<double?> UnknownHigh { get; init; } = [];
}

/// <param name="Label">A short sign at the line; what it stands for is told beside the charts.</param>
public sealed record ChartMarker(string X, string Label);
