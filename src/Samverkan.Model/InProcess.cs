using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samverkan.Model.Counties;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Nations;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Snapshots;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model;

/// <summary>
/// The tree of actors held in this process, each reached by a direct call: every step completes at once. The order in
/// which siblings are advanced changes no bit; a test turns it around.
/// </summary>
internal sealed class WorldInProcess(World world, bool backwards = false, WorldSnapshot? from = null, TakeAll? takeAll = null)
    : IChildActors<Context, CountyReport>
{
    private readonly CountyInProcess[] counties = Counties(world, backwards, from, takeAll);

    public Nation Nation { get; } = from is null ? new(world) : Snapshot.Read<Nation>(from.Nation, world);

    public IEnumerable<CountyInProcess> Children => counties;

    public NationReport Month(Month month) => InOrder.Result(Pulse.Advance(Nation, month, this));

    public ValueTask<ImmutableArray<CountyReport>> Ask(ImmutableArray<Context> messages)
    {
        var answers = new CountyReport[counties.Length];
        (takeAll ?? InOrder.OneByOne(backwards))(answers.Length,
            i => answers[i] = InOrder.Result(Pulse.Advance(counties[i].Actor, messages[0], counties[i])));
        return InOrder.Answer(answers);
    }

    /// <summary>Every actor with its path, from the nation down.</summary>
    public IEnumerable<(ActorPath Path, object Actor)> Actors() =>
        counties.SelectMany(county => county.Actors()).Prepend((Nation.Path, Nation));

    /// <summary>Every person, with the actor that keeps it.</summary>
    public IEnumerable<KeptPerson> Persons() =>
        counties.SelectMany(county => county.Children).SelectMany(municipality => municipality.Persons());

    /// <summary>What happened to persons in the last month.</summary>
    public IEnumerable<PersonEvent> PersonEvents() =>
        counties.SelectMany(county => county.Children).SelectMany(municipality => municipality.Actor.PersonEvents());

    public WorldSnapshot Save(Month next) => new(next, Snapshot.Of(Nation), [.. counties.Select(county => county.Save())]);

    private static CountyInProcess[] Counties(World world, bool backwards, WorldSnapshot? from, TakeAll? takeAll)
    {
        var first = 0;
        var counties = new List<CountyInProcess>();
        foreach (var map in world.Blueprint.Counties)
        {
            counties.Add(new(world, map, first, backwards, from?.Counties[counties.Count], takeAll));
            first += map.Municipalities.Length;
        }
        return [.. counties];
    }
}

internal sealed class CountyInProcess(World world, CountyOnMap map, int first, bool backwards, CountySnapshot? from,
    TakeAll? takeAll)
    : IChildActors<CountyMandate, MunicipalityReport>
{
    private readonly MunicipalityInProcess[] municipalities =
        [.. map.Municipalities.Select((m, i) =>
            new MunicipalityInProcess(world, first + i, m, backwards, from?.Municipalities[i]))];

    public County Actor { get; } = from is null ? new(world, map, first) : Snapshot.Read<County>(from.County, world);

    public IEnumerable<(ActorPath Path, object Actor)> Actors() =>
        municipalities.SelectMany(municipality => municipality.Actors()).Prepend((Actor.Path, Actor));

    public CountySnapshot Save() => new(Snapshot.Of(Actor), [.. municipalities.Select(municipality => municipality.Save())]);

    public IEnumerable<MunicipalityInProcess> Children => municipalities;

    public ValueTask<ImmutableArray<MunicipalityReport>> Ask(ImmutableArray<CountyMandate> messages)
    {
        var answers = new MunicipalityReport[municipalities.Length];
        (takeAll ?? InOrder.OneByOne(backwards))(answers.Length,
            i => answers[i] = InOrder.Result(municipalities[i].Month(messages[i])));
        return InOrder.Answer(answers);
    }
}

