using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>
/// The counties and municipalities of a table. What it does not say of a municipality of Sweden (its code, county and
/// inhabitants) is that of the shipped table.
/// </summary>
/// <param name="isShipped">Whether it is the shipped table itself.</param>
internal sealed class TablePlaces(bool isShipped, ReadingContext context)
{
    private readonly List<(string Code, ScalarNode Name, List<MunicipalityOnMap> Municipalities)> counties = [];
    private readonly Dictionary<string, Place> codes = new(StringComparer.OrdinalIgnoreCase);

    public ImmutableArray<CountyOnMap> Counties => [.. counties.Select(c => new CountyOnMap(c.Code, c.Name.Text,
        [.. c.Municipalities]))];

    private IEnumerable<MunicipalityOnMap> All => counties.SelectMany(c => c.Municipalities);

    /// <summary>The municipality that a row without a place is about: the only one there is.</summary>
    public string? OnlyOne => All.Take(2).ToArray() is [var one] ? one.Code : null;

    /// <summary>Whether the table lists its places, so that one that is not in the list is a slip.</summary>
    public bool IsComplete { get; set; }

    /// <summary>A municipality of the shipped table, with its inhabitants in the first month of the world; null if it has none
    /// such.</summary>
    public (MunicipalityOnMap Municipality, CountyOnMap County)? Shipped(string nameOrCode)
    {
        if (isShipped || nameOrCode.Length == 0 || Paths.Data is null)
            return null;
        var map = Municipalities.Map();
        return new PlaceNames(map).Municipality(nameOrCode) is { } found
            ? (found with
            {
                Population = found.OverTime is { } counts ? (int)Math.Floor(counts.At(context.Begins) + .5)
                : found.Population
            },
                map.First(county => county.Municipalities.Contains(found)))
            : null;
    }

    /// <summary>The place that was probably meant: of this table and, where it lists none, of Sweden.</summary>
    public string DidYouMean(string written) => new PlaceNames(IsComplete || isShipped || Paths.Data is null ? Counties
        : [.. Counties, .. Municipalities.Map()]).DidYouMean(written);

    /// <summary>Tells of a code and a name that are two municipalities.</summary>
    public bool Agree(ScalarNode? code, ScalarNode? name)
    {
        if (code is null || name is null || Known(code.Text) is not { } byCode || Known(name.Text) is not { } byName
            || byCode.Code == byName.Code)
            return true;
        context.Findings.Error(name.Place, Codes.BadTable,
            $"{byCode.Code} is {byCode.Name}, and {byName.Name} is {byName.Code}. Keep the one that is meant.");
        return false;

        MunicipalityOnMap? Known(string nameOrCode) =>
            new PlaceNames(Counties).Municipality(nameOrCode) ?? Shipped(nameOrCode)?.Municipality;
    }

    /// <summary>The code of a place of this table, or of one of the shipped table, which is then a place of this one.</summary>
    public string? Find(ScalarNode nameOrCode)
    {
        if (new PlaceNames(Counties).Municipality(nameOrCode.Text) is { } known)
            return known.Code;
        if (IsComplete || Shipped(nameOrCode.Text) is not var (municipality, county))
            return null;
        Claim(nameOrCode with { Text = municipality.Code });
        Add(municipality, nameOrCode with { Text = county.Code }, nameOrCode with { Text = county.Name });
        return municipality.Code;
    }

    /// <summary>Takes a code for a place that is to be added.</summary>
    /// <returns>false if it is no code or stands a second time, as the findings say then.</returns>
    public bool Claim(ScalarNode code)
    {
        if (!PlaceCodes.Check(code, TableColumns.Code, context.Findings))
            return false;
        if (codes.TryAdd(code.Text, code.Place))
            return true;
        context.Findings.Error(code.Place, Codes.DuplicateId,
            $"The code '{code.Text}' stands here a second time; the first is in line {codes[code.Text].Line}.");
        return false;
    }

    public void Add(MunicipalityOnMap municipality, ScalarNode countyCode, ScalarNode countyName)
    {
        PlaceCodes.Check(countyCode, TableColumns.CountyCode, context.Findings);
        County(countyCode.Text, countyName).Add(municipality);
    }

    /// <summary>Other inhabitants than a place was added with.</summary>
    public void Replace(string code, Func<MunicipalityOnMap, MunicipalityOnMap> change)
    {
        foreach (var (_, _, municipalities) in counties)
            if (municipalities.FindIndex(m => m.Code == code) is >= 0 and var at)
                municipalities[at] = change(municipalities[at]);
    }

    private List<MunicipalityOnMap> County(string code, ScalarNode name)
    {
        if (counties.FindIndex(c => c.Code == code) is var at and >= 0)
        {
            var first = counties[at].Name;
            if (name.Text.Length > 0 && name.Text != first.Text)
                context.Findings.Error(name.Place, Codes.DuplicateId,
                    $"The county {code} is named '{name.Text}' here and '{first.Text}' in line {first.Place.Line}. Keep "
                        + "one name.");
            return counties[at].Municipalities;
        }
        counties.Add((code, name, []));
        return counties[^1].Municipalities;
    }
}
