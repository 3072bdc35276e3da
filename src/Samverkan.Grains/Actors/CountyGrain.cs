using System.Collections.Immutable;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Counties;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Actors;

[BranchPlacement]
internal sealed class CountyGrain(Worlds worlds)
    : ActorGrain<Context, CountyReport>(worlds), ICountyGrain, IChildActors<CountyMandate, MunicipalityReport>
{
    private County county = null!;
    private IMunicipalityGrain[] municipalities = [];
    private bool founding;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        municipalities = [.. Run.MunicipalityKeys(Key).Select(key => GrainFactory.GetGrain<IMunicipalityGrain>(key))];
    }

    public async ValueTask<ImmutableArray<MunicipalityReport>> Ask(ImmutableArray<CountyMandate> messages)
    {
        var founds = founding;
        var answers = await Children.Ask(messages.Length,
            i => municipalities[i].Month(new(messages[i].Context.Month, founds, messages[i])));
        founding = false;
        return [.. answers.Select(answer => answer.Of<MunicipalityReport>())];
    }

    public override async Task<Envelope> Save(string checkpoint)
    {
        var saved = await Children.Ask(municipalities.Length, i => municipalities[i].Save(checkpoint));
        return Reply(new SavedPart(Snapshot.Of(county), saved.Sum(municipality => municipality.Of<SavedPart>().Below)));
    }

    public override async Task Release()
    {
        await FanOut.All(municipalities, municipality => municipality.Release());
        await base.Release();
    }

    protected override void Found(Context first) => (county, founding) = (Run.Found(Key.Code), true);

    protected override Task Restore(RestoreRequest request)
    {
        county = Snapshot.Read<County>(request.State, World);
        return FanOut.All(municipalities, municipality => municipality.Restore(new(request.Last, false, request.Of([]))));
    }

    protected override ValueTask<CountyReport> Live(Context message) => Pulse.Advance(county, message, this);
}
