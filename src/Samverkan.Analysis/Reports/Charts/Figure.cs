using System.Globalization;
using System.Xml.Linq;
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
    private XElement? drawn;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>A file of its own, on white.</summary>
    public string SvgFile()
    {
        var svg = Drawn();
        svg.AddFirst(new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#ffffff")));
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
            if (attribute.Name.LocalName is "fill" or "stroke" && Colours.TryGetValue(attribute.Value.ToLowerInvariant(), out var name))
                attribute.Value = $"var(--{name})";
        foreach (var element in svg.DescendantsAndSelf())
            element.Name = element.Name.LocalName;
        svg.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Twice the size in points, on white, for slides and documents.</summary>
    public byte[] Png()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width * PngScale, Height * PngScale));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(PngScale);
        lock (Drawing)
            Plot.Render(surface.Canvas, Width, Height);
        using var image = surface.Snapshot();
        using var pixels = image.PeekPixels();
        // Flat colours need no filters, which take most of the time and gain nothing.
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 6)) ?? throw new InvalidOperationException($"The picture '{Id}' could not be written as PNG.");
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
        svg.Elements(Svg + "rect").Where(rect => (string?)rect.Attribute("width") == $"{Width}" && (string?)rect.Attribute("height") == $"{Height}").Remove();
        Rename(svg);
        foreach (var text in svg.Descendants(Svg + "text"))
            text.SetAttributeValue("font-family", $"{ChartStyle.Font}, Arial, Helvetica, sans-serif");
        return svg;
    }

    // The library counts names on from picture to picture; here each picture has its own, which are also the page's.
    private void Rename(XElement svg)
    {
        var names = svg.Descendants().Attributes("id").ToList();
        var known = names.Select((name, i) => (name.Value, New: $"{Id}-{i + 1}")).ToDictionary(one => $"url(#{one.Value})", one => $"url(#{one.New})");
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
            new XElement(Svg + "title", new XAttribute("id", $"{Id}-title"), Title),
            new XElement(Svg + "desc", new XAttribute("id", $"{Id}-alt"), Alt));
    }
}
