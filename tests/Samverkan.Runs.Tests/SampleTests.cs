using System.Diagnostics;
using Xunit;

namespace Samverkan.Runs.Tests;

/// <summary>What is shown to those who build on Samverkan runs as it stands.</summary>
public sealed class SampleTests
{
    [Fact]
    public void A_world_made_in_code_is_compared_with_its_change()
    {
        var (code, output, _) = Sample();

        Assert.Equal(0, code);
        Assert.StartsWith("one meeting a year from 2003 against case, 2003 to 2015, 10 pairs", output);
        Assert.Matches(@"unmet needs per person .* difference -?0\.\d\d, 95 % interval -?0\.\d\d to 0\.\d\d +needs", output);
    }

    [Fact]
    public void A_scenario_file_is_compared_with_the_one_it_extends()
    {
        var (code, output, _) = Sample("scenarios/funding-cut.yaml", "2");

        Assert.Equal(0, code);
        Assert.StartsWith("funding-cut against baseline, 2003 to 2015, 2 pairs", output);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_with_the_nearest_that_is()
    {
        var (code, _, errors) = Sample("scenarios/fundin-cut.yaml");

        Assert.Equal(2, code);
        Assert.Contains("Did you mean 'scenarios/funding-cut.yaml'?", errors);
    }

    private static (int Code, string Output, string Errors) Sample(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Embedding.dll"), .. arguments])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
