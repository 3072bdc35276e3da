using System.Net;
using System.Text;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Reports;

/// <summary>Pieces of a page.</summary>
internal static class Html
{
    /// <summary>Text as it stands between tags and within quotes, in the reader's language.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(Localized.Of(text));

    public static string Paragraph(string text, string? kind = null) =>
        kind is null ? $"<p>{Text(text)}</p>\n" : $"<p class=\"{kind}\">{Text(text)}</p>\n";

    public static string List(IEnumerable<string> items) =>
        $"<ul>\n{string.Concat(items.Select(item => $"<li>{Text(item)}</li>\n"))}</ul>\n";

    /// <summary>A table that a narrow window scrolls by itself.</summary>
    public static string Table(string caption, string head, IEnumerable<string> rows, string kind = "wide") =>
        $"<div class=\"{kind}\" tabindex=\"0\" role=\"region\" aria-label=\"{Text(caption)}\">\n<table>\n"
        + $"<caption>{Text(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
        + string.Concat(rows.Select(row => $"<tr>{row}</tr>\n")) + "</tbody>\n</table>\n</div>\n";

    /// <summary>A table of printed cells, the first of each row its head.</summary>
    /// <param name="words">How many of the columns after the first hold words.</param>
    public static string Cells(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows,
        string kind = "wide", int words = 0) => Table(
        caption, string.Concat(heads.Select((head, i) => Head(head, i > 0 && i <= words))),
        rows.Select(row => RowHead(row[0]) + string.Concat(row.Skip(1).Select((cell, i) =>
            Cell(cell, i < words ? "text" : null)))), kind);

    /// <summary>A heading; above headings of rows there is none.</summary>
    public static string Head(string text, bool words = false) => text.Length == 0 ? "<td></td>"
        : $"<th scope=\"col\"{(words ? " class=\"text\"" : "")}{Explained(text)}>{Text(text)}</th>";

    public static string RowHead(string text) => $"<th scope=\"row\"{Explained(text)}>{Text(text)}</th>";

    /// <summary>What the words of a label mean, for those who point at it; the list of words says the same on paper.</summary>
    private static string Explained(string label) => Glossary.Explained(label) is { } meaning ? $" title=\"{Text(meaning)}\""
        : "";

    public static string Cell(string text, string? kind = null) => kind is null ? $"<td>{Text(text)}</td>"
        : $"<td class=\"{kind}\">{Text(text)}</td>";

    public static string Figure(Charts.Figure figure, string? caption = null) =>
        $"<figure id=\"figure-{figure.Id}\" tabindex=\"0\">{figure.Inline()}"
        + (caption is null ? "" : $"<figcaption>{Text(caption)}</figcaption>") + "</figure>\n";

    /// <summary>A scenario's mark and colour before its name.</summary>
    public static string Named(int place, string title) =>
        $"<span style=\"color: var(--s{StyleOf(place)})\" class=\"mark\" aria-hidden=\"true\">{Palette.Of(place).Symbol}</span> "
            + $"{Text(title)}";

    /// <summary>What belongs to which scenario in all pictures.</summary>
    public static string Key(IEnumerable<string> titles) =>
        $"<ul class=\"key\" aria-label=\"{Text("Scenarios")}\">"
        + $"{string.Concat(titles.Select((title, place) => $"<li>{Named(place, title)}</li>"))}</ul>\n";

    /// <summary>The number of a scenario's colour.</summary>
    public static int StyleOf(int place) => place == 0 ? 0 : 1 + (place - 1) % (Palette.Count - 1);

    /// <summary>The page itself, complete and with nothing from elsewhere.</summary>
    /// <param name="style">A further style that the program carries.</param>
    public static string Page(string title, string description, string body, string? style = null)
    {
        var text = new StringBuilder();
        text.Append($"<!DOCTYPE html>\n<html lang=\"{Localized.Language}\">\n<head>\n<meta charset=\"utf-8\" />\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n")
            .Append($"<title>{Text(title)}</title>\n<meta name=\"description\" content=\"{Text(description)}\" />\n")
            .Append("<style>\n").Append(Variables()).Append(Style("report.css")).Append(style is null ? ""
                : Style(style)).Append("</style>\n</head>\n<body>\n").Append(body).Append("</body>\n</html>\n");
        return text.ToString();
    }

    private static string Variables()
    {
        static string Set(Func<(string Name, string Light, string Dark), string> colour) => string.Concat(
            Palette.Others.Concat(Enumerable.Range(0, Palette.Count).Select(i =>
                (Name: $"s{i}", Palette.Of(i).Light, Palette.Of(i).Dark)))
                .Select(one => $"--{one.Name}: {colour(one)}; "));
        return $":root {{ {Set(one => one.Light)}}}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ "
            + $"{Set(one => one.Dark)}}} }}\n";
    }

    private static string Style(string name)
    {
        using var stream = typeof(Html).Assembly.GetManifestResourceStream(name)!;
        return new StreamReader(stream).ReadToEnd();
    }
}
