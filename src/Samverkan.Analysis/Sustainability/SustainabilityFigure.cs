using Samverkan.Analysis.Statistics;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Sustainability;

/// <summary>One figure by which the sustainability of a run is told.</summary>
/// <param name="Meaning">How it is computed, and after whom.</param>
public sealed record SustainabilityFigure(string Id, string Label, string Unit, int Decimals, Better Better, string Meaning)
{
    public static readonly SustainabilityFigure YearsSustained = new(
        "sustained.years", "years sustained", "years", 1, Better.Higher,
        "years from the run's start until the cooperation is dissolved or hollow, or until the run ends; 0 if it never began; "
            + "kept for one more edition");
    public static readonly SustainabilityFigure YearsStanding = new(
        "standing.years", "years until dissolved", "years", 1, Better.Higher,
        "years from the run's start until the last joint unit or agreement is given up, or until the run ends; 0 if the "
            + "cooperation never began");
    public static readonly SustainabilityFigure BenefitYears = new(
        "sustained.benefitYears", "area under benefit (years)", "years", 2, Better.Higher,
        "benefit (the share of needs met under care of both sectors) summed over the months that count, in years of full "
            + "benefit");
    public static readonly SustainabilityFigure Lag = new(
        "sustained.lag", "adaptation lag (months)", "months", 1, Better.Lower,
        "mean months from the first listing of a matter to the committee's decision on it");
    public static readonly SustainabilityFigure VoltageDrop = new(
        "sustained.voltageDrop", "voltage drop", "share", 2, Better.Lower,
        "share of the best year's benefit per krona that is gone in the last year (voltage drop: Chambers, Glasgow and Stange "
            + "2013)");
    public static readonly SustainabilityFigure Drift = new(
        "sustained.drift", "program drift", "share", 2, Better.Neither,
        "how far the services of the last year are from those of 1997: half the sum of the groups' changes in their share of "
            + "capacity (program drift: Chambers, Glasgow and Stange 2013)");
    public static readonly SustainabilityFigure Fit = new(
        "sustained.fit", "fit of capacity to need", "share", 2, Better.Higher,
        "overlap of the groups' shares of capacity with their shares of need, in the last year");

    /// <summary>What bounds it.</summary>
    public FigureKind Kind => Unit is "share" or "0 to 1" ? FigureKind.Index : FigureKind.Amount;

    /// <summary>Time, area, lag, drop, drift and fit.</summary>
    public static IReadOnlyList<SustainabilityFigure> Course { get; } =
        [YearsStanding, YearsSustained, BenefitYears, Lag, VoltageDrop, Drift, Fit];

    /// <summary>
    /// A profile by the eight domains of the Program Sustainability Assessment Tool (Luke et al., Prev Chronic Dis 2014;
    /// 11:130184), each mapped to a state of the model, 0 to 1. It is no answer to the tool's questions.
    /// </summary>
    public static IReadOnlyList<SustainabilityFigure> Profile { get; } =
    [
        Domain("environment", "environmental support", 2, "cooperation with primary care"),
        Domain("funding", "funding stability", 2,
            "share of months in which neither sector has a deficit over 1 % of its frame or shifts cost"),
        Domain("partnerships", "partnerships", 2, "trust in the committee"),
        Domain("capacity", "organisational capacity", 2, "share of posts that are filled, divided by strain where it is over 1"),
        Domain("evaluation", "program evaluation", 2, "12 / (12 + adaptation lag in months): how soon what is seen is acted on"),
        Domain("adaptation", "program adaptation", 2, "match of the content of care to needs"),
        Domain("communications", "communications", 2, "shared understanding in the committee"),
        Domain("planning", "strategic planning", 2, "strength of the agreement"),
    ];

    public static IReadOnlyList<SustainabilityFigure> All { get; } = [.. Course, .. Profile];

    private static SustainabilityFigure Domain(string id, string label, int decimals, string meaning) =>
        new($"profile.{id}", label, "0 to 1", decimals, Better.Higher, meaning);
}
