namespace Samverkan.Analysis.Sustainability;

/// <summary>How long the cooperations of one scenario last, ready to be drawn.</summary>
/// <param name="Began">Cooperations that began, over all runs.</param>
/// <param name="Curve">A step for each month in which one is lost.</param>
public sealed record SurvivalLine(int Place, string Label, int Began, int Lost, IReadOnlyList<SurvivalPoint> Curve);

/// <param name="Low">Lower end of the pointwise 95 % interval; not a number where there is none.</param>
public sealed record SurvivalPoint(string Month, double Share, double Low, double High);
