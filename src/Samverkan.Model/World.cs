using Samverkan.Model.Chance;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Model;

/// <summary>
/// What all actors of a run share and none can change: the blueprint, the luck, the parameters by month. It is the same on
/// every machine that a run is spread over.
/// </summary>
public sealed class World
{
    private readonly (string County, string Municipality)[] codes;

    public World(Blueprint blueprint, ulong seed, int replication)
    {
        Blueprint = blueprint;
        Luck = Luck.Of(seed, replication);
        Start = blueprint.From - (int)blueprint.Parameters.Funding.WarmUpMonths;
        Timeline = new ParameterTimeline(blueprint, Start);
        Refuse(blueprint);
        codes = [.. blueprint.Counties.SelectMany(c => c.Municipalities.Select(m => (c.Code, m.Code)))];
    }

    public Blueprint Blueprint { get; }

    public Luck Luck { get; }

    /// <summary>First month of the warm-up, in which services are separate and money follows cost.</summary>
    public Month Start { get; }

    public ParameterTimeline Timeline { get; }

    public bool IsWarmUp(Month month) => month < Blueprint.From;

    /// <param name="municipality">Position in the map, counted through all counties.</param>
    public ParameterSet ParametersOf(int municipality, Context context) => Timeline.At(municipality, context);

    /// <summary>Codes of a municipality and its county.</summary>
    public (string County, string Municipality) CodesOf(int municipality) => codes[municipality];

    // Two municipalities of one short code would share their people.
    private static void Refuse(Blueprint blueprint)
    {
        var known = new SortedDictionary<uint, string>();
        foreach (var municipality in blueprint.Counties.SelectMany(c => c.Municipalities))
            if (!known.TryAdd(Identity.OfMunicipality(municipality.Code), municipality.Code))
                throw new ArgumentException($"Municipalities {known[Identity.OfMunicipality(municipality.Code)]} and {municipality.Code} cannot be told apart: give one another code.");
    }
}
