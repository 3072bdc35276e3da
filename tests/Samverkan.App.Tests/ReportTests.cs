using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MiniExcelLibs;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>A comparison of three scenarios over four pairs, with its report.</summary>
public sealed class ComparedFolder : IDisposable
{
    private readonly TemporaryFolder place = new();

    public ComparedFolder()
    {
        var errors = new StringWriter();
        var code = CommandLine.Run(
            ["compare", Scenarios.Named("baseline"), Scenarios.Named("funding-cut"), Scenarios.Named("separate-services"),
                "--replications", "4", "--out", Folder],
            new StringWriter(), errors, InProcessRun.Start);
        Assert.True(code == ExitCode.Done, errors.ToString());
    }

    public string Folder => place["result"];

    public string this[string name] => Path.Combine(Folder, name);

    public void Dispose() => place.Dispose();
}

[CollectionDefinition(nameof(ComparedFolder))]
public sealed class ComparedFolderUsers : ICollectionFixture<ComparedFolder>;

[Collection(nameof(ComparedFolder))]
public sealed class ReportTests(ComparedFolder result)
{
    private const int MostBytes = 2_500_000;
    private const int HeadlineRows = 27;

    private XElement Page() => XDocument.Parse(Regex.Replace(Text(), "^<!DOCTYPE html>", "")).Root!;

    private string Text() => File.ReadAllText(result["report.html"]);

