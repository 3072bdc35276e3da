using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.Runs.Studies;

/// <summary>Values of parameters as scenario files write them.</summary>
public static class ParameterText
{
    private const int Digits = 3;

    /// <summary>With its unit, to three digits that count.</summary>
    public static string Of(ParameterInfo parameter, double value)
    {
        if (value == 0 || !double.IsFinite(value))
            return QuantityText.Of(value, parameter.Measure);
        var scale = Math.Pow(10, Digits - 1 - Math.Floor(Math.Log10(Math.Abs(value))));
        return QuantityText.Of(Math.Round(value * scale) / scale, parameter.Measure);
    }

    /// <summary>The unit in which values are kept in tables, such as "meetings/yr", "share" or "share/month".</summary>
    public static string UnitOf(ParameterInfo parameter) => parameter.Measure switch
    {
        Measure.Switch or Measure.Number or Measure.Count => "number",
        // Per cent are how shares are written, not how they are kept.
        var measure when Units.Of(measure)[0].Text.StartsWith('%') => "share" + Units.Of(measure)[0].Text[1..],
        var measure => Units.Of(measure)[0].Text,
    };
}
