using Samverkan.Model;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.App.Web.People;

/// <summary>A person's month.</summary>
/// <param name="Unmet">Domains with an unmet need, one bit each.</param>
/// <param name="Met">Domains with a met need.</param>
public readonly record struct MonthOfLife(short Month, Status Status, bool InWard, uint Unmet, uint Met);

/// <summary>One person's months in one run, from the first to the last in which the world knows it.</summary>
public sealed record Life(ulong Id, TargetGroup Group, List<MonthOfLife> Months)
{
    public int UnmetMonths => Months.Sum(month => System.Numerics.BitOperations.PopCount(month.Unmet));

    public int MonthsInService => Months.Count(month => month.Status == Status.InService);
}

/// <summary>Everybody's months in one run of a small world.</summary>
public sealed class Lives
{
    public const long MostInhabitants = 400_000;

    private Lives(Month from, int months, Dictionary<ulong, Life> all) => (From, Months, All) = (from, months, all);

    public Month From { get; }

    public int Months { get; }

    public IReadOnlyDictionary<ulong, Life> All { get; }

    /// <exception cref="BadRequest">The world is too large to follow everybody.</exception>
    public static Lives Of(Blueprint blueprint, ulong seed, int replication)
    {
        if (blueprint.Counties.SelectMany(county => county.Municipalities).Sum(municipality => (long)municipality.Population) > MostInhabitants)
            throw new BadRequest("Persons can be followed in worlds of up to 400,000 inhabitants.");
        var simulation = new Simulation(blueprint, seed, replication);
        var lives = new Dictionary<ulong, Life>();
        var month = (short)0;
        for (; !simulation.Finished; month++)
        {
            simulation.Advance();
            foreach (var (_, person) in simulation.Persons())
            {
                if (!lives.TryGetValue(person.Id, out var life)) lives.Add(person.Id, life = new(person.Id, person.Group, []));
                life.Months.Add(new(month, person.Status, person.InWard, person.Unmet, person.Met));
            }
        }
        return new(blueprint.From, month, lives);
    }
}
