using System.Globalization;
using System.Text;
using Samverkan.Analysis.Studies.Sampling;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Patterns;

/// <summary>
/// What the model could be before anything is fitted: every uncertain parameter anywhere in the range that its evidence allows,
/// and
/// every rival rule, each drawn by itself. A pattern that nearly all of these worlds show cannot fail, and is no test.
/// </summary>
public sealed class Prior
{
    /// <summary>A pattern that holds in this share of the draws or more is no test.</summary>
    public const double CannotFail = 0.95;

    private static readonly ParameterInfo[] Facts = [.. Catalogue.All.Where(p =>
        p.Role == Role.Uncertain && p.Measure != Measure.Switch)];

    // Structural switches that stand for another explanation of the same thing, not for what a scenario does.
    private static readonly ParameterInfo[] Rivals =
    [
        .. new[] { "committee.dailyDecisions", "cooperation.trustCompounds",
            "cooperation.endsAsCoalitions" }.Select(Catalogue.Get),
    ];

    private readonly double[][] units;

    public Prior(int draws, ulong seed) => units = UnitSamples.MonteCarlo(draws, Facts.Length + Rivals.Length, seed);

    public int Draws => units.Length;

    /// <summary>A draw laid on a world. What the world itself states stays as it is stated.</summary>
    public ParameterSet Of(int draw, ParameterSet world) => world.With(
        Facts.Select((p, i) => (p, Value: Quantiles.Of(UncertainParameter.ByEvidence(p).Belief, units[draw][i])))
            .Concat(Rivals.Select((p, i) => (p, Value: units[draw][Facts.Length + i] < 0.5 ? p.Min : p.Max)))
            .Where(drawn => drawn.p.Get(world) == drawn.p.Default)
            .Select(drawn => KeyValuePair.Create(drawn.p, drawn.Value)));
}

/// <summary>In how many draws of the prior each pattern held; kept in a file beside the page of patterns.</summary>
/// <param name="Draws">How many there were; each pattern was judged in one replication of its worlds.</param>
/// <param name="Held">By pattern.</param>
public sealed record PriorTable(int Draws, IReadOnlyDictionary<string, int> Held)
{
    public const string File = "docs/patterns-prior.csv";

    private const string Head = "pattern,held,draws";

    /// <summary>Not a number for a pattern that was not judged.</summary>
    public double Share(string pattern) => Held.TryGetValue(pattern, out var held) ? (double)held / Draws : double.NaN;

    public static PriorTable Of(IReadOnlyList<IReadOnlyList<JudgedPattern>> draws) => new(
        draws.Count,
            draws.SelectMany(draw =>
                draw).GroupBy(one => one.Pattern.Id).ToDictionary(one => one.Key, one => one.Count(judged => judged.Holds)));

    public string Csv()
    {
        var text = new StringBuilder(Head + "\n");
        foreach (var pattern in PatternList.All.Where(pattern => Held.ContainsKey(pattern.Id)))
            text.Append(CultureInfo.InvariantCulture, $"{pattern.Id},{Held[pattern.Id]},{Draws}\n");
        return text.ToString();
    }

    /// <returns>null where it was not measured.</returns>
    public static PriorTable? Read(string file)
    {
        if (!System.IO.File.Exists(file)) return null;
        var rows = Runs.Results.Csv.Read(file).ToList();
        return rows.Count == 0 ? null : new(
            int.Parse(rows[0]["draws"], CultureInfo.InvariantCulture),
            rows.ToDictionary(row => row["pattern"], row => int.Parse(row["held"], CultureInfo.InvariantCulture)));
    }
}
