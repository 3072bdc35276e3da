using System.CommandLine;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary>Arguments that name scenarios and what is in them; a shell completes them.</summary>
internal static class ScenarioArguments
{
    public static Argument<string> One(string name = "SCENARIO")
    {
        var argument = new Argument<string>(name)
        {
            HelpName = name,
            Description = "A scenario file, or the name of a shipped scenario"
        };
        argument.CompletionSources.Add(_ => Shipped());
        return argument;
    }

    public static Argument<string[]> Several(string name = "FILE")
    {
        var argument = new Argument<string[]>(name)
        {
            HelpName = name,
            Description = "Scenario files, or names of shipped scenarios",
            Arity = ArgumentArity.OneOrMore
        };
        argument.CompletionSources.Add(_ => Shipped());
        return argument;
    }

    public static Argument<string?> Explainable()
    {
        var argument = new Argument<string?>("NAME")
        {
            HelpName = "NAME",
            Description = "A parameter, lever, indicator or kind of event; without it, all are listed",
            Arity = ArgumentArity.ZeroOrOne
        };
        argument.CompletionSources.Add(_ => Explanation.AllNames);
        return argument;
    }

    private static IEnumerable<string> Shipped() => Paths.Library is { } library
        ? Directory.EnumerateFiles(library, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal)
        : [];
}
