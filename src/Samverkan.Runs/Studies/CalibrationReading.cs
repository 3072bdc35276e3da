using System.Collections.Immutable;
using System.Globalization;
using Samverkan.Model;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Tables;

namespace Samverkan.Runs.Studies;

/// <summary><c>calibrate</c>: what the model is to be brought into line with.</summary>
internal static class CalibrationReading
{
    private const int UsualWaves = 3;
    private const int SamplesPerFactor = 10;
    private const double UsualCutoff = 3;
    private const int UsualAccepted = 200;

    /// <param name="folder">Where tables of series are.</param>
    /// <returns>With it the tables that it is read from.</returns>
    public static (Calibration? Calibration, IReadOnlyList<StudyInput> Series) Read(
        MapNode root, ImmutableArray<Policy> policies, ImmutableArray<UncertainFactor> uncertain,
        ImmutableArray<Outcome> outcomes, string folder, ReadingContext context)
    {
        if (root.Map("calibrate") is not { } node)
            return (null, []);
        if (policies.Length > 1)
            context.Findings.Error(root.PlaceOf("scenarios"), Codes.Contradiction,
                "A calibration brings one scenario into line with what was observed. Keep the one that tells the past.");
        if (root.Find("levers") is { } levers)
            context.Findings.Error(levers.Place, Codes.Contradiction, "A calibration tries no levers: the past had one policy.");
        if (root.Find("uncertain") is null)
            context.Findings.Error(node.Place, Codes.NothingSampled,
                "There is nothing to calibrate: write what is uncertain under 'uncertain'.");
        var series = new List<StudyInput>();
        var targets = Once(
            node.Items("targets").OfType<MapNode>()
                .SelectMany(target => target.Find("series") is null
                    ? [(Target(target, outcomes, context), target.Place)]
                    : Series(target, outcomes, policies[0].Blueprint, folder, series, context)),
            context);
        if (node.Find("targets") is { } none && node.Items("targets").IsEmpty)
            context.Findings.Error(none.Place, Codes.Missing, "A calibration has at least one target.");
        var cutoff = node.Scalar("cutoff") is { } c
            ? context.Quantity(c, Samverkan.Model.Parameters.Measure.Number) ?? UsualCutoff : UsualCutoff;
        if (cutoff is < 1 or > 10)
            context.Findings.Error(node.PlaceOf("cutoff"), Codes.OutOfRange,
                $"'{node.Text("cutoff")}' is no cutoff from 1 to 10; 3 is usual.");
        var accepted = StudyReader.WholeNumber(node.Scalar("accept"), 10, 10_000, context) ?? UsualAccepted;
        var draws = StudyReader.WholeNumber(node.Scalar("draws"), 2, 10_000, context) ?? 0;
        if (draws > accepted)
            context.Findings.Error(node.PlaceOf("draws"), Codes.OutOfRange,
                $"{draws} draws cannot come out of {accepted} samples that are kept: "
                    + "'accept' some more, as not all of them meet every target.");
        return (new(
            StudyReader.WholeNumber(node.Scalar("waves"), 1, 10, context) ?? UsualWaves,
            StudyReader.WholeNumber(node.Scalar("size"), 10, 100_000, context)
            ?? Math.Max(30, SamplesPerFactor * uncertain.Length),
            cutoff,
            accepted, targets, draws), series);
    }

    private static ImmutableArray<Target> Once(IEnumerable<(Target? Target, Place Place)> read, ReadingContext context)
    {
        var kept = new Dictionary<string, (Target Target, Place Place)>(StringComparer.Ordinal);
        foreach (var (target, place) in read)
            if (target is not null && !kept.TryAdd(target.Outcome.Id, (target, place))
                && kept[target.Outcome.Id].Place is var first)
                context.Findings.Error(
                    place, Codes.DuplicateId,
                    $"'{target.Outcome.Id}' is observed twice: here and at {first.File}:{first.Line}:{first.Column}. Keep one.");
        return [.. kept.Values.Select(one => one.Target)];
    }

