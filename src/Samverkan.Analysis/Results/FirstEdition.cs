using System.Text.Json;
using System.Text.Json.Nodes;
using Samverkan.Runs.Results;

namespace Samverkan.Analysis.Results;

/// <summary>
/// Reads what 0.1.0 left of a comparison: <c>comparison.json</c> with its tables and <c>report.json</c> with its pictures.
/// Names are
/// put as they are now; what that edition did not know stays empty.
/// </summary>
internal static class FirstEdition
{
    /// <summary>Id of the one ending that 0.1.0 knew.</summary>
    public const string Lost = "lost";

    public const string Facts = "report.json";

    /// <returns>null if the folder holds no comparison of that edition.</returns>
    public static ComparisonResult? Read(string folder)
    {
        var told = Parse(Path.Combine(folder, ComparisonResult.File));
        if (told?["schema"] is not null || Parse(Path.Combine(folder, Facts)) is not { } facts || facts["kind"] is not null
            || facts["quarters"] is null)
            return null;
        Rename(facts, "result", "resultHash");
        facts["schema"] = 1;
        facts["base"] = (string?)facts["scenarios"]![0]!["id"];
        foreach (var scenario in facts["scenarios"]!.AsArray().Select(one => one!.AsObject()))
            Renew(scenario, told?["scenarios"]!.AsArray().Select(one => one!.AsObject())
                .FirstOrDefault(one => (string?)one["scenario"] == (string?)scenario["id"]), facts);
        return facts.Deserialize<ComparisonResult>(ComparisonResult.Format);
    }

    private static void Renew(JsonObject scenario, JsonObject? told, JsonObject facts)
    {
        Rename(scenario, "id", "scenario");
        Rename(scenario, "headline", "rows");
        (scenario["from"], scenario["to"]) = ((string?)facts["from"], (string?)facts["to"]);
        foreach (var name in (string[])["expectations", "lost", "neverBegan", "lostAt", "dissolvedAt", "hollowAt",
            "benefitLostAt"])
            if (told?[name] is { } value)
                scenario[name] = value.DeepClone();
        RenewRows(scenario["rows"], told?["rows"]);
        foreach (var group in scenario["groups"]!.AsArray().Concat(scenario["sectors"]!.AsArray()))
            RenewRows(group!["rows"], null);
        var lasting = scenario["lasting"]!.AsObject();
        RenewRows(lasting["course"], null);
        RenewRows(lasting["profile"], null);
        lasting["endings"] ??= new JsonArray(new JsonObject
        {
            ["id"] = Lost,
            ["count"] = (int)lasting[Lost]!,
            ["curve"] = lasting["curve"]!.DeepClone(),
            ["medianYears"] = lasting["medianYears"]?.DeepClone(),
            ["test"] = lasting["test"]?.DeepClone(),
        });
    }

    /// <summary>How a row is printed is seen from its cells.</summary>
    private static void RenewRows(JsonNode? rows, JsonNode? told)
    {
        foreach (var row in rows!.AsArray().Select(one => one!.AsObject()))
        {
            Rename(row, "id", "indicator");
            var printed = (string)row["cells"]![0]!;
            row["asPercent"] = printed.EndsWith('%');
            row["decimals"] = printed.IndexOf('.') is >= 0 and var point ? printed.Length - point - 1 : 0;
            row["isClear"] ??= (double?)row["low"] > 0 || (double?)row["high"] < 0;
            row["replicationsSaved"] = told?.AsArray()
                .FirstOrDefault(one => (string?)one!["indicator"]
                    == (string?)row["indicator"])?["replicationsSaved"]?.DeepClone();
        }
    }

    private static void Rename(JsonObject node, string from, string to)
    {
        if (!node.Remove(from, out var value))
            return;
        node[to] = value;
    }

    private static JsonObject? Parse(string path) =>
        File.Exists(path) ? JsonNode.Parse(ResultText.ReadJson(path)) as JsonObject : null;
}
