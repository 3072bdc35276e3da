using System.Text.RegularExpressions;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests;

/// <summary>What the documents name is there, and what is made from the program has not drifted from it.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void TheReferenceOfParametersIsMadeFromTheCatalogue() => Repository.IsUpToDate("docs/parameters.md", ReferencePages.Parameters());

    [Fact]
    public void TheReferenceOfIndicatorsIsMadeFromTheCatalogue() => Repository.IsUpToDate("docs/indicators.md", ReferencePages.Indicators());

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
            .Select(line => line.Split('|')[^2]).SelectMany(cell => Quoted().Matches(cell).Select(m => m.Groups[1].Value)).Distinct().ToArray();

        Assert.True(named.Length > 20);
        Assert.All(named, scenario => Assert.True(File.Exists(Path.Combine(Repository.Root, "scenarios", scenario + ".yaml")), scenario));
    }

    [Fact]
    public void EveryRowOfTheStudysPageNamesAFileOrSaysWhyItIsLeftOut() =>
        Assert.All(Rows("docs/from-the-study.md"), row => Assert.True(ModelFile().IsMatch(row) || row.Contains("left out: ", StringComparison.Ordinal), row));

    [Fact]
    public void EveryLinkBetweenDocumentsLeadsSomewhere() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Append(Path.Combine(Repository.Root, "README.md")), file =>
            Assert.All(Link().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value), link =>
                Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)), $"{Path.GetFileName(file)}: {link}")));

    private static IEnumerable<string> Rows(string document) =>
        Read(document).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.Contains("where it lives", StringComparison.Ordinal));

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    [GeneratedRegex(@"`([A-Z][A-Za-z]+/[A-Za-z]+\.cs|[A-Z][A-Za-z]+\.cs)`")]
    private static partial Regex ModelFile();

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
