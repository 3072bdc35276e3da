using System.CommandLine;
using System.Globalization;

namespace Samverkan.App.Commands;

/// <summary>Of which replications of a comparison persons are kept.</summary>
internal static class PersonsOption
{
    private const int Usual = 1;

    public static Option<string?> Create() => new("--persons")
    {
        Description =
            $"Keep every person by month, persons.parquet, of some replications, such as 1,2 [default: {Usual}, where it is "
                + "given without]",
        HelpName = "N,N",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <returns>The replications in order; null: none.</returns>
    /// <exception cref="BadRequest">What is written is no list of replications.</exception>
    public static IReadOnlyList<int>? Of(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetResult(option) is not { Implicit: false }) return null;
        return parsed.GetValue(option) is { } text ? Read(text) : [Usual];
    }

    private static IReadOnlyList<int> Read(string text) =>
        [.. text.Split(',').Select(part => Number(part, text)).Distinct().Order()];

    private static int Number(string part, string text) =>
        int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
        ? number
        : throw new BadRequest(
            $"--persons '{text}' names no replications: write them like 1 or 1,2, counted from 1. Scenarios stand before it.");
}
