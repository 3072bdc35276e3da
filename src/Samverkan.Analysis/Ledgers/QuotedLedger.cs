using System.Globalization;
using Samverkan.Analysis.Studies;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Ledgers;

/// <summary>
/// What a shipped study found of how far an answer rests on assumptions, to be set beside a comparison: its intervals are of
/// chance alone.
/// </summary>
/// <param name="Study">Id of the study.</param>
/// <param name="Result">The study's result hash, by which it is quoted.</param>
/// <param name="Same">Whether the study asked this of the very scenarios compared; else it asked it of others of their
/// kind.</param>
/// <param name="Scenario">Title of the scenario that the study asked about.</param>
/// <param name="Base">Title of the one that it was set against.</param>
/// <param name="Outcomes">What the study asked of the difference, the foremost first.</param>
public sealed record QuotedLedger(string Study, string Result, bool Same, string Scenario, string Base,
    IReadOnlyList<QuotedOutcome> Outcomes)
{
    /// <summary>The version of the program that ran the study: another one may answer otherwise.</summary>
    public string Version { get; init; } = "";

    private const string ResultsFolder = "results";
    private const int Named = 3;
    private const double WorthNaming = 0.01;

    private static readonly Lazy<IReadOnlyList<Shipped>> All = new(() => [.. Folders().Select(Read).OfType<Shipped>()]);

    /// <summary>The shipped study of the pair, else one of its kind; null if none is shipped.</summary>
    public static QuotedLedger? Of(Scenario @base, Scenario other)
    {
        var same = All.Value.FirstOrDefault(one => one.Base.Inputs == @base.InputHash && one.Scenario.Inputs == other.InputHash);
        return (same ?? All.Value.FirstOrDefault()) is { } found
            ? new(found.Study, found.Result, same is not null, found.Scenario.Title, found.Base.Title,
                found.Outcomes)
            { Version = found.Version } : null;
    }

    /// <summary>In a sentence, for the outcome that stands first.</summary>
    public string InWords()
    {
        var first = Outcomes[0];
        var foremost = string.Join(", ", first.Foremost.Select(one => $"{one.Factor} ({StudySection.Percent(one.Share)})"));
        var which = first.Foremost.Count == 0
            ? "no single number stands out"
            : $"better knowledge of {foremost} would change it most";
        var share = StudySection.Percent(first.Assumed);
        var about = $"{share} of what is not known about the change in {first.Title} rests on assumptions; {which}";
        var quoted = $"{about} (study '{Study}' of version {Version}, {Result})";
        return Same
            ? quoted
            : $"No shipped study says how far this rests on assumptions. Of '{Scenario}' against '{Base}': {quoted}";
    }

    private static IEnumerable<string> Folders()
    {
        var place = Paths.Library is { } library ? Path.Combine(library, StudyReader.Folder, ResultsFolder) : null;
        return place is null || !Directory.Exists(place) ? []
            : Directory.EnumerateDirectories(place).Order(StringComparer.Ordinal);
    }

    private static Shipped? Read(string folder)
    {
        var table = Path.Combine(folder, "ledger.csv");
        if (!File.Exists(table)
            || StudyManifest.Read(Path.Combine(folder, ResultFolder.ManifestName)) is not { Result: { } result } manifest)
            return null;
        var rows = Csv.Read(table).Where(row => row["versus"].Length > 0).ToList();
        if (rows.Count == 0)
            return null;
        var scenario = rows[0]["scenario"];
        return new(
            manifest.Study, result, manifest.Scenarios.First(one => one.Id == rows[0]["versus"]),
            manifest.Scenarios.First(one => one.Id == scenario),
            [.. rows.Where(row => row["scenario"] == scenario).GroupBy(row => row["outcome"]).Select(Outcome)],
            manifest.Version.Split('+')[0]);
    }

    private static QuotedOutcome Outcome(IGrouping<string, IReadOnlyDictionary<string, string>> rows)
    {
        double Share(string part) => rows.Where(row => row["part"] == part).Select(ShareOf).FirstOrDefault(double.NaN);
        string[] sums = ["chance", "assumptions", "better known"];
        var title = IndicatorCatalogue.Find(rows.Key)?.Title ?? FateOutcome.Find(rows.Key)?.Title ?? rows.Key;
        return new(
            rows.Key, title, Share("chance"), Share("assumptions"), Share("better known"),
            [.. rows.Where(row => row["evidence"] == "assumed" && !sums.Contains(row["part"]) && ShareOf(row) >= WorthNaming)
                .OrderByDescending(ShareOf).Take(Named)
                .Select(row => new QuotedFactor(row["part"], row["meaning"], ShareOf(row)))]);
    }

    private static double ShareOf(IReadOnlyDictionary<string, string> row) =>
        double.TryParse(row["share"], NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? share : double.NaN;

    private sealed record Shipped(string Study, string Result, ScenarioEntry Base, ScenarioEntry Scenario,
        IReadOnlyList<QuotedOutcome> Outcomes, string Version);
}

/// <summary>One outcome of the difference.</summary>
/// <param name="Chance">Share of the variance of a single pair of runs that is chance.</param>
/// <param name="Assumed">Of the rest, the share that comes from parameters that are assumptions.</param>
/// <param name="Known">The same from parameters that are better known.</param>
/// <param name="Foremost">The assumptions whose better knowledge would change the answer most.</param>
public sealed record QuotedOutcome(string Outcome, string Title, double Chance, double Assumed, double Known,
    IReadOnlyList<QuotedFactor> Foremost);

public sealed record QuotedFactor(string Factor, string Meaning, double Share);
