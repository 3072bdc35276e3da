namespace Samverkan.Analysis.Reports;

/// <summary>A scenario's look, the same in every chart and table: colour is never alone.</summary>
/// <param name="Light">Its colour on white, as six hexadecimal digits after a #.</param>
/// <param name="Dark">Its colour on a dark page.</param>
/// <param name="Dash">How its lines are drawn: solid, dashed, dotted or denselyDashed.</param>
/// <param name="Symbol">Its mark in text.</param>
public sealed record Look(string Light, string Dark, string Dash, string Symbol);

/// <summary>Colours that stay apart for colour-blind readers and in grey print.</summary>
public static class Palette
{
    private static readonly Look[] Looks =
    [
        new("#4c5a68", "#b4bfca", "solid", "●"),
        new("#c04a00", "#ff9a57", "dashed", "◆"),
        new("#1768ac", "#7cc0ff", "dotted", "■"),
        new("#1c7c4a", "#74d6a0", "denselyDashed", "▲"),
        new("#8e3a9d", "#dc9be8", "solid", "▼"),
        new("#7a5c00", "#dcc25e", "dashed", "◇"),
        new("#b5176b", "#ff8cc6", "dotted", "□"),
        new("#00707a", "#58d0d8", "denselyDashed", "△"),
        new("#5a3fd6", "#b3a1ff", "solid", "▽"),
    ];

    /// <summary>Of a scenario by its place; the base is 0. After the last they begin again after the base.</summary>
    public static Look Of(int scenario) => scenario == 0 ? Looks[0] : Looks[1 + (scenario - 1) % (Looks.Length - 1)];

    public static int Count => Looks.Length;

    /// <summary>What is not a scenario's: text, quiet text, lines, what is worse and better, and the two sectors.</summary>
    public static IReadOnlyList<(string Name, string Light, string Dark)> Others { get; } =
    [
        ("page", "#f6f7f9", "#10161c"), ("surface", "#ffffff", "#18212a"), ("ink", "#18232e", "#e8edf2"),
        ("quiet", "#4c5a69", "#aab6c2"),
        ("line", "#d5dbe1", "#33404d"), ("accent", "#17527c", "#8cc4ee"), ("soft", "#e8f0f6", "#20303f"),
        ("worse", "#a4262c", "#ff9a9e"), ("better", "#1c6b3a", "#7fd3a0"),
        ("county", "#2a7f8e", "#6fc3d0"), ("municipality", "#97761a", "#dcbf62"),
    ];

    /// <summary>One of <see cref="Others"/> on white.</summary>
    internal static string Light(string name) => Others.First(one => one.Name == name).Light;
}
