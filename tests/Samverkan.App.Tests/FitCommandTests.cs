using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
using Samverkan.Runs.Uncertainty;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>Draws of all that is not known that give what was observed of a place.</summary>
public sealed class FitCommandTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Draws_that_give_what_was_observed_are_kept_and_drawn_from()
    {
        Write("Kommun;Uppgift;1996;tolerance\nUmeå;people.inService;400;60\n");
        var (code, output, errors) = Run("fit", place["ours.yaml"], "--draws", "24");

        Assert.Equal("", errors.Contains("error", StringComparison.OrdinalIgnoreCase) ? errors : "");
        Assert.Equal(0, code);
        Assert.Contains("Comparisons whose base is", output);
        var kept = RegionFile.Read(place["ours.draws.csv"]);
        Assert.InRange(kept.Count, 20, 24);
        Assert.Equal(kept.Hash, Commands.FitCommand.RegionOf(ScenarioReader.Read(place["ours.yaml"]))!.Hash);
    }

    [Fact]
    public void Without_anything_observed_it_says_what_to_write()
    {
        Write("Kommun;Uppgift;Värde\nUmeå;ward.beds;20\n");
        var (code, _, errors) = Run("fit", place["ours.yaml"]);

        Assert.Equal(2, code);
        Assert.Contains("says nothing of what was observed", errors);
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run(arguments, output, errors, new FakeWorld().Start);
        return (code, output.ToString(), errors.ToString());
    }

    private void Write(string table)
    {
        File.WriteAllText(place["own.csv"], table);
        File.WriteAllText(place["ours.yaml"], """
            id: ours
            extends: baseline
            title: Ours
            question: What of our own?
            horizon: { from: 1995-01, to: 1997-12 }
            world: { table: own.csv }
            expect: [{ indicator: people.reach, gt: 0 }]
            """);
    }
}
