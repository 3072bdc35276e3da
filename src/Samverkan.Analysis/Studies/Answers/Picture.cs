using System.Text.Json.Serialization;
using Samverkan.Analysis.Sustainability;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>What is to be drawn beside a table: data alone, so that it can be kept and drawn again.</summary>
[JsonDerivedType(typeof(Curve), "curve")]
[JsonDerivedType(typeof(Dots), "dots")]
[JsonDerivedType(typeof(Bars), "bars")]
[JsonDerivedType(typeof(Stack), "stack")]
[JsonDerivedType(typeof(Ranges), "ranges")]
[JsonDerivedType(typeof(OverYears), "years")]
[JsonDerivedType(typeof(Survival), "survival")]
[JsonDerivedType(typeof(Panels), "panels")]
[JsonDerivedType(typeof(Plane), "plane")]
public abstract record Picture(string Title, string Unit);

/// <summary>A level along a lever, a line for each scenario.</summary>
/// <param name="Lever">What is written along the bottom.</param>
public sealed record Curve(string Title, string Unit, string Lever, IReadOnlyList<CurveLine> Lines) : Picture(Title, Unit);

/// <param name="Place">The scenario's place in the study, which gives it its colour.</param>
public sealed record CurveLine(int Place, string Label, IReadOnlyList<CurvePoint> Points);

/// <param name="Low">Lower end of the 95 % interval of the mean.</param>
/// <param name="P10">Tenth percentile over the runs.</param>
public sealed record CurvePoint(double At, double Mean, double Low, double High, double P10, double P90);

/// <summary>Means with their intervals: a row for each thing, a mark for each scenario.</summary>
/// <param name="Zero">Whether no difference is marked by a line.</param>
public sealed record Dots(string Title, string Unit, IReadOnlyList<string> Rows, IReadOnlyList<string> Scenarios,
    IReadOnlyList<Dot> Points, bool Zero) : Picture(Title, Unit);

public sealed record Dot(int Place, int Row, double Value, double Low, double High);

/// <summary>How much each factor matters, the foremost on top.</summary>
/// <param name="Series">What the bars of a row are, one name for each.</param>
/// <param name="Mirrored">Both bars of a row lie on one line and point where they will, as in a tornado.</param>
public sealed record Bars(string Title, string Unit, IReadOnlyList<string> Series, IReadOnlyList<BarRow> Rows, bool Mirrored)
    : Picture(Title, Unit);

/// <param name="Assumed">Whether the factor's value is an assumption.</param>
public sealed record BarRow(string Label, bool Assumed, IReadOnlyList<Bar> Values);

/// <summary>From 0 to a value, with its interval; not a number where there is none.</summary>
public sealed record Bar(double Value, double Low, double High);

/// <summary>What a whole is made of, a row for each whole. Shares of a row add up to 1.</summary>
public sealed record Stack(string Title, IReadOnlyList<string> Parts, IReadOnlyList<StackRow> Rows) : Picture(Title, "per cent");

public sealed record StackRow(string Label, IReadOnlyList<double> Shares);

/// <summary>Ranges within what was thought possible.</summary>
/// <param name="Low">Where the axis begins.</param>
/// <param name="Zone">What a range should lie in; null: nothing is said.</param>
public sealed record Ranges(string Title, string Unit, double Low, double High, IReadOnlyList<RangeRow> Rows, string RangeName,
    string? MarkName, Zone? Zone) : Picture(Title, Unit);

public sealed record Zone(double Low, double High, string Name);

/// <param name="Middle">The middle of what is in the range; not a number: none.</param>
/// <param name="Mark">A value to set beside it; not a number: none.</param>
/// <param name="Words">The range as one says it.</param>
public sealed record RangeRow(string Label, double From, double To, double Middle, double Mark, string Words);

/// <summary>One indicator year by year, a line for each scenario.</summary>
public sealed record OverYears(string Id, string Title, string Unit, IReadOnlyList<int> Years, IReadOnlyList<YearsLine> Lines)
    : Picture(Title, Unit);

/// <param name="Mean">For each of the years; not a number where nothing is defined.</param>
/// <param name="P10">Tenth percentile over the runs.</param>
public sealed record YearsLine(int Place, string Label, IReadOnlyList<double> Mean, IReadOnlyList<double> P10,
    IReadOnlyList<double> P90);

/// <summary>The share of cooperations that last, by Kaplan and Meier, a line for each scenario.</summary>
public sealed record Survival(string Title, string From, string To, IReadOnlyList<SurvivalLine> Lines)
    : Picture(Title, "per cent");

/// <summary>Several pictures side by side.</summary>
public sealed record Panels(string Title, IReadOnlyList<Picture> Pictures) : Picture(Title, "");

/// <summary>What is got for what is paid: a point for each choice, and the front of those that nothing beats.</summary>
/// <param name="Unit">What is paid, along the bottom.</param>
/// <param name="Got">What is got, from below upward.</param>
/// <param name="Limit">The most that may be paid; null: no limit.</param>
/// <param name="Key">What the letters of points stand for.</param>
public sealed record Plane(
    string Title, string Unit, string Got, IReadOnlyList<PlanePoint> Points, double? Limit, IReadOnlyList<string> Key)
    : Picture(Title, Unit);

/// <param name="Letters">What is written beside it.</param>
/// <param name="Words">The choice by its name.</param>
public sealed record PlanePoint(string Letters, double Paid, double Got, bool OnFront, bool IsBest, string Words);
