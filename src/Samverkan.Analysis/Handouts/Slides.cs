using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Samverkan.Analysis.Reports.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace Samverkan.Analysis.Handouts;

/// <summary>Six slides for a board: the answer, its figures, the course over time, who gains and loses, the budget, what it
/// rests on.</summary>
internal static class Slides
{
    public const string Name = "slides.pptx";

    private const int Width = 12192000;
    private const int Height = 6858000;
    private const int Left = 609600;
    private const int Wide = Width - 2 * Left;
    private const int Top = 1500000;
    private const int Bottom = 6250000;

    public static void Write(Handout handout, string path)
    {
        using var made = new MemoryStream();
        using (var file = PresentationDocument.Create(made, PresentationDocumentType.Presentation))
        {
            Office.Describe(file, handout);
            var presentation = file.AddPresentationPart();
            var master = presentation.AddNewPart<SlideMasterPart>("rId1");
            var layout = master.AddNewPart<SlideLayoutPart>("rId1");
            layout.AddPart(master, "rId1");
            var theme = master.AddNewPart<ThemePart>("rId2");
            presentation.AddPart(theme, "rId2");
            Office.Feed(theme, "theme.xml");
            Office.Feed(layout, "slide-layout.xml");
            Office.Feed(master, "slide-master.xml");
            var ids = new SlideIdList();
            foreach (var (slide, i) in All(handout).Select((slide, i) => (slide, i)))
            {
                var part = presentation.AddNewPart<SlidePart>($"slide{i + 1}");
                part.AddPart(layout, "rId1");
                part.Slide = slide.Made(part, i + 1, handout);
                ids.Append(new SlideId { Id = (uint)(256 + i), RelationshipId = $"slide{i + 1}" });
            }
            presentation.Presentation = new Presentation(
                new SlideMasterIdList(new SlideMasterId { Id = 2147483648, RelationshipId = "rId1" }), ids,
                new SlideSize { Cx = Width, Cy = Height }, new NotesSize { Cx = Height, Cy = Width });
        }
        Office.WriteTimeless(made, path);
    }

    private static IReadOnlyList<Sheet> All(Handout handout) =>
    [
        Sheet.Of(handout.Question).Text(Top, 520000, handout.Heading, 1600, quiet: true).Text(Top + 560000, 3600000,
            handout.Answer, AnswerSize(handout.Answer)),
        handout.SideBySide is { } table
            ? Sheet.Of(table.Title).Table(table)
            : Numbers(Sheet.Of(handout.Words.Figures), handout),
        Sheet.Of(handout.Over is [var over, ..] ? over.Title : handout.Words.OverTime).Pictures(handout.Over),
        Sheet.Of(handout.GroupsTitle).Pictures(handout.Groups),
        Sheet.Of(handout.MoneyTitle).Table(handout.Effects),
        Sheet.Of(handout.Words.RestsOn).Points(handout.RestsOn),
    ];

    private static int AnswerSize(string text) => text.Length switch { < 400 => 2200, < 700 => 1800, < 1100 => 1600, _ => 1300 };

    private static Sheet Numbers(Sheet sheet, Handout handout)
    {
        var width = Wide / handout.Figures.Count;
        foreach (var (figure, i) in handout.Figures.Select((figure, i) => (figure, i)))
            sheet.Box(Left + i * width, Top + 300000, width - 200000, 2600000,
            [
                Office.Line(figure.Value, 4400, bold: true, colour: "17527C"), Office.Line(figure.Label, 1800),
                    Office.Line(figure.Detail, 1400, colour: "4C5A69"),
            ]);
        return sheet.Table(handout.Net, Top + 2900000);
    }

    /// <summary>A slide that is being put together.</summary>
    private sealed class Sheet(string title)
    {
        private readonly List<Func<SlidePart, uint, OpenXmlElement>> shapes = [];

        public static Sheet Of(string title) => new(title);

        public Sheet Text(int top, int height, string text, int size, bool quiet = false) =>
            Box(Left, top, Wide, height, [Office.Line(text, size, colour: quiet ? "4C5A69" : "18232E")]);

        public Sheet Points(IReadOnlyList<string> points) => Box(Left, Top, Wide, Bottom - Top,
            [.. points.Select(point => Office.Point(point, 1500))]);

        public Sheet Box(int left, int top, int width, int height, IReadOnlyList<A.Paragraph> lines)
        {
            shapes.Add((_, id) => new Shape(
                new NonVisualShapeProperties(
                    new NonVisualDrawingProperties { Id = id, Name = $"Text {id}" },
                        new NonVisualShapeDrawingProperties { TextBox = true }, new ApplicationNonVisualDrawingProperties()),
                new ShapeProperties(Place(left, top, width, height),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }),
                new TextBody([new A.BodyProperties(new A.NormalAutoFit()) { Wrap = A.TextWrappingValues.Square, LeftInset = 0,
                    RightInset = 0 }, new A.ListStyle(), .. lines])));
            return this;
        }

