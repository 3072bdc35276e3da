using Orleans.Concurrency;
using Samverkan.Grains.Envelopes;

namespace Samverkan.Grains.Actors;

/// <summary>An actor of the model: asked once a month by its parent, saved and brought back between months.</summary>
internal interface IActorGrain : IGrainWithStringKey
{
    /// <summary>The month's message down; the answer is the message up. Asked again, the same answer.</summary>
    Task<Envelope> Month(Envelope asked);

    /// <summary>Its state and what is below it, between two months. A municipality writes its branch into the store
    /// itself.</summary>
    /// <param name="checkpoint">Name of the checkpoint.</param>
    Task<Envelope> Save(string checkpoint);

    /// <summary>Comes into being, with all below it, as it was at a checkpoint.</summary>
    Task Restore(Envelope request);

    /// <summary>The attempt is over: everything below may go.</summary>
    Task Release();
}

internal interface INationGrain : IActorGrain;

internal interface ICountyGrain : IActorGrain;

internal interface IMunicipalityGrain : IActorGrain;

internal interface ICommitteeGrain : IActorGrain;

internal interface IUnitGrain : IActorGrain;

internal interface ITeamGrain : IActorGrain;

/// <summary>A service user. Its whole state comes with every offer and rides back in every answer.</summary>
internal interface IPersonGrain : IGrainWithStringKey
{
    Task<Envelope> Month(Envelope offer);

    /// <summary>The attempt is over.</summary>
    Task Release();
}
