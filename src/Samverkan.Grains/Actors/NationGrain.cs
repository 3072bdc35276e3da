using System.Collections.Immutable;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Counties;
using Samverkan.Model.Nations;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Actors;

/// <summary>Months that the nation lived on end.</summary>
/// <param name="Reported">In order; those of the warm-up are not among them.</param>
/// <param name="Next">The month after the last one.</param>
internal sealed record NationMonths(ImmutableArray<NationReport> Reported, Month Next);

/// <summary>The nation, from which every month's pulse goes out: it is told until when, and lives as many months as fit into a
/// glance.</summary>
[BranchPlacement]
internal sealed class NationGrain(Worlds worlds)
    : ActorGrain<Month, NationMonths>(worlds), INationGrain, IChildActors<Context, CountyReport>
{
    private Nation nation = null!;
    private ICountyGrain[] counties = [];
    private bool founding;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        counties = [.. Run.CountyKeys(Key.Attempt).Select(key => GrainFactory.GetGrain<ICountyGrain>(key))];
    }

    public async ValueTask<ImmutableArray<CountyReport>> Ask(ImmutableArray<Context> messages)
    {
        var envelope = new Envelope(messages[0].Month, founding, messages[0]);
        var answers = await Children.Ask(counties.Length, i => counties[i].Month(envelope));
        founding = false;
        return [.. answers.Select(answer => answer.Of<CountyReport>())];
    }

    public override async Task<Envelope> Save(string checkpoint)
    {
        var answers = await Children.Ask(counties.Length, i => counties[i].Save(checkpoint));
        var saved = answers.Select(answer => answer.Of<SavedPart>()).ToArray();
        return Reply(new CrownSnapshot(Snapshot.Of(nation), [.. saved.Select(county => county.State)],
            saved.Sum(county => county.Below)));
    }

    public override async Task Release()
    {
        await FanOut.All(counties, county => county.Release());
        await base.Release();
    }

    protected override void Found(Month first) => (nation, founding) = (new Nation(World), true);

    protected override Task Restore(RestoreRequest request)
    {
        nation = Snapshot.Read<Nation>(request.State, World);
        return Task.WhenAll(
            counties.Select((county, i) => county.Restore(new(request.Last, false, request.Of(request.Children[i])))));
    }

    protected override async ValueTask<NationMonths> Live(Month until)
    {
        var (glance, reported) = (new TimeSlice(), ImmutableArray.CreateBuilder<NationReport>());
        for (; ; Last += 1)
        {
            var report = await Pulse.Advance(nation, Last, this);
            if (World.IsReported(Last)) reported.Add(report);
            if (Last + 1 >= until || glance.IsOver) return new(reported.DrainToImmutable(), Last + 1);
        }
    }
}
