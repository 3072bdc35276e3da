using Samverkan.Model;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

public sealed class PolicyFileTests
{
    private const string Change = "interventions: [{ id: cut, lever: team.postsOpen, change: { set: 80 % } }]\n";

    private static readonly Blueprint World = ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", "baseline.yaml"))
        .Blueprint;

    /// <summary>As in a file that 'init' wrote, whose values are all left to be chosen.</summary>
    [Fact]
    public void A_heading_with_nothing_under_it_changes_nothing_from_the_start() =>
        Assert.Single(Read($"{Change}parameters:\n  # ward.beds: 16 beds\n").Interventions);

    [Fact]
    public void What_holds_from_the_start_is_not_for_a_run_that_has_started() =>
        Assert.Contains(Assert.Throws<ScenarioErrors>(() => Read($"{Change}parameters:\n  ward.beds: 12 beds\n")).Findings,
            finding => finding.Message.StartsWith("'parameters' holds from the start", StringComparison.Ordinal));

    private static PolicyChange Read(string text) => PolicyFile.Parse(text, "the change", World, Month.Of(2005));
}