    /// <summary>A target for each year of a table, and where it stands.</summary>
    private static IEnumerable<(Target?, Place)> Series(
        MapNode node, ImmutableArray<Outcome> outcomes, Blueprint world, string folder, List<StudyInput> inputs,
        ReadingContext context)
    {
        if (new[] { "value", "between" }.FirstOrDefault(key => node.Find(key) is not null) is { } other)
            context.Findings.Error(node.PlaceOf(other), Codes.Contradiction,
                $"A series brings its own values: leave out '{other}'.");
        if (DiscoveryReading.OutcomeOf(node, outcomes, context) is not { } outcome || node.Scalar("series") is not { } name)
            return [];
        if (outcome.Indicator is null)
            context.Findings.Error(node.PlaceOf("outcome"), Codes.BadTarget,
                $"'{outcome.Id}' is not an indicator, so it has no series: give it a 'value' or a range.");
        var said = node.Scalar("tolerance") is { } scalar ? DiscoveryReading.Value(scalar, outcome, context) : null;
        if (StudyTable.Read(name, folder, node.Find("tolerance") is null ? ["year", "value", "tolerance"] : ["year", "value"],
            context) is not { } table)
            return [];
        inputs.Add(table.Input);
        return [.. table.Rows.Select(row =>
            (OfYear(row, table, outcome, said, world, node.Text("source"), context), table.PlaceOf(row[0])))];
    }

    private static Target? OfYear(CsvCell[] row, StudyTable table, Outcome outcome, double? said, Blueprint world, string? source,
        ReadingContext context)
    {
        if (table.Number(row, "year", context) is not { } year || table.Number(row, "value", context) is not { } value
            || (said ?? table.Number(row, "tolerance", context)) is not { } tolerance)
            return null;
        var place = table.PlaceOf(table.Cell(row, "year")!.Value);
        if (year != Math.Floor(year) || year < world.From.Year || year > world.To.Year)
            context.Findings.Error(place, Codes.OutsideHorizon,
                $"{year.ToString(CultureInfo.InvariantCulture)} is no year of the scenario, "
                    + $"{world.From.Year} to {world.To.Year}.");
        else if (tolerance <= 0)
            context.Findings.Error(place, Codes.BadTarget, "This leaves no room: a tolerance is more than 0.");
        else
            return new(
                outcome with
                {
                    Id = FormattableString.Invariant($"{outcome.Id}.{year}"),
                    Title = FormattableString.Invariant($"{outcome.Title}, {year}"),
                    From = Month.Of((int)year),
                    To = Month.Of((int)year, 12)
                },
                value, tolerance, source);
        return null;
    }

    private static Target? Target(MapNode node, ImmutableArray<Outcome> outcomes, ReadingContext context)
    {
        var outcome = DiscoveryReading.OutcomeOf(node, outcomes, context);
        var between = node.Items("between").OfType<ScalarNode>().ToList();
        if ((node.Find("between") is not null) == (node.Find("value") is not null)
            || node.Find("value") is not null && node.Find("tolerance") is null)
        {
            context.Findings.Error(node.Place, Codes.BadTarget,
                "A target is a range ('between: [2, 4]'), a 'value' with a 'tolerance', or a 'series'.");
            return null;
        }
        if (outcome is null)
            return null;
        if (node.Find("between") is null)
            return node.Scalar("value") is { } at && DiscoveryReading.Value(at, outcome, context) is { } value
                && node.Scalar("tolerance") is { } give && DiscoveryReading.Value(give, outcome, context) is { } tolerance
                ? Made(outcome, value, tolerance, node, node.PlaceOf("tolerance"), context) : null;
        if (between.Count != 2)
            return Made(outcome, 0, 0, node, node.PlaceOf("between"), context);
        return DiscoveryReading.Value(between[0], outcome, context) is { } low
            && DiscoveryReading.Value(between[1], outcome, context) is { } high
            ? Made(outcome, (low + high) / 2, (high - low) / 2 / Samverkan.Runs.Studies.Target.Within95, node,
                node.PlaceOf("between"), context) : null;
    }

    private static Target? Made(Outcome outcome, double value, double tolerance, MapNode node, Place place,
        ReadingContext context)
    {
        if (tolerance > 0)
            return new(outcome, value, tolerance, node.Text("source"));
        context.Findings.Error(place, Codes.BadTarget,
            "This leaves no room: a range goes from a lower to a higher value, and a tolerance is more than 0.");
        return null;
    }
}
