namespace Samverkan.Runs.Results;

/// <summary>Comma-separated values as RFC 4180 has them.</summary>
public static class Csv
{
    /// <summary>The text itself, or quoted where it would be read as more than one field.</summary>
    public static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";

    /// <summary>The shortest digits that give back the number; nothing for what is not a number.</summary>
    public static string Number(double value) =>
        double.IsNaN(value) ? "" : value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
