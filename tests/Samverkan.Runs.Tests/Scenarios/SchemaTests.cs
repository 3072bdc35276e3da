using System.Text.Json.Nodes;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

public sealed class SchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(ScenarioSchema.Generate())!;

    [Fact]
    public void TheSchemaInTheRepositoryIsMadeFromTheCatalogue() =>
        Repository.IsUpToDate(Path.Combine("scenarios", ScenarioSchema.File), ScenarioSchema.Generate());

    [Fact]
    public void EveryParameterHasItsMeaningAndUnitAtHand()
    {
        var parameters = Schema["properties"]!["parameters"]!["properties"]!;

        Assert.All(Catalogue.All, p => Assert.StartsWith(p.Meaning, (string)parameters[p.Id]!["description"]!));
    }

    [Fact]
    public void NamesAreStrict() => Assert.False((bool)Schema["additionalProperties"]!);

    [Fact]
    public void EveryShippedScenarioNamesItsSchema() =>
        Assert.All(Directory.EnumerateFiles(Paths.Library!, "*.yaml"), file =>
            Assert.Equal($"# yaml-language-server: $schema=./{ScenarioSchema.File}", File.ReadLines(file).First()));
}