/// <summary>A municipality with its committee and its units.</summary>
internal sealed class MunicipalityInProcess(World world, int index, MunicipalityOnMap map, bool backwards = false,
    BranchSnapshot? from = null)
    : ICommitteeActor, IChildActors<UnitMandate, UnitReport>
{
    private readonly SortedDictionary<ushort, UnitInProcess> units = Units(world, index, from, backwards);

    public Municipality Actor { get; } = from is null ? new(world, index, map)
        : Snapshot.Read<Municipality>(from.Municipality, world);

    public SteeringCommittee Committee { get; } = from is null
        ? new(world, index, map.Code, world.ParametersOf(index, new Context(world.Start, [])))
        : Snapshot.Read<SteeringCommittee>(from.Committee, world);

    public IEnumerable<(ActorPath Path, object Actor)> Actors() =>
        [(Actor.Path, Actor), (Committee.Path, Committee), .. units.Values.SelectMany(unit => unit.Actors())];

    public IEnumerable<KeptPerson> Persons() =>
        Actor.Persons().Concat(units.Values.SelectMany(unit => unit.Children).SelectMany(team => team.Persons()));

    public BranchSnapshot Save() =>
        new(Snapshot.Of(Actor), Snapshot.Of(Committee), [.. units.Select(unit => unit.Value.Save(unit.Key))]);

    public IEnumerable<UnitInProcess> Children => units.Values;

    public ValueTask<MunicipalityReport> Month(CountyMandate mandate) => Pulse.Advance(Actor, mandate, this, this);

    public ValueTask<Resolution> Ask(Brief brief) => new(Pulse.Advance(Committee, brief));

    public ValueTask<ImmutableArray<UnitReport>> Ask(ImmutableArray<UnitMandate> messages)
    {
        var answers = new UnitReport[messages.Length];
        for (var turn = 0; turn < answers.Length; turn++)
        {
            var i = InOrder.Place(turn, answers.Length, backwards);
            var mandate = messages[i];
            // The first mandate founds a unit, wherever it is kept.
            if (!units.TryGetValue(mandate.Ordinal, out var unit))
                units[mandate.Ordinal] = unit = UnitInProcess.Found(world, index, map.Code, mandate, backwards);
            answers[i] = InOrder.Result(Pulse.Advance(unit.Actor, mandate, unit));
            if (answers[i].State == UnitState.Closed) units.Remove(mandate.Ordinal);
        }
        return InOrder.Answer(answers);
    }

    private static SortedDictionary<ushort, UnitInProcess> Units(World world, int index, BranchSnapshot? from, bool backwards)
    {
        var units = new SortedDictionary<ushort, UnitInProcess>();
        foreach (var unit in from?.Units ?? [])
            units.Add(unit.Ordinal, UnitInProcess.Restore(world, unit, backwards));
        return units;
    }
}

internal sealed class UnitInProcess(Unit actor, Team[] teams, bool backwards)
    : IChildActors<TeamMandate, TeamReport>, IPersonActors
{
    public Unit Actor => actor;

    public IEnumerable<Team> Children => teams;

    public static UnitInProcess Found(World world, int municipality, string code, UnitMandate founding, bool backwards) => new(
        new(world, municipality, ActorPath.Unit(code, founding.Ordinal, founding.Kind)),
        [.. founding.Teams.Select(t => new Team(world, municipality, ActorPath.Team(code, t.Address), t.Context))], backwards);

    public static UnitInProcess Restore(World world, UnitSnapshot from, bool backwards) =>
        new(Snapshot.Read<Unit>(from.Unit, world), [.. from.Teams.Select(team => Snapshot.Read<Team>(team, world))], backwards);

    public IEnumerable<(ActorPath Path, object Actor)> Actors() =>
        [(actor.Path, actor), .. teams.Select(team => (team.Path, (object)team))];

    public UnitSnapshot Save(ushort ordinal) => new(ordinal, Actor.Kind, Snapshot.Of(Actor), [.. teams.Select(Snapshot.Of)]);

    public ValueTask<ImmutableArray<TeamReport>> Ask(ImmutableArray<TeamMandate> messages)
    {
        var answers = new TeamReport[messages.Length];
        for (var turn = 0; turn < answers.Length; turn++)
        {
            var i = InOrder.Place(turn, answers.Length, backwards);
            answers[i] = InOrder.Result(Pulse.Advance(teams[i], messages[i], this));
        }
        return InOrder.Answer(answers);
    }

    public ValueTask Live(Team team)
    {
        team.LetPersonsLive();
        return default;
    }
}

internal static class InOrder
{
    /// <summary>One after the other, or the other way round.</summary>
    public static TakeAll OneByOne(bool backwards) => (count, month) =>
    {
        for (var turn = 0; turn < count; turn++)
            month(Place(turn, count, backwards));
    };

    /// <summary>Whose turn it is: 0 to count - 1, or the other way round.</summary>
    public static int Place(int turn, int count, bool backwards) => backwards ? count - 1 - turn : turn;

    /// <summary>The answers of all, handed over.</summary>
    public static ValueTask<ImmutableArray<T>> Answer<T>(T[] answers) =>
        new(ImmutableCollectionsMarshal.AsImmutableArray(answers));

    /// <summary>The result of a step that has completed, as every step in process has.</summary>
    public static T Result<T>(ValueTask<T> step) =>
        step.IsCompletedSuccessfully ? step.Result : step.AsTask().GetAwaiter().GetResult();
}
