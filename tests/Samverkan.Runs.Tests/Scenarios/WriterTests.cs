using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Words;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

public sealed class WriterTests
{
    private static Scenario Written(Func<string, string> edit, string? municipality = null)
    {
        var folder = Directory.CreateTempSubdirectory("samverkan").FullName;
        try
        {
            var path = Path.Combine(folder, "my-cut.yaml");
            File.WriteAllText(path, edit(ScenarioWriter.Init(path, "baseline", municipality)));
            return ScenarioReader.Read(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void AFreshFileIsWithoutErrorAndChangesNothing()
    {
        var scenario = Written(text => text);

        Assert.Empty(scenario.Findings);
        Assert.Null(ScenarioDiff.FirstDifference(ScenarioReader.Read("baseline"), scenario));
    }

    [Fact]
    public void OneValueIsEditedToAskAQuestion()
    {
        var scenario = Written(text => text.Replace("multiply: 1.0", "multiply: 0.8"));

        Assert.Equal(["the county's controllable frame -20 % from January 2003"], ScenarioDiff.InWords(ScenarioReader.Read("baseline"), scenario).Lines);
    }

    [Fact]
    public void EveryLeverThatIsOfferedCanBeTakenIntoUse()
    {
        var scenario = Written(text => string.Join('\n', text.Split('\n').Select(line => line.StartsWith("  # ") && line.Contains(": ") && !line.Contains("...") ? "  " + line[4..] : line)));

        Assert.Null(ScenarioDiff.FirstDifference(ScenarioReader.Read("baseline"), scenario));
    }

    [Fact]
    public void AMunicipalityOfOnesOwnIsFoundByItsName()
    {
        var scenario = Written(text => text, "linköping");

        var municipality = Assert.Single(Assert.Single(scenario.Blueprint.Counties).Municipalities);
        Assert.Equal(("0580", "Linköping"), (municipality.Code, municipality.Name));
        Assert.NotEmpty(scenario.ScaledFromCase);
        Assert.DoesNotContain(scenario.Findings, f => f.Severity is Severity.Error or Severity.Warning);
    }

    [Fact]
    public void AMisspeltMunicipalityIsGuessed() =>
        Assert.EndsWith("Did you mean 'Södertälje'?", Assert.Throws<ScenarioErrors>(() => Written(t => t, "Sodertalje")).Findings[0].Message);

    [Fact]
    public void EveryLeverHasANameForSentences() => Assert.All(Catalogue.All.Where(p => p.Role == Role.Lever), lever => Assert.True(lever.Name is not null, lever.Id));

    [Fact]
    public void EveryNameIsExplained() => Assert.All(Explanation.AllNames, name => Assert.NotNull(Explanation.Of(name)));
}
