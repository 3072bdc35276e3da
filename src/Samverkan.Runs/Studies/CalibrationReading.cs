using System.Collections.Immutable;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary><c>calibrate</c>: what the model is to be brought into line with.</summary>
internal static class CalibrationReading
{
    private const int UsualWaves = 3;
    private const int SamplesPerFactor = 10;
    private const double UsualCutoff = 3;
    private const int UsualAccepted = 200;

    /// <summary>A normal distribution has 95 % within so many standard deviations of its mean.</summary>
    private const double Within95 = 1.96;

    public static Calibration? Read(
        MapNode root, ImmutableArray<Policy> policies, ImmutableArray<UncertainFactor> uncertain, ImmutableArray<Outcome> outcomes, ReadingContext context)
    {
        if (root.Map("calibrate") is not { } node)
            return null;
        if (policies.Length > 1)
            context.Findings.Error(root.PlaceOf("scenarios"), Codes.Contradiction, "A calibration brings one scenario into line with what was observed. Keep the one that tells the past.");
        if (root.Find("levers") is { } levers)
            context.Findings.Error(levers.Place, Codes.Contradiction, "A calibration tries no levers: the past had one policy.");
        if (root.Find("uncertain") is null)
            context.Findings.Error(node.Place, Codes.NothingSampled, "There is nothing to calibrate: write what is uncertain under 'uncertain'.");
        var targets = node.Items("targets").OfType<MapNode>().Select(target => Target(target, outcomes, context)).OfType<Target>().ToImmutableArray();
        if (node.Find("targets") is { } none && node.Items("targets").IsEmpty)
            context.Findings.Error(none.Place, Codes.Missing, "A calibration has at least one target.");
        var cutoff = node.Scalar("cutoff") is { } c ? context.Quantity(c, Model.Parameters.Measure.Number) ?? UsualCutoff : UsualCutoff;
        if (cutoff is < 1 or > 10)
            context.Findings.Error(node.PlaceOf("cutoff"), Codes.OutOfRange, $"'{node.Text("cutoff")}' is no cutoff from 1 to 10; 3 is usual.");
        return new(
            StudyReader.WholeNumber(node.Scalar("waves"), 1, 10, context) ?? UsualWaves,
            StudyReader.WholeNumber(node.Scalar("size"), 10, 100_000, context) ?? Math.Max(30, SamplesPerFactor * uncertain.Length),
            cutoff,
            StudyReader.WholeNumber(node.Scalar("accept"), 10, 10_000, context) ?? UsualAccepted,
            targets);
    }

    private static Target? Target(MapNode node, ImmutableArray<Outcome> outcomes, ReadingContext context)
    {
        var outcome = DiscoveryReading.OutcomeOf(node, outcomes, context);
        var between = node.Items("between").OfType<ScalarNode>().ToList();
        if ((node.Find("between") is not null) == (node.Find("value") is not null) || node.Find("value") is not null && node.Find("tolerance") is null)
        {
            context.Findings.Error(node.Place, Codes.BadTarget, "A target is a range ('between: [2, 4]'), or a 'value' with a 'tolerance'.");
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
        return DiscoveryReading.Value(between[0], outcome, context) is { } low && DiscoveryReading.Value(between[1], outcome, context) is { } high
            ? Made(outcome, (low + high) / 2, (high - low) / 2 / Within95, node, node.PlaceOf("between"), context) : null;
    }

    private static Target? Made(Outcome outcome, double value, double tolerance, MapNode node, Place place, ReadingContext context)
    {
        if (tolerance > 0)
            return new(outcome, value, tolerance, node.Text("source"));
        context.Findings.Error(place, Codes.BadTarget, "This leaves no room: a range goes from a lower to a higher value, and a tolerance is more than 0.");
        return null;
    }
}
