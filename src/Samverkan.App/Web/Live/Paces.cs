using System.Globalization;

namespace Samverkan.App.Web.Live;

/// <summary>Speeds that one can choose.</summary>
internal static class Paces
{
    public static IReadOnlyList<(string Value, string Words)> All { get; } =
    [
        ("1", "1 month a second"), ("2", "2 months a second"), ("4", "4 months a second"), ("12", "a year a second"),
        ("", "as fast as it can"),
    ];

    /// <summary>The same, and the one that a run has already.</summary>
    public static IEnumerable<(string Value, string Words)> With(double? pace) =>
        All.Any(one => one.Value == Value(pace)) ? All : [(Value(pace), "{0} months a second"), .. All];

    public static double? Of(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var pace) && pace > 0 ? pace : null;

    public static string Value(double? pace) => pace?.ToString(CultureInfo.InvariantCulture) ?? "";
}
