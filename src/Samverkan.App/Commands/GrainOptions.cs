using System.CommandLine;
using Samverkan.Grains;
using Samverkan.Grains.Live;

namespace Samverkan.App.Commands;

/// <summary>Down to which level actors are grains.</summary>
internal static class GrainOptions
{
    /// <param name="usual">What it is where nobody says, in words.</param>
    public static Option<string?> Grains(string usual)
    {
        var option = new Option<string?>("--grains")
        {
            Description =
                $"Down to which level actors are grains; changes no result [default: {usual}]"
        };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<Granularity>().Select(Name)]);
        return option;
    }

    public static Option<string?> Grains(Granularity usual) => Grains(Name(usual));

    /// <summary>For a run that is to be watched and steered, which else may be over before one has looked.</summary>
    public static Option<double?> Pace()
    {
        var option = new Option<double?>("--pace")
        {
            Description = "Months per second at most, such as 4 [default: as fast as it can]",
            HelpName = "MONTHS"
        };
        return option.Checked<double, double?>(pace => Speed.IsOne(pace), $"--pace is {Speed.InWords}.");
    }

    /// <summary>Null: nobody said.</summary>
    public static Granularity? Of(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? Enum.Parse<Granularity>(text, ignoreCase: true) : null;

    private static string Name(Granularity granularity) => granularity.ToString().ToLowerInvariant();
}
