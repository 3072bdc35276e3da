using System.Text.RegularExpressions;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Wording;
using Xunit;

namespace Samverkan.Runs.Tests.Wording;

/// <summary>What is said about faulty files, and what names mean, in Swedish.</summary>
public sealed partial class SwedishFindingsTests
{
    /// <summary>New names of the model that may wait for their words.</summary>
    private const int MayWait = 5;

    /// <summary>Words that no Swedish sentence has.</summary>
    [GeneratedRegex("\\b(the|of|and|with|which|that|from|are|is|not|was|were|this|than|by|more|fewer|less|there|here)\\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex English();

    /// <summary>What somebody types stays as it is.</summary>
    [GeneratedRegex("'[^']*'|\\([^)]*\\)|: \\w+\\.\\w+.*$|Möjliga val: .*$")]
    private static partial Regex Typed();

    [GeneratedRegex("^\\S+ (?:error|warning|note) SC\\d+ (?<message>.*)$", RegexOptions.Multiline)]
    private static partial Regex Told();

    [Fact]
    public void All_that_is_said_about_a_faulty_file_is_said_in_Swedish()
    {
        using var language = Localized.In(Localized.Swedish);
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/errors.md"));

        var left = Told().Matches(page).Select(one => Localized.Of(one.Groups["message"].Value.TrimEnd())).Distinct()
            .Where(told => English().IsMatch(Typed().Replace(told, ""))).ToList();

        Assert.True(left.Count == 0, "Add these to src/Samverkan.Runs/Wording/sv/findings.json:\n" + string.Join("\n", left));
    }

    [Theory]
    [InlineData("'0,6' has a decimal comma. Did you mean '0.6'?",
        "'0,6' har decimalkomma; i filer skrivs decimaltecknet som punkt. Menade du '0.6'?")]
    [InlineData("'-3' is outside 0 .. 500 meetings/yr for committee.meetingsPerYear.",
        "'-3' ligger utanför 0 .. 500 meetings/yr för committee.meetingsPerYear.")]
    [InlineData("'120 beds' is outside 0 .. 100 beds for ward.beds. Did you mean '12 beds'?",
        "'120 beds' ligger utanför 0 .. 100 beds för ward.beds. Menade du '12 beds'?")]
    public void What_is_to_be_typed_stays_as_it_is_typed(string english, string swedish)
    {
        using var language = Localized.In(Localized.Swedish);

        Assert.Equal(swedish, Localized.Of(english));
    }

    [Fact]
    public void Every_name_means_something_in_Swedish()
    {
        var missing = Catalogue.All.Select(one => one.Meaning).Concat(IndicatorCatalogue.All.Select(one => one.Meaning))
            .Concat(EventForm.All.Select(one => one.Meaning)).Distinct().Where(meaning => !Localized.Knows(meaning)).ToList();

        Assert.True(missing.Count <= MayWait, "Add these to src/Samverkan.Runs/Wording/sv:\n" + string.Join("\n", missing));
    }

    [Theory]
    [InlineData("staff.strain", "belastning: timmar som behövs")]
    [InlineData("väntetid, median", "people.waitMedian")]
    [InlineData("committee.meetingsPerYear", "möten per år vid början")]
    [InlineData("open-unit", "en gemensam enhet öppnas")]
    [InlineData("tillit", "styrgruppens ledamöter litar på varandra")]
    public void Names_are_explained_in_Swedish_and_found_by_Swedish_words(string name, string told)
    {
        using var language = Localized.In(Localized.Swedish);

        Assert.Contains(told, Explanation.Of(name));
    }
}
