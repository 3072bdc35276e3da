using Samverkan.Model;

namespace Samverkan.Grains;

/// <summary>Which granularity suits a world.</summary>
public static class Granularities
{
    // A message costs more than a person's month: beyond this the wait is felt.
    private const int MostPersons = 20_000;

    /// <summary>Down to each person of a world that is small enough, else to municipalities.</summary>
    public static Granularity For(Blueprint blueprint) =>
        Persons(blueprint) <= MostPersons ? Granularity.Person : Granularity.Municipality;

    // Of the target population, by the share that the reference municipality starts with.
    private static double Persons(Blueprint blueprint)
    {
        var population = blueprint.Parameters.Population;
        var inhabitants = blueprint.Counties.SelectMany(county => county.Municipalities)
            .Sum(municipality => (double)municipality.Population);
        return inhabitants / population.Reference * Enumerable.Range(0, population.Initial.Count)
            .Sum(group => population.Initial[group]);
    }
}
