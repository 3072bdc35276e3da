using System.CommandLine;
using Samverkan.Grains;

namespace Samverkan.App.Commands;

/// <summary>Down to which level actors are grains.</summary>
internal static class GrainOptions
{
    public static Option<string> Grains(Granularity by)
    {
        var option = new Option<string>("--grains") { Description = "Down to which level actors are grains; changes no result", DefaultValueFactory = _ => Name(by) };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<Granularity>().Select(Name)]);
        return option;
    }

    public static Granularity Of(ParseResult parsed, Option<string> option) => Enum.Parse<Granularity>(parsed.GetValue(option)!, ignoreCase: true);

    private static string Name(Granularity granularity) => granularity.ToString().ToLowerInvariant();
}
