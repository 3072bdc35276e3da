using System.Globalization;
using System.Xml.Linq;
using Samverkan.Runs.Wording;
using ScottPlot;
using SkiaSharp;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>A picture of a report: as an SVG file, as a PNG file, and as part of a page.</summary>
/// <param name="Id">Name of its files, and of the picture within the page.</param>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Alt">What can be read from it, for those who cannot see it.</param>
public sealed record Figure(string Id, string Title, string Alt, Plot Plot, int Width, int Height)
{
    private const int PngScale = 2;
    private const int SourceSize = 9;
    private const int SourceLine = 12;
    private const double LetterWidth = 4.7;
    private XElement? drawn;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Of whom, against what, when and from where; it stands below the picture in files.</summary>
    public string Source { get; init; } = "";

    /// <summary>Height as a file, with the source below.</summary>
    public int FileHeight => Height + (SourceLines.Count == 0 ? 0 : SourceLine * SourceLines.Count + SourceLine / 2);

    private IReadOnlyList<string> SourceLines => Source.Length == 0 ? []
        : [.. ChartStyle.Wrapped(Source, (int)((Width - 2 * SourceSize) / LetterWidth)).Split('\n')];

    /// <summary>A file of its own, on white.</summary>
    public string SvgFile()
    {
        var svg = Drawn();
        svg.SetAttributeValue("height", FileHeight);
        svg.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {FileHeight}"));
        svg.Add(SourceLines.Select((line, i) => new XElement(
            Svg + "text", new XAttribute("x", SourceSize), new XAttribute("y", Height + SourceLine * (i + 1) - 2),
                new XAttribute("font-size", SourceSize),
            new XAttribute("font-family", $"{ChartStyle.Font}, Arial, Helvetica, sans-serif"),
                new XAttribute("fill", Palette.Light("quiet")), line)));
        svg.AddFirst(new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"),
            new XAttribute("fill", "#ffffff")));
        Describe(svg);
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Part of a page, in the page's colours, as wide as there is room.</summary>
    public string Inline()
    {
        var svg = Drawn();
        Describe(svg);
        svg.Attribute("width")?.Remove();
        svg.Attribute("height")?.Remove();
        foreach (var attribute in svg.Descendants().Attributes().ToList())
            if (attribute.Name.LocalName is "fill" or "stroke" && Colours.TryGetValue(attribute.Value.ToLowerInvariant(),
                out var name))
                attribute.Value = $"var(--{name})";
        foreach (var element in svg.DescendantsAndSelf())
            element.Name = element.Name.LocalName;
        svg.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>On white, for slides and documents.</summary>
    /// <param name="scale">How many pixels for each of the picture's.</param>
    public byte[] Png(int scale = PngScale)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width * scale, FileHeight * scale));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        lock (Drawing)
        {
            Plot.Render(surface.Canvas, Width, Height);
            using var face = SKTypeface.FromFamilyName(ChartStyle.Font);
            using var font = new SKFont(face, SourceSize);
            using var paint = new SKPaint { Color = SKColor.Parse(Palette.Light("quiet")), IsAntialias = true };
            foreach (var (line, i) in SourceLines.Select((line, i) => (line, i)))
                surface.Canvas.DrawText(line, SourceSize, Height + SourceLine * (i + 1) - 2, font, paint);
        }
        using var image = surface.Snapshot();
        using var pixels = image.PeekPixels();
        // Flat colours need no filters, which take most of the time and gain nothing.
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters,
            6)) ?? throw new InvalidOperationException($"The picture '{Id}' could not be written as PNG.");
        return data.ToArray();
    }

    // Both the library's font cache and its typefaces are shared.
    private static readonly Lock Drawing = new();

    private static readonly Dictionary<string, string> Colours = Palette.Others.ToDictionary(one => one.Light, one => one.Name)
        .Concat(Enumerable.Range(0, Palette.Count).Select(i => KeyValuePair.Create(Palette.Of(i).Light, $"s{i}"))).ToDictionary();

    // Drawing takes longer than copying: the page and the file share one.
    private XElement Drawn() => new(drawn ??= Draw());

    private XElement Draw()
    {
        using var stream = new MemoryStream();
        lock (Drawing)
            using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
                Plot.Render(canvas, Width, Height);
        stream.Position = 0;
        var svg = XDocument.Load(stream).Root!;
        svg.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}"));
        // What clears the canvas would be black.
        svg.Elements(Svg + "rect").Where(rect => (string?)rect.Attribute("width") == $"{Width}"
            && (string?)rect.Attribute("height") == $"{Height}").Remove();
        Rename(svg);
        foreach (var text in svg.Descendants(Svg + "text"))
            text.SetAttributeValue("font-family", $"{ChartStyle.Font}, Arial, Helvetica, sans-serif");
        return svg;
    }

    // The library counts names on from picture to picture; here each picture has its own, which are also the page's.
    private void Rename(XElement svg)
    {
        var names = svg.Descendants().Attributes("id").ToList();
        var known = names.Select((name, i) => (name.Value, New: $"{Id}-{i + 1}")).ToDictionary(one => $"url(#{one.Value})",
            one => $"url(#{one.New})");
        for (var i = 0; i < names.Count; i++)
            names[i].Value = $"{Id}-{i + 1}";
        foreach (var attribute in svg.Descendants().Attributes())
            if (known.TryGetValue(attribute.Value, out var name))
                attribute.Value = name;
    }

    private void Describe(XElement svg)
    {
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-labelledby", $"{Id}-title {Id}-alt");
        svg.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", $"{Id}-title"), Localized.Of(Title)),
            new XElement(Svg + "desc", new XAttribute("id", $"{Id}-alt"), Localized.Of(Alt)));
    }
}
