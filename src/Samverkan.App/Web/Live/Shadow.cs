using Samverkan.Grains.Live;
using Samverkan.Model;
using Samverkan.Model.Needs;

namespace Samverkan.App.Web.Live;

/// <summary>How many persons of the target population have an unmet or a met need in each of the 22 domains.</summary>
public sealed record DomainNeeds(int[] Unmet, int[] Met, int Persons);

/// <summary>
/// What a run does not report month by month, read off the same run in this process: the same inputs give the same bits, so
/// that nobody's state needs to be sent and no run that nobody watches pays for it. Where the run is a checkpoint ahead, it goes
/// on from there. For worlds that are simulated faster than they are asked for.
/// </summary>
internal sealed class Shadow(LiveRun run)
{
    private const long MostInhabitants = 400_000;

    // To fetch a checkpoint takes about as long as so many months.
    private const int FewMonths = 12;

    private Simulation? simulation;
    private int laid = -1;
    private bool tooLarge;

    /// <param name="changes">How many changes were laid over the run so far.</param>
    public async Task<DomainNeeds?> At(Month month, int changes)
    {
        if (tooLarge) return null;
        if (simulation is null || changes != laid || simulation.Next > month + 1 || simulation.Next + FewMonths <= month)
        {
            var blueprint = await run.Blueprint();
            tooLarge = blueprint.Counties.SelectMany(county => county.Municipalities)
                .Sum(municipality => (long)municipality.Population) > MostInhabitants;
            if (tooLarge) return null;
            (simulation, laid) = (await Begun(blueprint, month), changes);
        }
        while (!simulation.Finished && simulation.Next <= month) simulation.Advance();
        return Needs(simulation);
    }

    private async Task<Simulation> Begun(Blueprint blueprint, Month month)
    {
        var stands = await run.Stands();
        return await run.KeptBefore(month + 1) is { } kept
            ? Simulation.Resume(blueprint, stands.Seed, stands.Replication, Detail.Headline, kept)
            : new(blueprint, stands.Seed, stands.Replication);
    }

    private static DomainNeeds Needs(Simulation simulation)
    {
        var (unmet, met, persons) = (new int[Domains.Count], new int[Domains.Count], 0);
        foreach (var (_, _, person) in simulation.Persons())
        {
            persons++;
            for (var domain = 0; domain < Domains.Count; domain++)
            {
                if ((person.Unmet >> domain & 1) != 0) unmet[domain]++;
                if ((person.Met >> domain & 1) != 0) met[domain]++;
            }
        }
        return new(unmet, met, persons);
    }
}
