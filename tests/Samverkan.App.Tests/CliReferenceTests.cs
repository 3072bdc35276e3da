using Samverkan.Runs.Tests;
using Xunit;

namespace Samverkan.App.Tests;

public sealed class CliReferenceTests
{
    [Fact]
    public void The_reference_of_commands_is_made_from_the_commands() =>
        Repository.IsUpToDate("docs/cli.md", CliReference.Page());

    [Fact]
    public void It_has_the_options_of_every_command() => Assert.Contains("| `--language en\\|sv` |", CliReference.Page());

    [Fact]
    public void It_is_the_same_on_every_machine() => Assert.DoesNotContain($"| {Environment.MachineName} |", CliReference.Page());
}
