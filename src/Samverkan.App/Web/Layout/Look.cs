using MudBlazor;

namespace Samverkan.App.Web.Layout;

/// <summary>Colours of the pages. Text on every surface has a contrast of at least 4.5 to 1 in both themes.</summary>
internal static class Look
{
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#17527c",
            Secondary = "#8a4b08",
            Background = "#f6f7f9",
            Surface = "#ffffff",
            TextPrimary = "#18232e",
            TextSecondary = "#4c5a68",
            ActionDefault = "#4c5a68",
            Divider = "#d5dbe1",
            LinesDefault = "#d5dbe1",
            LinesInputs = "#76828e",
            Error = "#a4262c",
            Warning = "#8a5a00",
            Success = "#1c6b3a",
            Info = "#17527c",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8cc4ee",
            Secondary = "#e8b06a",
            Background = "#10161c",
            Surface = "#18212a",
            TextPrimary = "#e8edf2",
            TextSecondary = "#aab6c2",
            ActionDefault = "#aab6c2",
            Divider = "#33404d",
            LinesDefault = "#33404d",
            LinesInputs = "#8793a0",
            Error = "#ff9a9e",
            Warning = "#f0c060",
            Success = "#7fd3a0",
            Info = "#8cc4ee",
            PrimaryContrastText = "#10161c",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = ["system-ui", "Segoe UI", "Helvetica Neue", "Arial", "sans-serif"],
                FontSize = "1rem",
                LineHeight = "1.5"
            },
            Button = new ButtonTypography { TextTransform = "none" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
    };

    /// <summary>One colour per scenario everywhere, by its place in the comparison, for light and for dark pages.</summary>
    public static IReadOnlyList<string> Scenarios { get; } =
        ["var(--s0)", "var(--s1)", "var(--s2)", "var(--s3)", "var(--s4)", "var(--s5)", "var(--s6)", "var(--s7)", "var(--s8)"];
}
