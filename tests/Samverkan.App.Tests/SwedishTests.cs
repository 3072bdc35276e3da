using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;
using A = DocumentFormat.OpenXml.Drawing;

namespace Samverkan.App.Tests;

/// <summary>What a Swedish reader sees holds no English; what programs read holds no Swedish.</summary>
[Collection(nameof(ComparedFolder))]
public sealed partial class SwedishTests(ComparedFolder compared)
{
    /// <summary>Words that no Swedish sentence has.</summary>
    [GeneratedRegex("\\b(the|of|and|with|which|that|from|are|is|not|was|were|this|than|by|more|fewer|less)\\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex English();

    /// <summary>Parts of the report that still quote English: the minutes, and what parameters mean.</summary>
    private static readonly string[] Quoted = ["minutes", "ledger", "again"];

    [Fact]
    public void Summary_document_and_slides_hold_no_English()
    {
        using var place = Told();
        using var slides = PresentationDocument.Open(place["told/slides.pptx"], false);
        using var document = WordprocessingDocument.Open(place["told/report.docx"], false);
        string[] texts =
        [
            .. Texts(Page(place["told/summary.html"])),
            .. document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText),
            .. slides.PresentationPart!.SlideParts.SelectMany(part => part.Slide!.Descendants<A.Paragraph>())
                .Select(paragraph => paragraph.InnerText),
        ];

        Assert.Contains(texts, text => text.Contains("Består samverkan?", StringComparison.Ordinal));
        NothingOf(Left(texts));
    }

    [Fact]
    public void The_report_holds_English_only_where_it_quotes()
    {
        using var place = Told();
        var page = Page(place["told/report.html"]);
        foreach (var section in page.Descendants("section").Where(one => Quoted.Contains((string?)one.Attribute("id"))).ToList())
            section.Remove();

        Assert.Equal("sv", (string?)page.Attribute("lang"));
        NothingOf(Left(Texts(page)));
    }

    [Fact]
    public void Results_and_objects_for_programs_carry_no_language()
    {
        using var place = new TemporaryFolder();
        string Object(string folder, string language)
        {
            var (output, errors) = (new StringWriter(), new StringWriter());
            var code = CommandLine.Run(
                ["compare", Scenarios.Named("baseline"), Scenarios.Named("funding-cut"), "--replications", "2", "--known",
                    "--no-report", "--json",
                    "--out", place[folder], "--language", language], output, errors, InProcessRun.Start);
            Assert.True(code == ExitCode.Done, errors.ToString());
            Assert.Equal(language == "sv", errors.ToString().Contains("Regionens nedskärning", StringComparison.Ordinal));
            return Regex.Replace(output.ToString(), "\"(seconds|out)\":.*", "");
        }

        Assert.Equal(Object("english", "en"), Object("swedish", "sv"));
        string Read(string name) => Regex.Replace(File.ReadAllText(place[name]),
            "(english|swedish|--language en|--language sv)", "");
        foreach (var name in new[] { "comparison.json", "comparison.md", "data-dictionary.md" })
            Assert.Equal(Read($"english/{name}"), Read($"swedish/{name}"));
    }

    /// <summary>The same result, told anew in Swedish.</summary>
    private TemporaryFolder Told()
    {
        var place = new TemporaryFolder();
        Directory.CreateDirectory(place["told"]);
        foreach (var name in new[] { "comparison.json", "manifest.json" })
            File.Copy(compared[name], place[$"told/{name}"]);
        var errors = new StringWriter();
        Assert.True(CommandLine.Run(["report", place["told"], "--language", "sv"], new StringWriter(), errors,
            InProcessRun.Start) == ExitCode.Done,
            errors.ToString());
        return place;
    }

    internal static XElement Page(string file) => XDocument.Parse(Regex.Replace(File.ReadAllText(file), "^<!DOCTYPE html>",
        "")).Root!;

    internal static IEnumerable<string> Texts(XElement page) => page.DescendantNodes().OfType<XText>()
        .Where(text => text.Parent!.Name.LocalName is not "style" and not "code" and not "pre").Select(text => text.Value)
        .Concat(page.Descendants().Attributes().Where(one => one.Name.LocalName is "title" or "aria-label").Select(one =>
            one.Value));

    internal static void NothingOf(IEnumerable<string> english) => Assert.True(!english.Any(), string.Join("\n", english));

    internal static IEnumerable<string> Left(IEnumerable<string> texts) => texts.Distinct().Where(text => English().IsMatch(text));
}
