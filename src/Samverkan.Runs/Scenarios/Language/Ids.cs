using System.Text.RegularExpressions;

namespace Samverkan.Runs.Scenarios.Language;

/// <summary>Ids: small letters a to z, digits and hyphens. They become parts of names of files and folders.</summary>
public static partial class Ids
{
    /// <summary>For editors.</summary>
    public const string Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private const int Longest = 80;

    // Not '$', which a line break may follow.
    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z")]
    private static partial Regex Form();

    /// <summary>Names that Windows keeps for devices.</summary>
    [GeneratedRegex(@"^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    /// <summary>Why a text is no id; null: it is one.</summary>
    public static string? ProblemOf(string text) => text switch
    {
        { Length: > Longest } => $"'{text[..40]}...' has {text.Length} characters; an id has {Longest} at most.",
        _ when IsDevice(text) => $"'{text}' cannot be an id: Windows keeps that name for a device. Did you mean 'my-{text}'?",
        _ when !Form().IsMatch(text) =>
            $"'{(text.Length <= 40 ? text : text[..40] + "...")}' is no id. Did you mean '{Of(text)}'?",
        _ => null,
    };

    /// <summary>Whether Windows keeps a name for a device, so that no file or folder there can have it.</summary>
    public static bool IsDevice(string name) => Device().IsMatch(name);

    /// <summary>The id that a text is nearest to: "ost-2" of "Öst 2".</summary>
    public static string Of(string text)
    {
        var words = Letters.Plain(text).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var id = string.Join('-', string.Concat(words).Split('-', StringSplitOptions.RemoveEmptyEntries));
        id = id.Length <= Longest ? id : id[..Longest].TrimEnd('-');
        return id.Length == 0 ? "my-scenario" : IsDevice(id) ? "my-" + id : id;
    }
}
