using Orleans.Runtime;
using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;

namespace Samverkan.Grains.Live;

/// <summary>What can go wrong with a run, its cluster or its storage without being a mistake in the program, in a sentence for
/// whoever asked.</summary>
public static class Trouble
{
    private const string NoAnswer =
        "The cluster does not answer. What its runs have kept is safe: ask again, or look whether its silos live.";

    /// <returns>null: it is none of that.</returns>
    public static string? InWords(Exception e) => e switch
    {
        ClusterUnavailable or OtherBuild or StorageFull or StorageUnavailable or UnknownRun or RunTaken or RunFailed
            or CannotChange => e.Message,
        // What the platform says when nobody answers is about its own insides.
        TimeoutException or OrleansException => NoAnswer,
        _ => null,
    };
}
