using Samverkan.Model.Chance;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;

namespace Samverkan.Model;

/// <summary>
/// What all actors of a run share and none can change: the blueprint, the luck, the parameters by month. It is the same on
/// every machine that a run is spread over.
/// </summary>
public sealed class World
{
    private readonly (string County, string Municipality)[] codes;
    private readonly MunicipalityOnMap[] municipalities;

    public World(Blueprint blueprint, ulong seed, int replication)
    {
        Blueprint = blueprint;
        RandomStreams = RandomStreams.Of(seed, replication);
        Start = blueprint.Begins - (int)blueprint.Parameters.Funding.WarmUpMonths;
        Timeline = ParameterTimeline.Of(blueprint, Start);
        Refuse(blueprint);
        municipalities = [.. blueprint.Counties.SelectMany(c => c.Municipalities)];
        codes = [.. blueprint.Counties.SelectMany(c => c.Municipalities.Select(m => (c.Code, m.Code)))];
    }

    public Blueprint Blueprint { get; }

    public RandomStreams RandomStreams { get; }

    /// <summary>First month of the warm-up, in which services are separate and money follows cost.</summary>
    public Month Start { get; }

    public ParameterTimeline Timeline { get; }

    public bool IsWarmUp(Month month) => month < Blueprint.Begins;

    /// <summary>Whether a month comes after the warm-up and after years that are lived and not reported.</summary>
    public bool IsReported(Month month) => month >= Blueprint.From;

    /// <summary>Whether in this month what is known of a place takes the place of what its past came to.</summary>
    internal bool MeetsThePresent(Month month) => Blueprint.HasPast && month == Blueprint.From;

    /// <param name="municipality">Position in the map, counted through all counties.</param>
    public ParameterSet ParametersOf(int municipality, Context context) => Timeline.At(municipality, context);

    /// <summary>What holds in a unit, for its costs.</summary>
    internal ParameterSet ParametersOf(int municipality, UnitKind kind, ushort unit, Context context) =>
        Timeline.Within(new(municipality, kind, unit), context);

    /// <summary>What holds in a team.</summary>
    internal ParameterSet ParametersOf(int municipality, in TeamPlace team, Context context) =>
        Timeline.Within(Where.Of(municipality, team), context);

    /// <summary>What holds for a person on a team's caseload.</summary>
    internal ParameterSet ParametersOf(int municipality, in TeamPlace team, ulong person, Context context)
    {
        var common = ParametersOf(municipality, team, context);
        return PersonsAt(municipality, team, common, context)?.Of(person) ?? common;
    }

    /// <summary>What holds for single persons of a team; null where no scenario means any.</summary>
    internal PersonParameters? PersonsAt(int municipality, in TeamPlace team, ParameterSet common, Context context) =>
        Timeline.ForPersons(Where.Of(municipality, team), common, context);

    /// <summary>What holds for single persons whom the municipality itself keeps; null where no scenario means any.</summary>
    internal PersonParameters? PersonsAt(int municipality, ParameterSet common, Context context) =>
        Timeline.ForPersons(new(municipality), common, context);

    /// <summary>Codes of a municipality and its county.</summary>
    public (string County, string Municipality) CodesOf(int municipality) => codes[municipality];

    /// <summary>A municipality as the map has it.</summary>
    public MunicipalityOnMap MapOf(int municipality) => municipalities[municipality];

    // Two municipalities of one short code would share their people.
    private static void Refuse(Blueprint blueprint)
    {
        var known = new SortedDictionary<uint, string>();
        foreach (var municipality in blueprint.Counties.SelectMany(c => c.Municipalities))
            if (!known.TryAdd(Identity.OfMunicipality(municipality.Code), municipality.Code))
                throw new ArgumentException(
                    $"Municipalities {known[Identity.OfMunicipality(municipality.Code)]} and {municipality.Code} cannot be told "
                        + "apart: give one another code.");
    }
}
