using System.Text.RegularExpressions;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests;

/// <summary>What the documents name is there, and what is made from the program has not drifted from it.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void TheReferenceOfParametersIsMadeFromTheCatalogue() =>
        Repository.IsUpToDate("docs/parameters.md", ReferencePages.Parameters());

    [Fact]
    public void TheReferenceOfIndicatorsIsMadeFromTheCatalogue() =>
        Repository.IsUpToDate("docs/indicators.md", ReferencePages.Indicators());

    [Fact]
    public void TheProtocolsTableIsMadeFromTheCatalogue() =>
        Repository.IsUpToDate("docs/odd.md", Made().Replace(Read("docs/odd.md"), $"$1{ReferencePages.Grounds()}$2"));

    [Fact]
    public void TheReferenceOfScenarioFilesIsMadeFromTheirGrammar() =>
        Repository.IsUpToDate("docs/scenario-files.md", LanguagePages.Scenarios());

    [Fact]
    public void TheReferenceOfStudyFilesIsMadeFromTheirGrammar() =>
        Repository.IsUpToDate("docs/study-files.md", LanguagePages.Studies());

    [Fact]
    public void TheExampleOfThatReferenceIsRight() =>
        Assert.All(ScenarioReader.ReadText(LanguagePages.Example, "example.yaml").Findings,
            f => Assert.Equal(Severity.Note, f.Severity));

    [Theory]
    [InlineData("docs/from-the-study.md")]
    [InlineData("docs/odd.md")]
    public void EveryFileOfTheModelThatADocumentNamesIsThere(string document)
    {
        var named = ModelFile().Matches(Read(document)).Select(m => m.Groups[1].Value).Distinct().ToArray();

        Assert.NotEmpty(named);
        Assert.All(named, file => Assert.True(File.Exists(Path.Combine(Repository.Root, "src/Samverkan.Model", file)), file));
    }

    [Fact]
    public void EveryScenarioThatTheStudysPageNamesIsShipped()
    {
        var named = Read("docs/from-the-study.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|')[^2]).SelectMany(cell => Quoted().Matches(cell).Select(m => m.Groups[1].Value))
            .Distinct().ToArray();

        Assert.True(named.Length > 20);
        Assert.All(named,
            scenario => Assert.True(File.Exists(Path.Combine(Repository.Root, "scenarios", scenario + ".yaml")), scenario));
    }

    [Fact]
    public void EveryRowOfTheStudysPageNamesAFileOrSaysWhyItIsLeftOut() =>
        Assert.All(Rows("docs/from-the-study.md"),
            row => Assert.True(ModelFile().IsMatch(row) || row.Contains("left out: ", StringComparison.Ordinal), row));

    public static TheoryData<string> Pages => [.. Written(Repository.Root)
        .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkOfADocumentLeadsSomewhere(string page)
    {
        foreach (var link in Link().Matches(Read(page)).Select(m => m.Groups[1].Value))
        {
            var (path, anchor) = link.Split('#', 2) is [var before, var after] ? (before, after) : (link, "");
            var target = path.Length == 0 ? page
                : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, path));
            Assert.True(Path.Exists(Path.Combine(Repository.Root, target)), link);
            if (anchor.Length > 0)
                Assert.Contains(anchor, Headings(target));
        }
    }

    [Fact]
    public void EveryDocumentIsReachedFromTheIndex() =>
        Assert.Empty(Pages.Select(page => page.Data)
            .Where(page => page.StartsWith("docs/", StringComparison.Ordinal) && page != "docs/README.md")
            .Except(Link().Matches(Read("docs/README.md")).Select(m => "docs/" + m.Groups[1].Value)));

    /// <summary>Every page of the repository, but for what is built or brought along.</summary>
    private static IEnumerable<string> Written(string folder) =>
        Directory.EnumerateFiles(folder, "*.md").Concat(Directory.EnumerateDirectories(folder)
            .Where(f => Path.GetFileName(f) is not ("bin" or "obj" or "out" or "node_modules" or "TestResults")
                && Path.GetFileName(f)[0] != '.').SelectMany(Written));

    /// <summary>The anchors of a page's headings, as browsers of repositories make them.</summary>
    private static IEnumerable<string> Headings(string page) =>
        Read(page).Split('\n').Where(line => line.StartsWith('#'))
        .Select(line => string.Concat(line.TrimStart('#').Trim().ToLowerInvariant()
            .Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-'));

    private static IEnumerable<string> Rows(string document) =>
        Read(document).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)
            && !line.Contains("where it lives", StringComparison.Ordinal));

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    [GeneratedRegex(@"`([A-Z][A-Za-z]+/[A-Za-z]+\.cs|[A-Z][A-Za-z]+\.cs)`")]
    private static partial Regex ModelFile();

    /// <summary>What stands between the two marks of a page that is made in part.</summary>
    [GeneratedRegex("(<!-- made from the program -->\n)[^<]*(<!-- to here -->)")]
    private static partial Regex Made();

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\((?!https?:|mailto:)([^)\s]+)\)")]
    private static partial Regex Link();
}
