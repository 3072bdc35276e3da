using System.Collections.Immutable;
using Samverkan.Model;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>
/// Finds the places of a map by what people call them: "Norrköping", "Norrköpings kommun", "Norrkoping", "0581", "581",
/// "Östergötlands län". A name that a county shares with one of its municipalities (Stockholm, Uppsala) means the
/// municipality.
/// </summary>
internal sealed class PlaceNames(ImmutableArray<CountyOnMap> map)
{
    private readonly ImmutableArray<MunicipalityOnMap> municipalities = [.. map.SelectMany(county => county.Municipalities)];

    /// <summary>null: none, or more than one.</summary>
    public MunicipalityOnMap? Municipality(string written) => Find(written, municipalities, m => m.Code, m => m.Name);

    /// <summary>null: none, or more than one.</summary>
    public CountyOnMap? County(string written) => Find(written, map, c => c.Code, c => c.Name);

    /// <summary>Whether the words say that a county is meant: a code of a county, "Uppsala län", "Region Uppsala".</summary>
    public bool SaysCounty(string written) =>
        map.Any(county => county.Code == written.Trim()) || County(written) is not null
            && (EndsWith(written, " län") || EndsWith(written, " county")
                || written.TrimStart().StartsWith("region ", StringComparison.OrdinalIgnoreCase));

    /// <summary>The place that was probably meant, as a sentence; see <see cref="Scenarios.DidYouMean"/>.</summary>
    public string DidYouMean(string written)
    {
        string[] all = [.. municipalities.Select(m => m.Name), .. map.Select(c => c.Name), .. municipalities.Select(m => m.Code)];
        return Names.Called(written).Reverse().Select(name => Scenarios.DidYouMean.Of(name, all))
            .FirstOrDefault(text => text.Length > 0) ?? "";
    }

    private static bool EndsWith(string written, string word) =>
        written.TrimEnd().EndsWith(word, StringComparison.OrdinalIgnoreCase);

    // Habo and Håbo are two places: a name that is right in every letter comes first.
    public static T? Find<T>(string written, IReadOnlyList<T> places, Func<T, string> code, Func<T, string> name) where T : class
    {
        var trimmed = written.Trim();
        var padded = trimmed.All(char.IsAsciiDigit) ? trimmed.TrimStart('0') : null;
        return places.FirstOrDefault(place => Names.AreSame(code(place), trimmed))
            ?? places.FirstOrDefault(place => Names.AreSame(name(place), trimmed))
            ?? Only(places.Where(place => padded is { Length: > 0 } && code(place).TrimStart('0') == padded))
            ?? Only(places.Where(place => Names.IsPlace(trimmed, name(place))))
            ?? Only(places.Where(place => Names.MayBePlace(trimmed, name(place))));
    }

    private static T? Only<T>(IEnumerable<T> found) where T : class => found.Take(2).ToArray() is [var one] ? one : null;
}
