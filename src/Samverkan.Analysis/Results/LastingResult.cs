namespace Samverkan.Analysis.Results;

/// <summary>How cooperations last.</summary>
/// <param name="All">Cooperations, of all replications together.</param>
/// <param name="Began">Those of them that began.</param>
/// <param name="Endings">What can happen to them, each with its own curve; of results of 0.1.0 the one that they have.</param>
/// <param name="Recovery">How the shock was come through, in English; null for the base.</param>
/// <param name="Course">Figures of the course of a cooperation.</param>
/// <param name="Profile">The eight domains of the Program Sustainability Assessment Tool.</param>
public sealed record LastingResult(
    int All, int Began, IReadOnlyList<EndingResult> Endings, string? Recovery, IReadOnlyList<ResultRow> Course,
        IReadOnlyList<ResultRow> Profile)
{
    public EndingResult Ending(string id) => Endings.Single(one => one.Id == id);
}

/// <summary>One thing that can happen to a cooperation.</summary>
/// <param name="Id">dissolved, hollow or benefitLost; lost in results of 0.1.0.</param>
/// <param name="Count">How many cooperations ended so.</param>
/// <param name="Curve">Share that did not, from each month on in which one did.</param>
/// <param name="MedianYears">Years until half have; null if more than half have not.</param>
/// <param name="Test">How it compares to the base, in English; null for the base, or where it never happened.</param>
public sealed record EndingResult(string Id, int Count, IReadOnlyList<CurveStep> Curve, double? MedianYears, string? Test);

/// <summary>From a month on.</summary>
/// <param name="Low">Lower end of the pointwise 95 % interval.</param>
public sealed record CurveStep(string Month, int AtRisk, double Share, double Low, double High);
