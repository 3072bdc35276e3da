using System.Collections.Immutable;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Counties;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Snapshots;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Grains.Actors;

/// <summary>A municipality whose committee and units are grains.</summary>
internal sealed class BranchOfGrains(Municipality municipality, ActorKey key, IGrainFactory grains, FanOut children)
    : IBranch, ICommitteeActor, IChildActors<UnitMandate, UnitReport>
{
    private readonly ICommitteeGrain committee =
        grains.GetGrain<ICommitteeGrain>(key.Sibling(ActorPath.Committee(key.Code)).ToString());
    private readonly SortedDictionary<ushort, IUnitGrain> units = [];
    private bool committeeFounded;

    public ValueTask<MunicipalityReport> Month(CountyMandate mandate) => Pulse.Advance(municipality, mandate, this, this);

    public async ValueTask<Resolution> Ask(Brief brief)
    {
        var founds = !committeeFounded;
        committeeFounded = true;
        var answers = await children.Ask(1, _ => committee.Month(new(brief.Context.Month, founds, brief)));
        return answers[0].Of<Resolution>();
    }

    public async ValueTask<ImmutableArray<UnitReport>> Ask(ImmutableArray<UnitMandate> messages)
    {
        var envelopes = messages.Select(mandate =>
            new Envelope(mandate.Context.Month, !units.ContainsKey(mandate.Ordinal), mandate)).ToArray();
        foreach (var mandate in messages)
            units.TryAdd(mandate.Ordinal, Unit(mandate.Ordinal, mandate.Kind));
        var answers = await children.Ask(messages.Length, i => units[messages[i].Ordinal].Month(envelopes[i]));
        var reports = answers.Select(answer => answer.Of<UnitReport>()).ToImmutableArray();
        foreach (var report in reports)
            if (report.State == UnitState.Closed && units.Remove(report.Ordinal, out var closed))
                await closed.Release();
        return reports;
    }

    public async ValueTask<BranchSnapshot> Save(string checkpoint)
    {
        var kept = units.Values.ToArray();
        var ofCommittee = await committee.Save(checkpoint);
        var ofUnits = await children.Ask(kept.Length, i => kept[i].Save(checkpoint));
        return new(Snapshot.Of(municipality), ofCommittee.Of<byte[]>(), [.. ofUnits.Select(unit => unit.Of<UnitSnapshot>())]);
    }

    public async Task Restore(BranchSnapshot from, RestoreRequest request)
    {
        committeeFounded = true;
        await committee.Restore(new(request.Last, false, request.Of(from.Committee)));
        foreach (var unit in from.Units)
            await (units[unit.Ordinal] = Unit(unit.Ordinal, unit.Kind))
                .Restore(new(request.Last, false, request.Of(unit.Unit, unit.Teams)));
    }

    public async Task Release()
    {
        await committee.Release();
        await FanOut.All(units.Values, unit => unit.Release());
    }

    private IUnitGrain Unit(ushort ordinal, UnitKind kind) =>
        grains.GetGrain<IUnitGrain>(key.Sibling(ActorPath.Unit(key.Code, ordinal, kind)).ToString());
}
