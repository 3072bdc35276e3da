using Microsoft.Extensions.Configuration;
using Samverkan.Grains.Live;

namespace Samverkan.App;

/// <summary>
/// What the command line does not say: from the environment (<c>SAMVERKAN_CLUSTER</c>, <c>SAMVERKAN_PORT</c>, ...), else from
/// <c>appsettings.json</c> in the folder one works in, section <c>Samverkan</c>.
/// </summary>
internal static class Settings
{
    private const string File = "appsettings.json";
    private const string Section = "Samverkan";
    private const string Prefix = "SAMVERKAN_";

    private static readonly Lazy<IConfiguration> All = new(Read);

    /// <exception cref="BadRequest">The file cannot be read.</exception>
    public static string? Of(string name) => All.Value[name] is { Length: > 0 } value ? value : null;

    /// <exception cref="BadRequest">It is no whole number.</exception>
    public static int? NumberOf(string name) =>
        Of(name) is not { } text ? null : int.TryParse(text, out var number) ? number
        : throw new BadRequest($"{Prefix}{name.ToUpperInvariant()} '{text}' is no whole number.");

    /// <summary>How long runs are kept that have ended: <c>SAMVERKAN_KEEP_DAYS</c>, <c>_RUNS</c> and <c>_MEGABYTES</c>.</summary>
    /// <exception cref="BadRequest">One is no whole number from 0 on.</exception>
    public static Retention Retention(Retention usual) => new(
        Most("Keep_Days", usual.Days), Most("Keep_Runs", usual.Runs), Most("Keep_Megabytes", usual.Megabytes));

    /// <summary>A number that bounds something.</summary>
    /// <exception cref="BadRequest">It is no whole number from 0 on.</exception>
    public static int Most(string name, int usual) => NumberOf(name) switch
    {
        null => usual,
        >= 0 and var number => number,
        _ => throw new BadRequest($"{Prefix}{name.ToUpperInvariant()} is a whole number, 0 or more."),
    };

    private static IConfiguration Read()
    {
        try
        {
            var file = new ConfigurationBuilder().SetBasePath(Environment.CurrentDirectory).AddJsonFile(File, optional: true)
                .Build();
            return new ConfigurationBuilder().AddConfiguration(file.GetSection(Section)).AddEnvironmentVariables(Prefix).Build();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            throw new BadRequest($"{File} cannot be read: {e.InnerException?.Message ?? e.Message}");
        }
    }
}
