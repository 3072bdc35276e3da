using System.CommandLine;
using Samverkan.Analysis.Results;
using Samverkan.Runs;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.App.Commands;

/// <summary><c>--discount</c>: by how much net effects of later years count less.</summary>
public static class DiscountOption
{
    private const string Name = "--discount";

    /// <param name="usual">What holds where nobody says.</param>
    public static Option<string?> Create(string usual) => new(Name)
    {
        Description = $"Rate a year at which net effects are discounted, from the policy's first year [default: {usual}]",
        HelpName = "PERCENT",
    };

    /// <returns>null: nobody said.</returns>
    /// <exception cref="BadRequest">It is no rate, or none that is allowed.</exception>
    public static double? Of(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        var (rate, problem) = TypedShare.Read(text, 0, BudgetResult.HighestDiscountRate);
        return problem is null ? rate : throw new BadRequest($"{Name}: {problem}");
    }

    /// <summary>The words of a command that say the rate; none of the usual one.</summary>
    public static IEnumerable<string> Words(double rate) =>
        CommandWords.Option(Name, rate == BudgetResult.UsualDiscountRate ? null : TypedShare.InWords(rate));

    /// <summary>The result at another rate, with the command that makes it so.</summary>
    public static ComparisonResult At(ComparisonResult result, double rate)
    {
        static string Typed(double rate) => string.Concat(Words(rate).Select(word => $" {CommandWords.Quoted(word)}"));
        var command = Typed(result.DiscountRate) is { Length: > 0 } own
            ? result.Command.Replace(own, "", StringComparison.Ordinal) : result.Command;
        return result.DiscountedAt(rate) with { Command = command + Typed(rate) };
    }
}
