using Samverkan.Analysis.Stories;
using Samverkan.Model;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Web.People;

/// <summary>A person's month.</summary>
/// <param name="Unmet">Domains with an unmet need, one bit each.</param>
/// <param name="Met">Domains with a met need.</param>
public readonly record struct MonthOfLife(int Month, Status Status, bool InWard, uint Unmet, uint Met);

/// <summary>One person's months in one run, from the first to the last in which the world knows it.</summary>
/// <param name="Name">As the command line names the person: "psychosis-1995-01-12".</param>
public sealed record Life(ulong Id, string Name, TargetGroup Group, IReadOnlyList<MonthOfLife> Months)
{
    public int UnmetMonths => Months.Sum(month => System.Numerics.BitOperations.PopCount(month.Unmet));

    public int MonthsInService => Months.Count(month => month.Status == Status.InService);

    internal static Life Of(Lives world, ulong person)
    {
        var months = new List<MonthOfLife>();
        var group = default(TargetGroup);
        foreach (var (told, month) in world.Of(person).Select((told, month) => (told, month)))
            if (told is { } known)
            {
                months.Add(new(month, StatusOf(known.Where), known.WardDays > 0, known.Unmet, known.Met));
                group = known.Group;
            }
        return new(person, world.NameOf(person), group, months);
    }

    private static Status StatusOf(Keeping where) => where switch
    {
        Keeping.Caseload => Status.InService,
        Keeping.Queue or Keeping.OnTheWay => Status.Waiting,
        Keeping.Placed => Status.Placed,
        _ => Status.Resident,
    };
}

/// <summary>The lives of a small world as a page shows them; <see cref="Lives"/> gathers them.</summary>
public sealed class Everybody
{
    private const long MostInhabitants = 400_000;

    private Everybody(Lives lives)
    {
        (From, Months) = (lives.Blueprint.From, lives.Blueprint.To - lives.Blueprint.From + 1);
        All = lives.Persons.ToDictionary(person => person, person => Life.Of(lives, person));
    }

    public Month From { get; }

    public int Months { get; }

    public IReadOnlyDictionary<ulong, Life> All { get; }

    /// <summary>By name; null if nobody has it.</summary>
    public Life? Find(string? name) => All.Values.FirstOrDefault(life => life.Name == name);

    /// <exception cref="BadRequest">The world is too large to follow everybody.</exception>
    public static Everybody Of(Blueprint blueprint, ulong seed, int replication)
    {
        if (blueprint.Counties.SelectMany(county => county.Municipalities).Sum(municipality => (long)municipality.Population)
            > MostInhabitants)
            throw new BadRequest("Persons can be followed in worlds of up to 400,000 inhabitants.");
        return new(Lives.Run(InProcessRun.Start, blueprint, seed, replication, CancellationToken.None));
    }
}
