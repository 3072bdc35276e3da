using Samverkan.Model.Indicators;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Statistics;

/// <summary>What bounds a figure, which decides how its intervals are made.</summary>
public enum FigureKind
{
    /// <summary>Any number.</summary>
    Amount,
    /// <summary>Something measured from 0 to 1, such as trust; a difference lies between -1 and 1.</summary>
    Index,
    /// <summary>How many of those there are: from 0 to 1, and of a single run often 0 or 1 alone.</summary>
    Share,
}

/// <summary>Tells the kind of a figure.</summary>
public static class FigureKinds
{
    public static FigureKind Kind(this Indicator indicator) => indicator.Unit switch
    {
        "share" or "index" when !indicator.IsUnbounded => FigureKind.Index,
        // On or off in a run: over runs, how often.
        "switch" => FigureKind.Share,
        _ => FigureKind.Amount,
    };

    public static FigureKind Kind(this Outcome outcome) => outcome switch
    {
        { Indicator: { } indicator } => indicator.Kind(),
        { Fate: not null, Unit: "share" } => FigureKind.Share,
        _ => FigureKind.Amount,
    };

    /// <summary>The value within what a level of this kind can be.</summary>
    public static double Level(this FigureKind kind, double value) => kind == FigureKind.Amount ? value : Math.Clamp(value, 0, 1);

    /// <summary>The value within what a difference of this kind can be.</summary>
    public static double Change(this FigureKind kind, double value) =>
        kind == FigureKind.Amount ? value : Math.Clamp(value, -1, 1);
}
