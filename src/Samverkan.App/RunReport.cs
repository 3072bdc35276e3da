using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Sustainability;
using Samverkan.Grains.Driving;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.App;

/// <summary>Tells one run: a line per year, the fate of the cooperation, and where to read on.</summary>
public sealed class RunReport(Terminal terminal)
{
    private const double Thousand = 1e3;

    private static readonly (Indicator Indicator, string Head, double Scale, int Decimals)[] Columns =
    [
        (InService, "in service", 1, 0),
        (Waiting, "waiting", 1, 0),
        (UnmetPerPerson, "unmet needs", 1, 2),
        (BedDays, "bed days", 1, 1),
        (Posts, "posts", 1, 1),
        (CostPerPerson, "kSEK/person", Thousand, 0),
        (Trust, "trust", 1, 2),
        (TeamCooperation, "cooperation", 1, 2),
        (IncludedGroups, "groups", 1, 0),
        (JointUnits, "joint units", 1, 0),
        (Meetings, "meetings", 1, 0),
    ];

    public void Introduce(Scenario scenario)
    {
        terminal.Remark($"{scenario.Title}   {scenario.Question}");
        Findings.Tell(terminal, scenario);
        terminal.Remark();
    }

    public void Conclude(string id, Job job, ComparedRun run, YearFigures years, string folder, TimeSpan elapsed,
        RunStanding? onGrains = null)
    {
        terminal.Show(TableOf(years));
        terminal.Say();
        if (run.Fates.Count > 1)
            terminal.Say(
                $"Each figure is the mean of {run.Fates.Count} municipalities, but for "
                    + $"{string.Join(" and ", Columns.Where(c => c.Indicator.Over == Reduction.Sum).Select(c => c.Head))}: "
                    + "their sum.");
        terminal.Say(FateInWords(run));
        terminal.Say(LastMinutes(folder) is { } minutes ? $"Last minutes: {minutes}" : "The committee never met.");
        terminal.Say($"Result hash {Fold.InGroups(run.Trace.Hash)}");
        var text = File.Exists(Path.Combine(folder, "series.csv")) ? "series.csv  " : "";
        var persons = File.Exists(Path.Combine(folder, "persons.parquet")) ? "persons.parquet  " : "";
        terminal.Say($"{folder}/   series.parquet  {text}{persons}minutes/  data-dictionary.md  manifest.json");
        if (onGrains is { Traffic.Messages: > 0 }) terminal.Remark(InWords(onGrains));
        terminal.Object(new
        {
            status = "done",
            exitCode = ExitCode.Done,
            scenario = id,
            seed = job.Seed,
            replication = job.Replication,
            from = job.Blueprint.From.ToString(),
            to = job.Blueprint.To.ToString(),
            resultHash = Fold.InGroups(run.Trace.Hash),
            seconds = Math.Round(elapsed.TotalSeconds, 2),
            @out = folder,
            messages = onGrains?.Traffic.Messages,
            messagesPerServiceMonth = onGrains is null ? (double?)null : Math.Round(onGrains.Traffic.PerServiceMonth, 4),
            fates = run.Fates.Select(one => new
            {
                fate = one.Fate,
                dissolvedAt = one.Dissolved?.ToString(),
                hollowAt = one.Hollow?.ToString(),
                benefitLostAt = one.BenefitLost?.ToString(),
            }),
            figures = All.Where(i => i.Headline && double.IsFinite(run.Figures[i])).ToDictionary(i => i.Id, i => run.Figures[i]),
        });
    }

    private static string InWords(RunStanding run) => string.Create(
        CultureInfo.InvariantCulture,
        $"Grains down to each {run.Granularity.ToString().ToLowerInvariant()}: {run.Traffic.Messages:N0} messages, "
            + $"{run.Traffic.PerServiceMonth:0.000} per person in service and month, "
            + $"{run.Traffic.PerMunicipalityMonth:0.0} per municipality and month.");

    private static TextTable TableOf(YearFigures years)
    {
        var table = new TextTable(["year", .. Columns.Select(column => column.Head)]);
        foreach (var (year, figures) in years.Years)
            table.Add([year.ToString(),
                .. Columns.Select(column => TableText.Number(figures[column.Indicator] / column.Scale, column.Decimals))]);
        return table;
    }

    private static string FateInWords(ComparedRun run)
    {
        if (run.Fates is not [var one])
            return $"{run.Fates.Count(each => each.Escaped(Ending.Dissolved))} of {run.Fates.Count} cooperations stand at the "
                + $"end; {run.Fates.Count(each => each.Hollow is not null)} were hollow.";
        if (!one.Began)
            return "No cooperation began.";
        var hollow = one.Hollow is { } from
            ? $" It was hollow{Of(one.By)} from {from} on{(one.HollowAtEnd ? "" : " and recovered, or was dissolved")}." : "";
        var benefit = one.BenefitLost is { } lost ? $" Its benefit was not kept from {lost} on." : " Its benefit was kept.";
        return (one.Dissolved is { } end ? $"The cooperation was dissolved in {end}." : "The cooperation stands at the end.")
            + hollow + benefit;
    }

    private static string Of(HollowBy? by) => by switch
    {
        HollowBy.Trust => " of trust",
        HollowBy.JointCare => " of joint care",
        _ => "",
    };

    private static string? LastMinutes(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "minutes"), "*.txt", SearchOption.AllDirectories)
        .Max(StringComparer.Ordinal);
}
