using System.CommandLine;
using System.Text.RegularExpressions;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Runs;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>--rank</c>: the outcome by which several policies are ranked.</summary>
public static class RankOption
{
    private const string Name = "--rank";

    public static Option<string> Create() => new(Name)
    {
        Description = "The outcome by which several policies are ranked, such as total.spent or people.inService",
        HelpName = "OUTCOME",
        DefaultValueFactory = _ => PolicyTable.DefaultRank,
    };

    /// <exception cref="BadRequest">There is no such outcome.</exception>
    public static string Of(ParseResult parsed, Option<string> option)
    {
        var rank = parsed.GetValue(option)!;
        return PolicyTable.RankIds.Contains(rank) ? rank
            : throw new BadRequest(
                $"{Name}: there is no outcome '{rank}'.{DidYouMean.Of(rank, PolicyTable.RankIds)} Policies are ranked by one of "
                    + $"{string.Join(", ", PolicyTable.RankIds)}.");
    }

    /// <summary>The words of a command that say the outcome; none of the usual one.</summary>
    public static IEnumerable<string> Words(string rank) =>
        CommandWords.Option(Name, rank == PolicyTable.DefaultRank ? null : rank);

    /// <summary>The result with the command whose report ranks its policies so.</summary>
    public static ComparisonResult By(ComparisonResult result, string rank) => result with
    {
        Command = string.Join(' ', [Regex.Replace(result.Command, $" {Name} [^ ]+", ""), .. Words(rank)]),
    };
}
