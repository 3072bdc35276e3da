using System.Xml.Linq;
using Xunit;

namespace Samverkan.Runs.Tests;

/// <summary>Dependencies point one way: Model, Runs, Analysis, App, with Grains beside Analysis.</summary>
public sealed class ArchitectureTests
{
    private const int LineWidth = 130;

    private static readonly string Sources = Path.Combine(Repository.Root, "src");

    [Theory]
    [InlineData("Samverkan.Model")]
    [InlineData("Samverkan.Runs", "Samverkan.Model")]
    [InlineData("Samverkan.Analysis", "Samverkan.Runs")]
    [InlineData("Samverkan.Grains", "Samverkan.Runs")]
    [InlineData("Samverkan.App", "Samverkan.Analysis", "Samverkan.Grains")]
    public void AProjectUsesJustWhatStandsBelowIt(string project, params string[] below) => Assert.Equal(
        below.Order(), Included(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    [Fact]
    public void OnlyGrainsAndTheProgramKnowOrleans() =>
        Assert.All(new[] { "Samverkan.Model", "Samverkan.Runs", "Samverkan.Analysis" }, project =>
    {
        Assert.DoesNotContain(Included(project, "PackageReference"),
            package => package.Contains("Orleans", StringComparison.Ordinal));
        Assert.All(Files(project), file => Assert.DoesNotContain("using Orleans", File.ReadAllText(file)));
    });

    [Fact]
    public void TheModelUsesNoPackageAtRunTime() =>
        Assert.All(Included("Samverkan.Model", "PackageReference"), package => Assert.Contains("Analyzers", package));

    [Fact]
    public void GrainsDrawNothingThemselves() => Assert.All(Files("Samverkan.Grains")
        .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "Actors"),
        file => Assert.DoesNotContain("using Samverkan.Model.Chance", File.ReadAllText(file)));

    [Theory]
    [InlineData("Comparisons")]
    [InlineData("Studies")]
    [InlineData("Sustainability")]
    public void WhatFindsKnowsNothingOfReports(string folder) => Assert.All(
        Files("Samverkan.Analysis").Where(file => Path.GetRelativePath(Path.Combine(Sources, "Samverkan.Analysis"), file)
            .StartsWith(folder, StringComparison.Ordinal)),
        file => Assert.DoesNotContain("using Samverkan.Analysis.Reports", File.ReadAllText(file)));

    [Fact]
    public void TheModelsFoldersAreTheWorld() => Assert.All(
        new[] { "Nations", "Counties", "Municipalities", "SteeringCommittees", "Units", "Teams", "ServiceUsers" },
        folder => Assert.True(Directory.Exists(Path.Combine(Sources, "Samverkan.Model", folder)), folder));

    // No project may have more long lines than it has now. Lower a number when lines have been broken; never raise one.
    [Theory]
    [InlineData("Samverkan.Model", 0)]
    [InlineData("Samverkan.Runs", 21)]
    [InlineData("Samverkan.Analysis", 8)]
    [InlineData("Samverkan.Grains", 0)]
    [InlineData("Samverkan.App", 0)]
    public void LinesEndBeforeColumn130(string project, int stillLonger)
    {
        var longer = Files(project).SelectMany(file => File.ReadLines(file)
            .Select((line, i) => (Text: line, Place: $"{Path.GetRelativePath(Sources, file)}:{i + 1}"))
            .Where(line => line.Text.Length > LineWidth)).ToList();
        Assert.True(longer.Count <= stillLonger,
            $"{longer.Count} lines of {project} are longer than {LineWidth} columns, and {stillLonger} may "
                + $"be:\n{string.Join('\n', longer.Select(line => line.Place))}");
    }

    private static IEnumerable<string> Included(string project, string kind) =>
        XDocument.Load(Path.Combine(Sources, project, project + ".csproj")).Descendants(kind)
        .Select(e => e.Attribute("Include")!.Value.Replace('\\', '/'));

    private static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Path.Combine(Sources, project), "*.cs", SearchOption.AllDirectories)
        .Where(file =>
            !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
