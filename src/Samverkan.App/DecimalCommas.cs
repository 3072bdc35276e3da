using Samverkan.Runs.Wording;

namespace Samverkan.App;

/// <summary>Decimal commas in the values that a Swedish reader types for options.</summary>
internal static class DecimalCommas
{
    /// <summary>Options whose values are amounts; lists such as 1,2 stand in others.</summary>
    private static readonly HashSet<string> Amounts =
    [
        "--set", "--add", "--multiply", "--discount", "--budget", "--below", "--above", "--less-by", "--more-by", "--certainty",
        "--least", "--most", "--pace", "--until-ci",
    ];

    /// <returns>What was typed, with points in these amounts.</returns>
    public static string[] Read(string[] args) => [.. args.Select((word, place) =>
        place > 0 && Amounts.Contains(args[place - 1]) ? Typed.Number(word)
        : word.IndexOf('=') is > 0 and var at && Amounts.Contains(word[..at]) ? word[..(at + 1)] + Typed.Number(word[(at + 1)..])
        : word)];
}
