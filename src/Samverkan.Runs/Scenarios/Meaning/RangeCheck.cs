using Samverkan.Model;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>Reports changes that are valid one by one but together take a parameter out of its range.</summary>
internal static class RangeCheck
{
    /// <param name="origins">Where interventions are written, by the ids that they have there.</param>
    public static void Check(Blueprint blueprint, IReadOnlyDictionary<string, Place> origins, FindingList findings)
    {
        foreach (var outside in ValuesInForce.Outside(blueprint))
        {
            var places = outside.Changes.Select(change => Origin(change.Id)).OfType<Place>().ToArray();
            var place = places.Length > 0 ? places[^1] : Place.CommandLine;
            var message = outside.InWords(change => Origin(change.Id) is { Line: > 0 } written && written != place
                ? $"'{change.Id}' of {written}" : $"'{change.Id}'");
            if (outside.IfConditionsHold)
                findings.Warning(place, Codes.OutOfRange, message);
            else
                findings.Error(place, Codes.OutOfRange, message);
        }

        Place? Origin(string id) => origins.TryGetValue(id.Split('/')[0], out var written) ? written : null;
    }
}
