using System.CommandLine;
using System.Globalization;
using Samverkan.Model;

namespace Samverkan.App.Commands;

/// <summary>Options that mean the same in every command that runs the model.</summary>
internal static class CommonOptions
{
    public static Option<long> Seed()
    {
        var option = new Option<long>("--seed")
        {
            Description = "Seed of all chance: the same seed gives the same result",
            DefaultValueFactory = _ => 1,
        };
        return option.AtLeast(0);
    }

    public static Option<string[]> Set() => new("--set")
    {
        Description = "Set a parameter, such as committee.meetingsPerYear=12; may be repeated",
        DefaultValueFactory = _ => [],
        HelpName = "id=value",
    };

    public static Option<string?> Out() => new("--out")
    {
        Description = "Folder for the result [default: a descriptive name in out/]",
        HelpName = "DIR",
    };

    public static Option<bool> Force() => new("--force") { Description = "Replace another result in that folder" };

    public static Option<int> Parallel()
    {
        var option = new Option<int>("--parallel")
        {
            Description = "Runs at the same time; changes no result",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        return option.AtLeast(1);
    }

    /// <exception cref="BadRequest">It is not written as a month.</exception>
    public static Month MonthOf(string text, string option) =>
        Month.TryParse(text, out var month) ? month
        : throw new BadRequest($"{option} '{text}' is no month: write it like 2003-12.");

    public static Option<int> AtLeast(this Option<int> option, int least) =>
        option.Checked(value => value >= least, $"{option.Name} must be at least {least}.");

    public static Option<long> AtLeast(this Option<long> option, long least) =>
        option.Checked(value => value >= least, $"{option.Name} must be at least {least}.");

    /// <param name="least">0 where a free one may be taken.</param>
    public static Option<int> Port(this Option<int> option, int least = 0) =>
        option.Checked(value => value >= least && value <= ushort.MaxValue,
            $"{option.Name} must be from {least} to {ushort.MaxValue}.");

    private static Option<T> Checked<T>(this Option<T> option, Func<T, bool> holds, string otherwise)
        where T : IParsable<T> => option.Checked<T, T>(holds, otherwise);

    /// <typeparam name="TOption">The same, or its nullable.</typeparam>
    internal static Option<TOption> Checked<T, TOption>(this Option<TOption> option, Func<T, bool> holds, string otherwise)
        where T : IParsable<T>
    {
        option.Validators.Add(result =>
        {
            // What is no number at all is told by the parser itself.
            if (result.Tokens is [var token] && T.TryParse(token.Value, CultureInfo.InvariantCulture, out var value)
                && !holds(value))
                result.AddError(otherwise);
        });
        return option;
    }
}
