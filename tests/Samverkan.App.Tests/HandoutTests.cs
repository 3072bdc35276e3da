using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.App.Commands;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;
using A = DocumentFormat.OpenXml.Drawing;

namespace Samverkan.App.Tests;

/// <summary>The one-page summary, the Word document and the slides that a report comes with.</summary>
[Collection(nameof(ComparedFolder))]
public sealed class HandoutTests(ComparedFolder compared)
{
    private const int SlideCount = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private ScenarioResult First => PolicyTable.Ranked(ComparisonResult.Read(compared.Folder)!, PolicyTable.DefaultRank)[0];

    [Theory]
    [InlineData("report.docx")]
    [InlineData("slides.pptx")]
    public void Office_finds_nothing_to_repair(string name)
    {
        using OpenXmlPackage file = name.EndsWith("docx", StringComparison.Ordinal)
            ? WordprocessingDocument.Open(compared[name], false) : PresentationDocument.Open(compared[name], false);

        Assert.Equal([], new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken)
            .Select(error =>
            $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Six_slides_have_titles_and_pictures_say_what_they_show()
    {
        using var file = PresentationDocument.Open(compared["slides.pptx"], false);
        var slides = file.PresentationPart!.SlideParts.Select(part => part.Slide!).ToList();

        Assert.Equal(SlideCount, slides.Count);
        Assert.All(slides, slide =>
            Assert.NotEmpty(slide.Descendants<PlaceholderShape>().Single().Ancestors<Shape>().Single().InnerText));
        var pictures = slides.SelectMany(slide =>
            slide.Descendants<DocumentFormat.OpenXml.Presentation.NonVisualPictureProperties>()).ToList();
        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(picture.NonVisualDrawingProperties!.Description!.Value!.Length > 40));
    }

    [Fact]
    public void Summary_document_and_slides_give_the_same_answer_and_table()
    {
        var answer = AnswerSentence.To(First, 4);
        var policies = PolicyTable.Cells(ComparisonResult.Read(compared.Folder)!,
            PolicyTable.DefaultRank).SelectMany(row => row).ToList();
        using var slides = PresentationDocument.Open(compared["slides.pptx"], false);
        using var document = WordprocessingDocument.Open(compared["report.docx"], false);
        string[][] told =
        [
            [.. XDocument.Parse(Regex.Replace(File.ReadAllText(compared["summary.html"]), "^<!DOCTYPE html>",
                "")).Descendants().Where(e => e.Name.LocalName is "p" or "td" or "th").Select(e => e.Value)],
            [.. document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)],
            [.. slides.PresentationPart!.SlideParts.SelectMany(part => part.Slide!.Descendants<A.Paragraph>()).Select(paragraph =>
                paragraph.InnerText)],
        ];

        Assert.All(told, texts =>
        {
            Assert.Contains(answer, texts);
            Assert.All(policies, cell => Assert.Contains(cell, texts));
        });
    }

    [Fact]
    public void The_same_result_gives_the_same_bytes()
    {
        using var place = new TemporaryFolder();
        foreach (var name in new[] { "comparison.json", "manifest.json" })
        {
            Directory.CreateDirectory(place["again"]);
            File.Copy(compared[name], place[$"again/{name}"]);
        }
        var errors = new StringWriter();
        Assert.True(CommandLine.Run(["report", place["again"]], new StringWriter(), errors,
            InProcessRun.Start) == ExitCode.Done, errors.ToString());

        foreach (var name in new[] { "summary.html", "report.docx", "slides.pptx" })
            Assert.Equal(File.ReadAllBytes(compared[name]), File.ReadAllBytes(place[$"again/{name}"]));
    }

    [Fact]
    public void Policies_are_ranked_by_what_the_reader_picks()
    {
        var errors = new StringWriter();
        Assert.Equal(ExitCode.BadInput, CommandLine.Run(["report", compared.Folder, "--rank", "total.spend"],
            new StringWriter(), errors, InProcessRun.Start));
        Assert.Contains("Did you mean 'total.spent'?", errors.ToString());

        var result = ComparisonResult.Read(compared.Folder)!;
        foreach (var (rank, label) in PolicyTable.Ranks(result))
        {
            Assert.Equal(label, PolicyTable.Heads(result, rank)[1]);
            var row = PolicyTable.Outcomes(result.Scenarios[1]).First(one => one.Id == rank);
            var ranked = PolicyTable.Ranked(result, rank).Select(scenario =>
                PolicyTable.Outcomes(scenario).First(one => one.Id == rank).Difference).Where(double.IsFinite).ToList();
            Assert.Equal(row.Better == Samverkan.Model.Indicators.Better.Higher ? ranked.OrderDescending() : ranked.Order(),
                ranked);
        }
    }

    [Fact]
    public void A_report_that_ranks_by_another_outcome_names_it_in_its_command()
    {
        var ranked = RankOption.By(ComparisonResult.Read(compared.Folder)!, "total.spent");

        Assert.EndsWith(" --rank total.spent", ranked.Command);
        Assert.EndsWith(" --rank people.inService", RankOption.By(ranked, "people.inService").Command);
        Assert.DoesNotContain("--rank", RankOption.By(ranked, PolicyTable.DefaultRank).Command);
    }

    [Theory]
    [InlineData("report.docx", 3, 20)]
    [InlineData("slides.pptx", SlideCount, SlideCount)]
    public void LibreOffice_opens_them(string name, int fewest, int most)
    {
        Assert.SkipUnless(Find("soffice") is not null, "LibreOffice is not installed.");
        using var place = new TemporaryFolder();

        var told = Run("soffice", "--headless", $"-env:UserInstallation=file://{place["profile"]}", "--convert-to", "pdf",
            "--outdir", place[""], compared[name]);

        var pdf = place[Path.ChangeExtension(name, "pdf")];
        Assert.True(File.Exists(pdf), told);
        Assert.InRange(PagesOf(pdf), fewest, most);
    }

    [Fact]
    public void The_summary_prints_on_one_page()
    {
        Assert.SkipUnless(Find("chromium") is not null, "Chromium is not installed.");
        using var place = new TemporaryFolder();

        var told = Run("chromium", "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={place["profile"]}",
            "--no-pdf-header-footer", $"--print-to-pdf={place["summary.pdf"]}", $"file://{compared["summary.html"]}");

        Assert.True(File.Exists(place["summary.pdf"]), told);
        Assert.Equal(1, PagesOf(place["summary.pdf"]));
    }

    private static int PagesOf(string pdf) => Regex.Count(System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(pdf)),
        @"/Type\s*/Page\b(?!s)");

    private static string? Find(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder =>
            Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
            process.Kill(entireProcessTree: true);
        return output.Result + errors.Result;
    }
}