    [Fact]
    public void The_page_is_well_formed_says_its_language_and_has_one_title_and_heads_in_order()
    {
        var page = Page();

        Assert.Equal("en", (string?)page.Attribute("lang"));
        Assert.Single(page.Descendants("h1"));
        var levels = page.Descendants().Where(e => Regex.IsMatch(e.Name.LocalName, "^h[1-4]$"))
            .Select(e => e.Name.LocalName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 2));
    }

    [Fact]
    public void Nothing_is_fetched_from_elsewhere_and_nothing_runs()
    {
        Assert.DoesNotMatch("https?://|//cdn|@import|url\\((?!#)", Text());
        Assert.DoesNotContain(Page().Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe");
    }

    [Fact]
    public void Every_link_leads_somewhere_and_no_name_is_given_twice()
    {
        var ids = Page().DescendantsAndSelf().Attributes("id").Select(a => a.Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Page().Descendants("a").Attributes("href"), link => Assert.Contains(link.Value.TrimStart('#'), ids));
        Assert.All(Regex.Matches(Text(), "url\\(#([^)]*)\\)"), match => Assert.Contains(match.Groups[1].Value, ids));
    }

    [Fact]
    public void Every_picture_has_a_title_and_a_text_for_those_who_cannot_see_it()
    {
        var pictures = Page().Descendants("svg").ToList();

        Assert.Equal(Directory.GetFiles(result["figures"], "*.svg").Length, pictures.Count);
        Assert.All(pictures, svg =>
        {
            Assert.Equal("img", (string?)svg.Attribute("role"));
            Assert.True(svg.Element("title")!.Value.Length > 3);
            Assert.True(svg.Element("desc")!.Value.Length > 40);
        });
        Assert.All(Page().Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
    }

    [Fact]
    public void Every_figure_of_the_headline_tables_is_the_mean_of_its_pairs()
    {
        var pairs = File.ReadLines(result["paired.csv"]).Skip(1).Select(line => line.Split(','))
            .ToLookup(row => (Scenario: row[1], Indicator: row[4]), row => (Base: Number(row[6]), Other: Number(row[7])));
        var checkedRows = 0;
        foreach (var (table, scenario) in Page().Descendants("section").Single(s => (string?)s.Attribute("id") == "figures")
            .Descendants("table").Zip(["funding-cut", "separate-services"]))
            foreach (var row in table.Element("tbody")!.Elements("tr"))
                if (Indicators.TryGetValue(row.Element("th")!.Value, out var indicator))
                {
                    var numbers = row.Descendants("data")
                        .Select(data => double.Parse(data.Attribute("value")!.Value, CultureInfo.InvariantCulture)).ToList();
                    var of = pairs[(scenario, indicator.Id)].ToList();
                    Assert.Equal(4, of.Count);
                    Assert.Equal(of.Average(pair => pair.Base) / indicator.Scale, numbers[0], 9);
                    Assert.Equal(of.Average(pair => pair.Other) / indicator.Scale, numbers[1], 9);
                    Assert.Equal(of.Average(pair => pair.Other - pair.Base) / indicator.Scale, numbers[2], 9);
                    checkedRows++;
                }
        Assert.Equal(2 * Indicators.Count, checkedRows);
    }

    [Fact]
    public void The_budget_has_both_sectors_of_every_year_and_its_effects_add_up()
    {
        var rows = MiniExcel.Query(result["tables.xlsx"], useHeaderRow: true, sheetName: "budget")
            .Cast<IDictionary<string, object?>>().ToList();
        var totals = MiniExcel.Query(result["tables.xlsx"], useHeaderRow: true, sheetName: "net effect")
            .Cast<IDictionary<string, object?>>().ToList();

        Assert.Equal(3 * 3 * 21, rows.Count);
        foreach (var total in totals)
            Assert.Equal(
                (double)total["net effect, MSEK"]!,
                rows.Where(row => row["scenario"]!.Equals(total["scenario"]) && row["sector"]!.Equals(total["sector"]))
                .Sum(row => (double)row["net effect"]!), tolerance: 1e-6);
        foreach (var both in totals.Where(one => (string)one["sector"]! == "both"))
            Assert.Equal(
                (double)both["net effect, MSEK"]!,
                totals.Where(one => one["scenario"]!.Equals(both["scenario"]) && (string)one["sector"]! != "both")
                .Sum(one => (double)one["net effect, MSEK"]!), tolerance: 1e-6);
        Assert.Contains(totals, one => Math.Abs((double)one["net effect, MSEK"]!) > 1);
    }

    [Fact]
    public void Net_effects_of_years_after_the_policys_first_count_less_at_the_usual_rate()
    {
        var kept = ComparisonResult.Read(result.Folder)!;

        Assert.Equal(BudgetResult.UsualDiscountRate, kept.DiscountRate);
        foreach (var (scenario, plain) in kept.Others.Zip(kept.DiscountedAt(0).Others))
        {
            var first = int.Parse(scenario.Start![..4], CultureInfo.InvariantCulture);
            foreach (var (total, undiscounted) in scenario.Budget!.Totals.Zip(plain.Budget!.Totals))
            {
                Assert.Equal(total.Net, undiscounted.Discounted, 1e-6);
                Assert.Equal(total.Discounted, scenario.Budget.Lines.Where(line => line.Sector == total.Sector)
                    .Sum(line => line.Effect / Math.Pow(1.03, line.Year - first)), 1e-6);
            }
        }
    }

    [Fact]
    public void Tables_are_a_workbook_with_a_sheet_for_each()
    {
        Assert.Equal(["about", "side by side", "headline", "sustainability", "survival", "groups", "sectors", "payments",
            "budget", "net effect", "over time", "parameters"], MiniExcel.GetSheetNames(result["tables.xlsx"]));
        Assert.Equal(2 * HeadlineRows, MiniExcel.Query(result["tables.xlsx"], useHeaderRow: true, sheetName: "headline").Count());
    }

    [Fact]
    public void The_page_stays_small_enough_to_send() =>
        Assert.InRange(new FileInfo(result["report.html"]).Length, 100_000, MostBytes);

    [Fact]
    public void A_report_made_again_from_the_folder_is_the_same_to_the_byte()
    {
        var before = Text();
        File.Delete(result["report.html"]);

        Assert.Equal(ExitCode.Done,
            CommandLine.Run(["report", result.Folder], new StringWriter(), new StringWriter(), InProcessRun.Start));

        Assert.Equal(before, Text());
    }

    [Fact]
    public void A_folder_without_a_comparison_is_refused_in_words()
    {
        var errors = new StringWriter();

        Assert.Equal(ExitCode.BadInput, CommandLine.Run(["report", Path.GetDirectoryName(result.Folder)!], new StringWriter(),
            errors, InProcessRun.Start));

        Assert.Contains("holds no comparison.json and no report.json", errors.ToString());
    }

    private static readonly Dictionary<string, (string Id, double Scale)> Indicators = new()
    {
        ["unmet needs per person in service"] = ("needs.unmetPerPerson", 1),
        ["unmet needs per eligible person"] = ("needs.unmetPerEligible", 1),
        ["people in service"] = ("people.inService", 1),
        ["people waiting"] = ("people.waiting", 1),
        ["bed days per person and year"] = ("ward.bedDays", 1),
        ["delayed days per person and year"] = ("ward.delayedDays", 1),
        ["cost per person and year (kSEK)"] = ("money.perPerson", 1e3),
        ["county's demand-driven cost (MSEK a year)"] = ("money.countyDemandCost", 1e6),
        ["municipality's demand-driven cost (MSEK a year)"] = ("money.municipalDemandCost", 1e6),
        ["committee meetings per year"] = ("committee.meetings", 1),
    };

    private static double Number(string text) => text == "" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
