using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Samverkan.Analysis.Reports.Charts;
using Samverkan.Runs.Wording;
using A = DocumentFormat.OpenXml.Drawing;

namespace Samverkan.Analysis.Handouts;

/// <summary>What documents and slides have in common.</summary>
internal static partial class Office
{
    private const int PixelsPerPixel = 3;
    internal static string Language => Localized.Language == Localized.Swedish ? "sv-SE" : "en-GB";
    private const string Relations = "_rels/.rels";

    /// <summary>Title and question, for those who search for the file or have it read to them.</summary>
    public static void Describe(OpenXmlPackage file, Handout handout)
    {
        var part = file is PresentationDocument slides ? slides.AddCoreFilePropertiesPart()
            : ((WordprocessingDocument)file).AddCoreFilePropertiesPart();
        using var writer = new StreamWriter(part.GetStream(FileMode.Create));
        writer.Write(
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + $"<dc:title>{System.Security.SecurityElement.Escape(Localized.Of(handout.Heading))}</dc:title>"
            + $"<dc:subject>{System.Security.SecurityElement.Escape(Localized.Of(handout.Question))}</dc:subject>"
            + "<dc:creator>Samverkan</dc:creator></cp:coreProperties>");
    }

    /// <param name="resource">Name of the file that the program carries.</param>
    public static void Feed(OpenXmlPart part, string resource)
    {
        using var stream = typeof(Office).Assembly.GetManifestResourceStream(resource)!;
        part.FeedData(stream);
    }

    public static ImagePart Image(ImagePart part, Figure figure)
    {
        using var png = new MemoryStream(figure.Png(PixelsPerPixel));
        part.FeedData(png);
        return part;
    }

    /// <summary>The largest size in EMU of a picture within a room.</summary>
    public static (int Width, int Height) Fitted(Figure figure, int width, int height)
    {
        var scale = Math.Min((double)width / figure.Width, (double)height / figure.FileHeight);
        return ((int)(figure.Width * scale), (int)(figure.FileHeight * scale));
    }

    /// <summary>A paragraph of a slide.</summary>
    /// <param name="size">In hundredths of a point.</param>
    public static A.Paragraph Line(string text, int size, bool bold = false, string colour = "18232E", bool end = false) => new(
        new A.ParagraphProperties { Alignment = end ? A.TextAlignmentTypeValues.Right : A.TextAlignmentTypeValues.Left },
        new A.Run(
            new A.RunProperties(new A.SolidFill(new A.RgbColorModelHex { Val = colour }))
            {
                Language = Language,
                FontSize = size,
                Bold = bold
            },
            new A.Text(Localized.Of(text))));

    /// <summary>An item of a list.</summary>
    public static A.Paragraph Point(string text, int size)
    {
        var line = Line(text, size);
        line.ParagraphProperties = new A.ParagraphProperties(
            new A.SpaceAfter(new A.SpacingPoints { Val = 600 }), new A.CharacterBullet { Char = "•" })
        {
            LeftMargin = 228600,
            Indent = -228600
        };
        return line;
    }

    /// <summary>The package puts the time and names by chance into the file: here the same result is the same file to the
    /// byte.</summary>
    public static void WriteTimeless(MemoryStream made, string path)
    {
        made.Position = 0;
        using var from = new ZipArchive(made, ZipArchiveMode.Read);
        using var to = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var part in from.Entries.OrderBy(part => part.FullName != "[Content_Types].xml").ThenBy(part => part.FullName,
            StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(part.FullName);
            copy.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var source = part.Open();
            using var target = copy.Open();
            if (part.FullName != Relations)
            {
                source.CopyTo(target);
                continue;
            }
            using var reader = new StreamReader(source);
            using var writer = new StreamWriter(target);
            var count = 0;
            writer.Write(ChanceName().Replace(reader.ReadToEnd(), _ => $"Id=\"rId{++count}\""));
        }
    }

    [GeneratedRegex("\\bId=\"R[0-9a-f]{16}\"")]
    private static partial Regex ChanceName();
}
