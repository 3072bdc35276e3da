using System.CommandLine;
using Samverkan.Analysis.Comparisons;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>--rank</c>: the outcome by which several policies are ranked.</summary>
public static class RankOption
{
    public static Option<string> Create() => new("--rank")
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
                $"--rank: there is no outcome '{rank}'.{DidYouMean.Of(rank, PolicyTable.RankIds)} Policies are ranked by one of "
                    + $"{string.Join(", ", PolicyTable.RankIds)}.");
    }
}
