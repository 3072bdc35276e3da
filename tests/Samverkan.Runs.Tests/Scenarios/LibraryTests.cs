using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

public sealed class LibraryTests
{
    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(Paths.Library!, "*.yaml").Order().Select(f => Path.GetFileNameWithoutExtension(f))];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void EveryShippedScenarioIsWithoutErrorAndWarning(string name)
    {
        var scenario = ScenarioReader.Read(name);

        Assert.DoesNotContain(scenario.Findings, f => f.Severity == Severity.Warning);
        Assert.Equal(name, scenario.Id);
    }
}
