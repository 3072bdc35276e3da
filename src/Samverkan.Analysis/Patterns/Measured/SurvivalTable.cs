using System.Globalization;
using System.Text;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Patterns.Measured;

/// <summary>
/// What the survival of the cooperation hangs on: one parameter at a time goes to an end of its range, or near it, in the
/// baseline and
/// without the features of the case.
/// </summary>
public static class SurvivalTable
{
    private static readonly (string Parameter, double Value)[] Changes =
    [
        ("cooperation.dissolution", .6), ("cooperation.dissolution", 4), ("cooperation.dissolutionSlope", 2),
            ("cooperation.dissolutionSlope", 5),
        ("cooperation.dissolutionStress", 0), ("cooperation.dissolutionStress", 40), ("cooperation.trustGain", .08),
            ("cooperation.trustGain", .18),
        ("cooperation.trustLoss", .008), ("cooperation.trustLoss", .024), ("cooperation.win", 0), ("cooperation.win", .03),
        ("cooperation.initialTrust", .1), ("cooperation.initialTrust", .6), ("cooperation.routineGain", .004),
            ("cooperation.routineGain", .03),
        ("cooperation.agreementBase", .1), ("cooperation.agreementBase", .8), ("committee.itemsPerMeeting", 2),
            ("committee.itemsPerMeeting", 6),
        ("cooperation.leaderExit", .15), ("funding.initialSlack", 0), ("funding.actStress", 30),
    ];

    private static readonly IReadOnlyList<(string Label, Variant With, Variant Without)> Rows =
    [
        ("nothing", Variant.Baseline with { Full = false }, Variant.FeaturesAbsent),
        .. Changes.Select(change =>
            (Text(change.Parameter, change.Value), Changed(Variant.Baseline, change), Changed(Variant.FeaturesAbsent, change))),
    ];

    private static readonly Variant Cut = Variant.Baseline.CutOf("county");

    public static IReadOnlyList<Variant> Needs { get; } = [.. Rows.SelectMany(row => new[] { row.With, row.Without }), Cut];

    public static string Markdown(Worlds worlds)
    {
        var text = new StringBuilder();
        Row(text, "changed", "not dissolved in `baseline`", "never hollow", "not dissolved without the features", "never hollow");
        Row(text, "---", "---:", "---:", "---:", "---:");
        foreach (var (label, with, without) in Rows)
            Row(text, label, Share(worlds, with, Ending.Dissolved), Share(worlds, with, Ending.Hollow),
                Share(worlds, without, Ending.Dissolved), Share(worlds, without, Ending.Hollow));
        text.Append("\nOf what the cooperations were hollow:\n\n");
        Row(text, "world", "trust", "joint care", "both", "not hollow");
        Row(text, "---", "---:", "---:", "---:", "---:");
        foreach (var world in new[] { Rows[0].With, Cut, Rows[0].Without })
            Row(text, world.Name,
                [.. new HollowBy?[] { HollowBy.Trust, HollowBy.JointCare, HollowBy.Both, null }.Select(by =>
                    By(worlds, world, by))]);
        text.Append(
            $"\n{worlds[Rows[0].With].Count} replications of each world, seed 1; shares of all replications, to the end of "
                + "2015.\n");
        return text.ToString();
    }

    private static void Row(StringBuilder text, string first, params IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Prepend(first)).Append(" |\n");

    private static Variant Changed(Variant world, (string Parameter, double Value) change) =>
        world.With(string.Create(CultureInfo.InvariantCulture, $"{world.Name}, {change.Parameter} = {change.Value}"), change);

    private static string Share(Worlds worlds, Variant world, Ending ending) =>
        Percent(worlds.Share(world, life => life.Cooperation.Escaped(ending)));

    private static string By(Worlds worlds, Variant world, HollowBy? what) =>
        Percent(worlds.Share(world, life => life.Cooperation.By == what));

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");

    private static string Text(string parameter, double value) =>
        $"`{parameter}` = {Levers.Value(Catalogue.Get(parameter), value)}";
}
