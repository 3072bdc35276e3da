using System.Text.RegularExpressions;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Sustainability;
using Samverkan.Runs.Wording;
using Xunit;

namespace Samverkan.Web.Tests;

public sealed partial class TextsTests
{
    private static readonly string Web = Path.Combine(ServedPages.Repository, "src", "Samverkan.App", "Web");

    [GeneratedRegex("""T\["((?:[^"\\]|\\.)+)"[\],]""")]
    private static partial Regex Asked();

    [Fact]
    public void Every_sentence_of_the_pages_is_there_in_Swedish()
    {
        var asked = Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Asked().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(asked);
        Assert.Equal([], asked.Where(sentence => !Localized.Knows(sentence)).Order());
    }

    [Fact]
    public void Every_row_of_the_headline_and_every_curve_of_survival_is_there_in_Swedish()
    {
        var curves = new[] { Ending.Dissolved, Ending.Hollow,
            Ending.BenefitLost }.Select(ending => $"Share of cooperations {EndingText.Of(ending).Otherwise}");

        Assert.Equal([], HeadlineTable.Labels.Concat(curves).Where(label => !Localized.Knows(label)));
    }
}
