using System.Security.Cryptography;
using System.Text;
using Samverkan.Analysis.Results;
using Samverkan.Model;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.App.Commands;

/// <summary>Names for results that tell what is in them; whatever is not as usual is part of the name.</summary>
internal static class FolderName
{
    private const string Root = "out";
    private const ulong UsualSeed = 1;
    private const int UsualReplications = 50;
    private const int MostNamed = 3;

    /// <summary>What is longer ends in a hash of the whole: file systems take names of 255 bytes, and results have drafts beside
    /// them.</summary>
    private const int Longest = 160;

    public static string OfRun(Scenario scenario, IReadOnlyList<string> changes, ulong seed, int replication, string? until,
        bool persons) =>
        Named(
            scenario.Id, changes, seed, replication == 1 ? "" : $"-replication-{replication}", until is null ? ""
            : $"-until-{until}",
            persons ? "-persons" : "", RulesOf(scenario));

    public static string OfComparison(IReadOnlyList<Scenario> scenarios, IReadOnlyList<string> changes, ulong seed,
        int replications, Month? since, bool everything, IReadOnlyList<int>? persons,
        bool known = false, string? region = null, double discount = BudgetResult.UsualDiscountRate)
    {
        var others = scenarios.Skip(1).Select(scenario => scenario.Id).ToList();
        var named = string.Join("-and-", others.Take(MostNamed))
            + (others.Count > MostNamed ? $"-and-{others.Count - MostNamed}-more" : "");
        return Named(
            $"{named}-vs-{scenarios[0].Id}", changes, seed,
            since is { } month ? $"-since-{month}" : "", replications == UsualReplications ? "" : $"-{replications}-replications",
            everything ? "-all-series" : "",
            persons is null ? "" : $"-persons-{string.Join('-', persons)}", known ? "-known" : "", region is null ? ""
                : $"-region-{Path.GetFileNameWithoutExtension(region)}",
            discount == BudgetResult.UsualDiscountRate ? "" : $"-discount-{TypedShare.InWords(discount).TrimEnd(' ', '%')}",
            RulesOf(scenarios[0]));
    }

    private static string RulesOf(Scenario scenario) =>
        scenario.Rules is { } rules ? $"-rules-{Path.GetFileNameWithoutExtension(rules.File)}" : "";

    /// <param name="said">What else was said, as it was typed.</param>
    public static string OfDecision(
        string kind, IReadOnlyList<Scenario> scenarios, IReadOnlyList<string> changes, IReadOnlyList<string> said, ulong seed,
        int replications, int draws, Month? since, bool known, string? region) => Named(
        $"{kind}-{string.Join("-and-", scenarios.Skip(1).Select(scenario => scenario.Id))}{(scenarios.Count > 1 ? "-vs-" : "")}"
            + scenarios[0].Id,
        changes, seed, string.Concat(said.Select(word => $"-{word.TrimStart('-')}")), since is { } month ? $"-since-{month}" : "",
        $"-{replications}-replications",
        known ? "-known" : $"-{draws}-draws", region is null ? "" : $"-region-{Path.GetFileNameWithoutExtension(region)}");

    /// <summary>The usual place for a run of that id.</summary>
    public static string Of(string run) => Path.Combine(Root, run);

    private static string Named(string what, IReadOnlyList<string> changes, ulong seed, params IEnumerable<string> more)
    {
        var name = what + string.Concat(changes.Select(change => $"-with-{change}")) + (seed == UsualSeed ? "" : $"-seed-{seed}")
            + string.Concat(more);
        var plain = string.Concat(name.Select(one => char.IsAsciiLetterOrDigit(one) || one is '.' or '_' ? one : '-'));
        return Path.Combine(Root, plain.Length <= Longest ? plain
            : $"{plain[..(Longest - 9)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]}");
    }
}
