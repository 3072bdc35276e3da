using System.Globalization;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>An outcome of one's own over persons goes wherever a study takes an outcome: here with the model itself.</summary>
public sealed class PersonOutcomesTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public PersonOutcomesTests() => File.WriteAllText(place["short.yaml"], """
        id: short
        title: Short
        question: Q?
        horizon: { from: 1995-01, to: 1995-12 }
        """);

    public void Dispose() => place.Dispose();

    [Fact]
    public void Replications_are_added_until_the_interval_of_a_Gini_over_persons_is_narrow()
    {
        Write("replications: 60");

        var (code, output, errors) = Study("--until-ci", "3%");

        Assert.True(code == 0, errors);
        Assert.Contains("narrow enough after", output);
        var (count, mean, deviation) = (Number("count(*)"), Number("avg(value)"), Number("stddev_samp(value)"));
        Assert.InRange(count, 2, 59);
        Assert.InRange(mean, .1, .9);
        // Student's t of more than a few replications is below 2.8.
        Assert.True(2.8 * deviation / Math.Sqrt(count) <= .03 * mean * 1.5, $"{count} {mean} {deviation}");
    }

    [Fact]
    public void A_calibration_keeps_the_draws_whose_Gini_over_persons_is_as_observed()
    {
        Write("""
            replications: 1
            uncertain: [{ parameter: care.otherSector }, { parameter: care.informalCare }]
            calibrate: { waves: 1, size: 12, accept: 10, targets: [{ outcome: spread, between: [0.1, 0.9], source: a survey }] }
            """);

        var (code, output, errors) = Study();

        Assert.True(code == 0, errors + output);
        // Twelve samples of the wave, and ten that are kept.
        Assert.Equal(22, Number("count(*)"));
        Assert.Contains("spread", File.ReadAllText(place["result/study.md"]));
        var (_, accepted, _) = Run("query", "select count(distinct accepted) from region", place["result"], "--csv");
        Assert.Equal("10", accepted.Split('\n')[1].Trim());
    }

    private void Write(string more) => File.WriteAllText(place["my-study.yaml"], $$"""
        id: my-study
        title: My study
        question: How even is it?
        scenarios: [short.yaml]
        outcomes: [{ id: spread, expression: "gini([person.unmetNeeds])" }]
        {{more}}
        """);

    private double Number(string of)
    {
        var (code, output, errors) = Run("query", $"select {of} from figures where outcome = 'spread'", place["result"], "--csv");
        Assert.True(code == 0, errors);
        return double.Parse(output.Split('\n')[1].Trim(), CultureInfo.InvariantCulture);
    }

    private (int Code, string Output, string Errors) Study(params string[] more) =>
        Run(["study", "run", place["my-study.yaml"], "--out", place["result"], .. more]);

    private static (int Code, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(args, output, errors, InProcessRun.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