        /// <summary>One picture, or two beside each other, as large as there is room.</summary>
        public Sheet Pictures(IReadOnlyList<Figure> figures)
        {
            var shown = figures.Take(2).ToList();
            if (shown.Count == 0)
                return this;
            var room = (Wide - 300000 * (shown.Count - 1)) / shown.Count;
            foreach (var (figure, i) in shown.Select((figure, i) => (figure, i)))
            {
                var (width, height) = Office.Fitted(figure, room, Bottom - Top);
                shapes.Add((part, id) =>
                {
                    var image = Office.Image(part.AddImagePart(ImagePartType.Png, $"image{id}"), figure);
                    return new Picture(
                        new NonVisualPictureProperties(
                            new NonVisualDrawingProperties { Id = id, Name = figure.Id, Description = figure.Alt },
                            new NonVisualPictureDrawingProperties(new A.PictureLocks { NoChangeAspect = true }),
                                new ApplicationNonVisualDrawingProperties()),
                        new BlipFill(new A.Blip { Embed = part.GetIdOfPart(image) }, new A.Stretch(new A.FillRectangle())),
                        new ShapeProperties(
                            Place(Left + i * (room + 300000) + (room - width) / 2, Top, width, height),
                                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
                });
            }
            return this;
        }

        public Sheet Table(HandoutTable? table, int top = Top)
        {
            if (table is null)
                return this;
            const int row = 320000;
            var first = table.Heads.Count > 7 ? Wide / table.Heads.Count : Math.Min(3200000, Wide / 3);
            var other = (Wide - first) / (table.Heads.Count - 1);
            A.TableCell Cell(string text, int column, bool head) => new(
                new A.TextBody(new A.BodyProperties(), new A.ListStyle(),
                    Office.Line(text, table.Heads.Count > 7 ? 1000 : 1300, head, end: column > table.Words)),
                new A.TableCellProperties(
                    new A.LeftBorderLineProperties(new A.NoFill()) { Width = 0 },
                        new A.RightBorderLineProperties(new A.NoFill()) { Width = 0 },
                    new A.TopBorderLineProperties(new A.NoFill()) { Width = 0 },
                    new A.BottomBorderLineProperties(new A.SolidFill(new A.RgbColorModelHex
                    {
                        Val = head ? "4C5A69"
                        : "D5DBE1"
                    }))
                    { Width = head ? 19050 : 6350 }, new A.NoFill())
                { LeftMargin = 40000, RightMargin = 40000, TopMargin = 30000, BottomMargin = 30000 });
            A.TableRow Row(IReadOnlyList<string> cells, bool head) =>
                new([.. cells.Select((cell, i) => Cell(cell, i, head))]) { Height = row };
            shapes.Add((_, id) => new GraphicFrame(
                new NonVisualGraphicFrameProperties(
                    new NonVisualDrawingProperties { Id = id, Name = table.Title },
                        new NonVisualGraphicFrameDrawingProperties(), new ApplicationNonVisualDrawingProperties()),
                new Transform(new A.Offset { X = Left, Y = top }, new A.Extents { Cx = Wide, Cy = row * (table.Rows.Count + 1) }),
                new A.Graphic(new A.GraphicData(new A.Table(
                [
                    new A.TableProperties { FirstRow = true },
                    new A.TableGrid([.. table.Heads.Select((_, i) => new A.GridColumn { Width = i == 0 ? first : other })]),
                    Row(table.Heads, true), .. table.Rows.Select(cells => Row(cells, false)),
                ]))
                { Uri = "http://schemas.openxmlformats.org/drawingml/2006/table" })));
            return this;
        }

        public Slide Made(SlidePart part, int number, Handout handout)
        {
            uint id = 2;
            Text(6400000, 300000, $"{handout.Source}   ·   {number}", 1000, quiet: true);
            return new(
                new CommonSlideData(new ShapeTree(
                [
                    new NonVisualGroupShapeProperties(new NonVisualDrawingProperties { Id = 1, Name = "" },
                        new NonVisualGroupShapeDrawingProperties(), new ApplicationNonVisualDrawingProperties()),
                    new GroupShapeProperties(new A.TransformGroup()),
                    new Shape(
                        new NonVisualShapeProperties(
                            new NonVisualDrawingProperties { Id = id++, Name = "Title" },
                                new NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true }),
                            new ApplicationNonVisualDrawingProperties(new PlaceholderShape { Type = PlaceholderValues.Title })),
                        new ShapeProperties(), new TextBody(new A.BodyProperties(), new A.ListStyle(),
                            Office.Line(title, title.Length > 90 ? 2200 : 2800, bold: true))),
                    .. shapes.Select(shape => shape(part, id++)),
                ])),
                new ColorMapOverride(new A.MasterColorMapping()));
        }

        private static A.Transform2D Place(int left, int top, int width, int height) =>
            new(new A.Offset { X = left, Y = top }, new A.Extents { Cx = width, Cy = height });
    }
}
