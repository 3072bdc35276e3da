using System.Collections.Immutable;

namespace Samverkan.Model.Policies;

/// <summary>What an intervention does to the value that it finds.</summary>
public enum Operation { Set, Add, Multiply }

/// <summary>The arithmetic of an <see cref="Operation"/>.</summary>
public static class Operations
{
    /// <summary>The new value of a parameter.</summary>
    /// <param name="operation">What is done.</param>
    /// <param name="before">The value that is there, in the parameter's unit.</param>
    /// <param name="number">The value that is set, the amount that is added, or the factor.</param>
    public static double Apply(this Operation operation, double before, double number) => operation switch
    {
        Operation.Set => number,
        Operation.Add => before + number,
        Operation.Multiply => before * number,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}

/// <summary>How a ramp goes from the old value to the new one.</summary>
public enum RampShape { Linear, Smooth }

/// <summary>A change that arrives little by little.</summary>
/// <param name="Months">Months from the start to the full change; at least 1.</param>
public sealed record Ramp(int Months, RampShape Shape);

/// <summary>Starts something when the world is in a stated condition; read on last month's reports.</summary>
/// <param name="Indicator">An id of the indicator catalogue, read per municipality (summed or averaged over the scope).</param>
/// <param name="Above">True: above the threshold; false: below it.</param>
/// <param name="ForMonths">Consecutive months that the condition must hold; at least 1.</param>
/// <param name="Repeatedly">False: fires once and stays; true: is in force just while the condition holds.</param>
public sealed record Trigger(string Indicator, bool Above, double Threshold, int ForMonths, bool Repeatedly);

/// <summary>A dated or triggered change of one parameter's value.</summary>
/// <param name="Id">Unique in the scenario; how other files refer to it.</param>
/// <param name="Parameter">Id in the parameter catalogue.</param>
/// <param name="At">First month in force; null when <paramref name="When"/> decides.</param>
/// <param name="Until">Last month in force (inclusive); null: for good.</param>
/// <param name="Seasons">Months of the year (1 to 12) in which it is in force; empty: all.</param>
/// <param name="Decided">Nobody plans for it before this month, and its condition is not watched before; null: known from the
/// start.</param>
public sealed record Intervention(
    string Id,
    string Parameter,
    Scope Scope,
    Operation Operation,
    double Value,
    Month? At,
    Month? Until = null,
    Ramp? Ramp = null,
    ImmutableArray<int> Seasons = default,
    Trigger? When = null,
    Month? Decided = null);
