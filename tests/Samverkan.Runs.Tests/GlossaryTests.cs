using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Wording;
using Xunit;

namespace Samverkan.Runs.Tests;

/// <summary>The words of reports are found by those who look for them.</summary>
public sealed class GlossaryTests
{
    [Fact]
    public void Every_name_that_a_word_stands_for_can_be_explained() =>
        Assert.Equal([], Glossary.All.SelectMany(term => term.Names).Where(name => Explanation.Of(name) is null));

    [Theory]
    [InlineData("budget", "frame")]
    [InlineData("meetings", "committee meetings")]
    [InlineData("möten", "committee meetings")]
    [InlineData("strain", "strain")]
    [InlineData("Demand-driven cost", "demand-driven cost")]
    [InlineData("controllable frame", "controllable frame")]
    [InlineData("voltage drop", "voltage drop")]
    [InlineData("program drift", "program drift")]
    [InlineData("area under benefit", "area under benefit")]
    [InlineData("log-rank", "log-rank")]
    public void Words_and_synonyms_are_explained(string word, string term) => Assert.Contains($"{term}\n", Explanation.Of(word));

    [Theory]
    [InlineData("committee.meetingsPerYer")]
    [InlineData("embedded")]
    [InlineData("xyzzy")]
    public void What_is_no_word_is_not_explained(string word) => Assert.Null(Explanation.Of(word));
}
