using Orleans.Storage;
using Samverkan.Runs;
using StackExchange.Redis;

namespace Samverkan.Grains.Checkpoints;

/// <summary>Tells what is wrong with storage. Its provider wraps what Redis says, so that much is known by its words
/// alone.</summary>
internal static class StorageTrouble
{
    private const string MemoryFull = "OOM command not allowed", DiskFull = "MISCONF", OfProvider = "RedisStorageException";

    // What its provider cannot read, or Redis does not understand, is no better later.
    private static readonly string[] Lasting = ["Json", "Serialization", "WRONGTYPE"];

    /// <summary>Whether it may be better in a moment: a Redis that starts again, is not there, or a write that overtook
    /// another.</summary>
    public static bool MayPass(Exception failure) =>
        failure is (RedisException or InconsistentStateException or TimeoutException) && !IsFull(failure)
        || Says(failure, OfProvider) && !IsFull(failure) && !Lasting.Any(word => Says(failure, word));

    /// <summary>The failure as those outside are told of it; null: it is none of storage.</summary>
    public static Exception? InWords(Exception failure) =>
        Says(failure, MemoryFull) ? new StorageFull(
            $"Redis is full (its maxmemory is reached). What was kept so far stays: give it more memory, or remove runs with "
                + $"'{ProgramName.AsTyped} forget'; "
            + $"then let the run go on with '{ProgramName.AsTyped} resume'.")
        : Says(failure, DiskFull) ? new StorageFull(
            $"Redis takes nothing more, because it cannot write to its disk. What was kept so far stays: make room there, then "
                + $"let the run go on with '{ProgramName.AsTyped} resume'.")
        : MayPass(failure) ? new StorageUnavailable(
            "Redis does not answer. What it keeps is safe; what was asked may be done when it is back.")
        : null;

    private static bool IsFull(Exception failure) => Says(failure, MemoryFull) || Says(failure, DiskFull);

    private static bool Says(Exception failure, string word) => failure.ToString().Contains(word, StringComparison.Ordinal);
}

/// <summary>Storage takes nothing more. Reading and deleting go on.</summary>
[GenerateSerializer, Alias("samverkan.StorageFull")]
public sealed class StorageFull(string message) : Exception(message);

/// <summary>Storage does not answer, for as long as one waits for it. What was asked of it may have been done or not.</summary>
[GenerateSerializer, Alias("samverkan.StorageUnavailable")]
public sealed class StorageUnavailable(string message) : Exception(message);
