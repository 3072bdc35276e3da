using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samverkan.Analysis.Reports.Charts;
using Samverkan.Runs.Wording;
using A = DocumentFormat.OpenXml.Drawing;
using Drawn = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Pictured = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Samverkan.Analysis.Handouts;

/// <summary>A document to work on: the answer, its tables and pictures, and what it rests on.</summary>
internal static class WordDocument
{
    public const string Name = "report.docx";

    // In twentieths of a point: A4 with margins of 2 cm.
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int Margin = 1134;
    private const int TextWidthEmu = (PageWidth - 2 * Margin) * 635;
    private const int PictureHeightEmu = 5_400_000;

    public static void Write(Handout handout, string path)
    {
        using var made = new MemoryStream();
        using (var file = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
        {
            Office.Describe(file, handout);
            var main = file.AddMainDocumentPart();
            Styles(main.AddNewPart<StyleDefinitionsPart>("rId1"));
            main.Document = new Document(new Body([.. Content(handout, main), Section(main, handout)]));
        }
        Office.WriteTimeless(made, path);
    }

    private static IEnumerable<OpenXmlElement> Content(Handout handout, MainDocumentPart main)
    {
        var words = handout.Words;
        yield return Text(handout.Heading, "Title");
        yield return Text(handout.Source, "Quiet");
        yield return Text(handout.Question, "Lead");
        foreach (var element in Headed(words.Answer, [handout.Answer]))
            yield return element;
        foreach (var figure in handout.Figures)
            yield return new Paragraph(new Run(new RunProperties(new Bold()),
                new Text($"{figure.Value}  ") { Space = SpaceProcessingModeValues.Preserve }),
                new Run(new Text($"{figure.Label}. {figure.Detail}")));
        if (handout.Changes.Count > 0)
            foreach (var element in Headed(words.Changes, handout.Changes, "Point"))
                yield return element;
        foreach (var table in handout.Headline.Prepend(handout.SideBySide).OfType<HandoutTable>())
            foreach (var element in Tabled(table))
                yield return element;
        foreach (var element in Pictures(handout.Over, main, words.OverTime).Concat(Pictures(handout.Groups, main,
            handout.GroupsTitle)))
            yield return element;
        foreach (var element in new[] { handout.Net, handout.Years }.OfType<HandoutTable>().SelectMany(Tabled))
            yield return element;
        yield return Text(handout.BudgetNote, "Quiet");
        foreach (var element in Headed(words.RestsOn, handout.RestsOn, "Point"))
            yield return element;
        foreach (var element in Headed(words.Again, [handout.Command, words.Hash(handout.ResultHash)]))
            yield return element;
    }

    private static IEnumerable<OpenXmlElement> Headed(string heading, IReadOnlyList<string> paragraphs, string? style = null) =>
        paragraphs.Select(text => Text(text, style)).Prepend(Text(heading, "Heading1"));

    private static IEnumerable<OpenXmlElement> Tabled(HandoutTable table)
    {
        if (table.Rows.Count == 0)
            yield break;
        yield return Text(table.Title, "Heading2");
        yield return Table(table);
        yield return Text("", "Quiet");
    }

    private static IEnumerable<OpenXmlElement> Pictures(IReadOnlyList<Figure> figures, MainDocumentPart main, string heading)
    {
        if (figures.Count == 0)
            yield break;
        yield return Text(heading, "Heading1");
        foreach (var figure in figures)
            yield return new Paragraph(new Run(Picture(figure, main)));
    }

    private static Paragraph Text(string text, string? style = null)
    {
        var paragraph = new Paragraph(new Run(new Text(Localized.Of(text))));
        if (style is not null)
            paragraph.PrependChild(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        return paragraph;
    }

    private static Table Table(HandoutTable table)
    {
        // Wide tables have smaller letters, so that no word is broken.
        var size = table.Heads.Count > 7 ? "13" : "17";
        var first = (PageWidth - 2 * Margin) / (table.Heads.Count > 7 ? table.Heads.Count : table.Heads.Count > 4 ? 3 : 2);
        var other = (PageWidth - 2 * Margin - first) / (table.Heads.Count - 1);
        TableCell Cell(string text, int column, bool head) => new(
            new TableCellProperties(new TableCellWidth
            {
                Width = $"{(column == 0 ? first : other)}",
                Type = TableWidthUnitValues.Dxa
            }),
            new Paragraph(
                new ParagraphProperties(
                    new KeepNext { Val = head }, new SpacingBetweenLines { Before = "20", After = "20" },
                        new Justification { Val = column > table.Words ? JustificationValues.Right : JustificationValues.Left }),
                new Run(head ? new RunProperties(new Bold(), new FontSize { Val = size })
                    : new RunProperties(new FontSize { Val = size }), new Text(Localized.Of(text)))));
        TableRow Row(IReadOnlyList<string> cells, bool head) => new(
            [new TableRowProperties([new CantSplit(), .. head ? new OpenXmlElement[] { new TableHeader() } : []]),
                .. cells.Select((cell, i) => Cell(cell, i, head))]);
        return new(
        [
            new TableProperties(
                new TableWidth { Width = $"{PageWidth - 2 * Margin}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.None }, new BottomBorder { Val = BorderValues.Single, Size = 4,
                        Color = "D5DBE1" },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "D5DBE1" }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 40, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 40, Type = TableWidthValues.Dxa }),
                new TableCaption { Val = Localized.Of(table.Title) }),
            new TableGrid([.. table.Heads.Select((_, i) => new GridColumn { Width = $"{(i == 0 ? first : other)}" })]),
            Row(table.Heads, true), .. table.Rows.Select(cells => Row(cells, false)),
        ]);
    }

    private static DocumentFormat.OpenXml.Wordprocessing.Drawing Picture(Figure figure, MainDocumentPart main)
    {
        var image = Office.Image(main.AddImagePart(ImagePartType.Png, $"image-{figure.Id}"), figure);
        var id = (uint)main.ImageParts.Count();
        var (width, height) = Office.Fitted(figure, TextWidthEmu, PictureHeightEmu);
        return new(new Drawn.Inline(
            new Drawn.Extent { Cx = width, Cy = height }, new Drawn.DocProperties
            {
                Id = id,
                Name = figure.Id,
                Description = figure.Alt
            },
            new A.Graphic(new A.GraphicData(new Pictured.Picture(
                new Pictured.NonVisualPictureProperties(
                    new Pictured.NonVisualDrawingProperties { Id = id, Name = figure.Id, Description = figure.Alt },
                        new Pictured.NonVisualPictureDrawingProperties()),
                new Pictured.BlipFill(new A.Blip { Embed = main.GetIdOfPart(image) }, new A.Stretch(new A.FillRectangle())),
                new Pictured.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }

    private static SectionProperties Section(MainDocumentPart main, Handout handout)
    {
        main.AddNewPart<FooterPart>("rId2").Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Quiet" }),
            new Run(new Text($"{handout.Source} · ") { Space = SpaceProcessingModeValues.Preserve }),
                new SimpleField { Instruction = "PAGE" }));
        return new(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rId2" },
                new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 567, Footer = 567 });
    }

    private static void Styles(StyleDefinitionsPart part) => part.Styles = new Styles(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts
        {
            Ascii = "Arial",
            HighAnsi = "Arial"
        }, new FontSize { Val = "20" }, new Languages { Val = Office.Language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines
            {
                After = "120",
                Line = "264",
                LineRule = LineSpacingRuleValues.Auto
            }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Made("Title", "Title", "36", bold: true, before: "0"), Made("Heading1", "heading 1", "26", bold: true, before: "320",
            level: 0),
        Made("Heading2", "heading 2", "21", bold: true, before: "240", level: 1), Made("Lead", "Lead", "24"),
            Made("Quiet", "Quiet", "16", colour: "4C5A69"),
        Made("Point", "Point", "20", bullet: true));

    private static Style Made(string id, string name, string size, bool bold = false, string? before = null, int? level = null,
        string? colour = null, bool bullet = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (level is not null || id == "Title")
            paragraph.Append(new KeepNext());
        if (before is not null)
            paragraph.Append(new SpacingBetweenLines { Before = before, After = "120" });
        if (bullet)
            paragraph.Append(new Indentation { Left = "284" });
        if (level is { } outline)
            paragraph.Append(new OutlineLevel { Val = outline });
        var run = new StyleRunProperties();
        if (bold)
            run.Append(new Bold());
        if (colour is not null)
            run.Append(new Color { Val = colour });
        run.Append(new FontSize { Val = size });
        return new(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = level is null && id != "Title"
        };
    }
}
