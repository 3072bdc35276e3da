using System.Globalization;
using System.Text.Json;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Units;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Wording;
using Xunit;

namespace Samverkan.Runs.Tests.Wording;

/// <summary>What people read in Swedish, and that English is as it is written.</summary>
public sealed class LocalizedTests
{
    /// <summary>Names that nobody has translated yet: they may only become fewer.</summary>
    private const int StillEnglish = 0;

    [Theory]
    [InlineData("people in service", "personer med insats")]
    [InlineData("People in service", "Personer med insats")]
    [InlineData("The county", "Regionen")]
    [InlineData("State", "Läge")]
    [InlineData("the state", "staten")]
    [InlineData("+0.10 (+0.03 .. +1,234.5)", "+0,10 (+0,03 .. +1\u202f234,5)")]
    [InlineData("2.4 MSEK", "2,4 mnkr")]
    [InlineData("January 2003", "januari 2003")]
    [InlineData("committee meetings: 1 instead of 6 meetings/yr", "styrgruppsmöten: 1 i stället för 6 möten/år")]
    [InlineData("the county's controllable frame -20 % from January 2003 to December 2007",
        "regionens påverkbara ram -20 % från januari 2003 till december 2007")]
    [InlineData("What is the county's? Nobody has translated this 1.5.", "What is the county's? Nobody has translated this 1.5.")]
    [InlineData("0.1.0", "0.1.0")]
    public void A_finished_text_is_told_in_Swedish(string english, string swedish)
    {
        using var language = Localized.In(Localized.Swedish);

        Assert.Equal(swedish, Localized.Of(english));
    }

    [Fact]
    public void A_sentence_takes_its_values_in_the_readers_language()
    {
        string Told() => Localized.Of($"{"unmet needs per person"}: no clear difference")
            + Localized.Of($"{1234.5:0.0} MSEK more ({"2 of 3 pairs"})");

        Assert.Equal("unmet needs per person: no clear difference1234.5 MSEK more (2 of 3 pairs)", Told());
        using var language = Localized.In(Localized.Swedish);
        Assert.Equal("otillgodosedda behov per person: ingen tydlig skillnad1234,5 mnkr mer (2 av 3 par)", Told());
    }

    [Fact]
    public void A_sentence_stands_in_one_file_alone()
    {
        var folder = Path.Combine(Repository.Root, "src", "Samverkan.Runs", "Wording", Localized.Swedish);
        var sentences = Directory.EnumerateFiles(folder, "*.json").SelectMany(file =>
            JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateObject().Select(one => one.Name));

        Assert.Equal([], sentences.GroupBy(one => one, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
            .Select(same => same.Key));
    }

    [Fact]
    public void The_language_is_that_of_the_scope_alone()
    {
        using (Localized.In(Localized.Swedish))
            Assert.Equal(Localized.Swedish, Localized.Language);

        Assert.Equal(Localized.English, Localized.Language);
        Assert.Equal("1.5", 1.5.ToString(CultureInfo.CurrentCulture));
    }

    [Fact]
    public void Every_name_of_the_model_and_every_explained_word_is_there_in_Swedish() =>
        Assert.True(Names().Distinct().Where(IsMissing).Count() <= StillEnglish,
            "Add these to src/Samverkan.Runs/Wording/sv/model.json: " + string.Join(" | ", Names().Distinct().Where(IsMissing)));

    [Fact]
    public void Every_shipped_scenario_and_study_has_its_title_and_question_in_Swedish()
    {
        var scenarios = Files("scenarios").Select(file => ScenarioReader.Read(file)).SelectMany(one =>
            new[] { one.Title, one.Question });
        var studies = Files(Path.Combine("scenarios", "studies")).Select(file => StudyReader.Read(file)).SelectMany(one =>
            new[] { one.Title, one.Question });

        Assert.Equal([], scenarios.Concat(studies).Where(IsMissing));
    }

    private static bool IsMissing(string english) => !Localized.Knows(english);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yaml").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names() =>
    [
        .. IndicatorCatalogue.All.Select(one => one.Title), .. IndicatorCatalogue.All.Select(one => one.Unit).Where(unit =>
            unit != "switch"),
        .. Glossary.All.SelectMany(term => new[] { term.Name, term.Meaning }),
        .. Catalogue.All.SelectMany(one => new[] { one.Name, one.AllName }).OfType<string>().Where(name => name != "{0}"),
        .. Enum.GetValues<TargetGroup>().Select(one => one.InWords()), .. Enum.GetValues<UnitKind>().Select(one => one.InWords()),
        .. Enum.GetValues<Element>().Select(one => one.InWords()),
    ];
}
