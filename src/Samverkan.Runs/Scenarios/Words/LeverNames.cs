using Samverkan.Model.Cooperation;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Scenarios.Words;

/// <summary>What a planner calls a lever in a sentence: "the county's controllable frame", "committee meetings".</summary>
internal static class LeverNames
{
    public static string Of(ParameterInfo parameter) =>
        parameter.Name?.Replace("{0}", KeyInWords(parameter), StringComparison.Ordinal) ?? parameter.Id;

    public static string OfFamily(string family) => Wildcard.Parameters(family)[0].AllName ?? $"{family}.*";

    /// <summary>"co-located centres": the hyphens of English stay, those of the id go.</summary>
    public static string ElementInWords(string id)
    {
        string[] hyphenated = ["co", "inter", "multi", "cross"];
        var parts = id.Split('-');
        return string.Concat(parts.Select((part, i) => i == 0 ? part : (hyphenated.Contains(parts[i - 1]) ? "-" : " ") + part));
    }

    private static string KeyInWords(ParameterInfo parameter)
    {
        var key = Wildcard.KeyOf(parameter) ?? "";
        if (TargetGroups.Find(key) is { } group)
            return group.InWords();
        if (Elements.Find(key) is not null)
            return ElementInWords(key);
        return key is "county" or "municipality" ? $"the {key}'s" : key;
    }
}
