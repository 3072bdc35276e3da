using System.Numerics;
using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Units;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Stories;

/// <summary>The lives of all persons of one run, month by month; who has left or not yet come has none.</summary>
public sealed class Lives
{
    private readonly Dictionary<ulong, PersonMonth?[]> lives = [];
    private readonly Dictionary<ulong, List<(Month Month, PersonEvent Event)>> events = [];
    private readonly Dictionary<(string Municipality, ushort Ordinal), UnitKind> units = [];

    private Lives(Blueprint blueprint) => Blueprint = blueprint;

    public Blueprint Blueprint { get; }

    public IEnumerable<ulong> Persons => lives.Keys;

    /// <summary>Months from the run's first; null where the person is not in the world.</summary>
    public IReadOnlyList<PersonMonth?> Of(ulong person) =>
        lives.TryGetValue(person, out var life) ? life : new PersonMonth?[Length(Blueprint)];

    /// <summary>What happened to the person, in order: crises and what became of them, and who it left and why.</summary>
    public IReadOnlyList<(Month Month, PersonEvent Event)> EventsOf(ulong person) => events.GetValueOrDefault(person) ?? [];

    /// <summary>Whether the person was in the ward in a month, for however few days.</summary>
    public bool IsInWard(ulong person, int month) => Of(person)[month] is { WardDays: > 0 }
        || EventsOf(person).Any(one => one.Month == Blueprint.From + month && one.Event.Kind == PersonEventKind.Admitted);

    /// <exception cref="OperationCanceledException">Cancelled between two months.</exception>
    public static Lives Run(StartRun start, Blueprint blueprint, ulong seed, int replication, CancellationToken cancel)
    {
        var all = new Lives(blueprint);
        var run = start(blueprint, seed, replication, Detail.All);
        for (var month = 0; !run.Finished; month++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var seen in run.Advance(cancel).AsTask().GetAwaiter().GetResult().Observations)
                if (seen.Actor.Kind == ActorKind.Unit)
                    all.units[(seen.Actor.Code, seen.Actor.Ordinal)] = seen.Actor.UnitKind;
            var (persons, happened) = run.PersonsAndEvents().AsTask().GetAwaiter().GetResult();
            foreach (var one in happened)
            {
                if (!all.events.TryGetValue(one.Person, out var own)) all.events[one.Person] = own = [];
                own.Add((blueprint.From + month, one));
            }
            foreach (var kept in persons)
            {
                if (!all.lives.TryGetValue(kept.Person.Id, out var life))
                    all.lives[kept.Person.Id] = life = new PersonMonth?[Length(blueprint)];
                life[month] = PersonMonth.Of(kept);
            }
        }
        return all;
    }

    /// <summary>"centre 5" for the path of its team; "the municipality" for who is out of contact or placed.</summary>
    public string InWords(PersonMonth month) => month.Where switch
    {
        Keeping.Resident => "out of contact",
        Keeping.Placed => "placed outside",
        Keeping.OnTheWay => "being referred",
        Keeping.Queue => $"waiting for {UnitOf(month.Keeper)}",
        _ => UnitOf(month.Keeper),
    };

    private string UnitOf(ActorPath team) => units.TryGetValue((team.Code, team.Ordinal), out var kind)
        ? $"{kind.Id().Replace('-', ' ')} {team.Ordinal}" : $"unit {team.Ordinal}";

    /// <summary>A person's name for people: group, month of arrival and ordinal, such as <c>psychosis-1995-01-12</c>.</summary>
    public string NameOf(ulong person)
    {
        var id = lives[person].First(month => month is not null)!.Value.Group.Id();
        var name = $"{id}-{Identity.ArrivalOf(person)}-{person & 0xFFFFFF}";
        var municipality = person >> 49 & 0x3FFF;
        return Blueprint.Counties.Sum(county => county.Municipalities.Length) == 1 ? name : $"{municipality:0000}-{name}";
    }

    /// <summary>By name, or by the sixteen digits that the state of a run shows; null if nobody has it.</summary>
    public ulong? Find(string name) => lives.Keys.Where(person => NameOf(person) == name || person.ToString("x16") == name)
        .Select(person => (ulong?)person).FirstOrDefault();

    /// <summary>Need-months by which two lives of a person differ, each domain counted by itself.</summary>
    public static int Touched(IReadOnlyList<PersonMonth?> a, IReadOnlyList<PersonMonth?> b) =>
        a.Zip(b).Sum(pair => BitOperations.PopCount((pair.First?.Unmet ?? 0) ^ (pair.Second?.Unmet ?? 0)));

    private static int Length(Blueprint blueprint) => blueprint.To - blueprint.From + 1;
}
