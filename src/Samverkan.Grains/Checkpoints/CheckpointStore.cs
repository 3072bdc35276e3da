using System.Text;
using Orleans.Runtime;
using Orleans.Storage;
using Samverkan.Grains.Actors;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Checkpoints;

/// <summary>Named bytes that outlive silos, in the cluster's grain storage.</summary>
internal sealed class CheckpointStore(IGrainStorage storage, RetryPolicy patience, IRemnants? remnants = null)
{
    private static readonly GrainType Kind = GrainType.Create("vault");

    /// <summary>Whether another build of the program may come to it after this one.</summary>
    public bool OutlivesBuilds => remnants is not null;

    public static string CrownKey(string checkpoint) => $"{checkpoint}/crown";

    public static string BranchKey(string checkpoint, string municipality) => $"{checkpoint}/branch/{municipality}";

    // What any build can read.
    private const ulong AnyBuild = 1;

    /// <exception cref="OtherBuild">Another build of the program wrote it.</exception>
    public async Task<byte[]?> Get(string key)
    {
        if ((await Read(key)).State is not { Bytes: { } bytes } kept) return null;
        if (kept.Build is not AnyBuild && kept.Build != ProgramBuild.Id)
            throw new OtherBuild($"'{key}' was written by another build of the program.");
        return kept.IsPacked ? Packing.Unpacked(bytes) : bytes;
    }

    /// <summary>What is large: it is packed.</summary>
    /// <returns>How many bytes it takes.</returns>
    public Task<long> Put(string key, byte[] bytes) =>
        Write(key, new() { Bytes = Packing.Packed(bytes), IsPacked = true, Build = ProgramBuild.Id });

    /// <summary>What is large, and is in a form of its own that any build of the program can read.</summary>
    /// <returns>How many bytes it takes.</returns>
    public Task<long> PutForAll(string key, byte[] bytes) =>
        Write(key, new() { Bytes = Packing.Packed(bytes), IsPacked = true, Build = AnyBuild });

    /// <summary>What is small, and must tell every build of the program whose it is.</summary>
    public Task PutRecord(string key, byte[] bytes) => Write(key, new() { Bytes = bytes, Build = ProgramBuild.Id });

    /// <summary>Words, which any build of the program can read.</summary>
    public Task Put(string key, IEnumerable<string> words) =>
        Write(key, new() { Bytes = Encoding.UTF8.GetBytes(string.Join('\n', words)), Build = AnyBuild });

    public async Task<IEnumerable<string>> Words(string key) =>
        await Get(key) is { Length: > 0 } bytes ? Encoding.UTF8.GetString(bytes).Split('\n') : [];

    public Task Delete(string key) => Asked(async () =>
    {
        var state = await Once(key);
        if (state.RecordExists) await storage.ClearStateAsync(Kind.ToString()!, Id(key), state);
        return true;
    });

    /// <summary>Deletes what is kept of a run that another build of the program made, but for its record.</summary>
    public Task DeleteRemnants(string run) => remnants is null ? Task.CompletedTask : Asked(async () =>
    {
        await remnants.Delete(run);
        return true;
    });

    /// <summary>A checkpoint's parts put together.</summary>
    public async Task<WorldSnapshot> Whole(string checkpoint, Blueprint blueprint, Month next)
    {
        var crown = Snapshot.Read<CrownSnapshot>(await Part(CrownKey(checkpoint)));
        var counties = new List<CountySnapshot>();
        foreach (var (county, state) in blueprint.Counties.Zip(crown.Counties))
        {
            var branches = new List<BranchSnapshot>();
            foreach (var municipality in county.Municipalities)
                branches.Add(Snapshot.Read<BranchSnapshot>(await Part(BranchKey(checkpoint, municipality.Code))));
            counties.Add(new(state, [.. branches]));
        }
        return new(next, crown.Nation, [.. counties]);
    }

    public async Task DeleteCheckpoint(string checkpoint, Blueprint blueprint)
    {
        await Delete(CrownKey(checkpoint));
        foreach (var municipality in blueprint.Counties.SelectMany(county => county.Municipalities))
            await Delete(BranchKey(checkpoint, municipality.Code));
    }

    /// <returns>How many bytes it is.</returns>
    public async Task<long> CopyCheckpoint(string from, string to, Blueprint blueprint)
    {
        var bytes = await Put(CrownKey(to), await Part(CrownKey(from)));
        foreach (var municipality in blueprint.Counties.SelectMany(county => county.Municipalities))
            bytes += await Put(BranchKey(to, municipality.Code), await Part(BranchKey(from, municipality.Code)));
        return bytes;
    }

    private async Task<byte[]> Part(string key) => await Get(key) ?? throw new MonthRefused($"The checkpoint lacks {key}.");

    // Read first: what an earlier try left behind is replaced.
    private Task<long> Write(string key, Kept kept) => Asked(async () =>
    {
        var state = await Once(key);
        state.State = kept;
        await storage.WriteStateAsync(Kind.ToString()!, Id(key), state);
        return (long)kept.Bytes!.Length;
    });

    private Task<GrainState<Kept>> Read(string key) => Asked(() => Once(key));

    private async Task<GrainState<Kept>> Once(string key)
    {
        var state = new GrainState<Kept>();
        await storage.ReadStateAsync(Kind.ToString()!, Id(key), state);
        return state;
    }

    // Storage that is away for a moment is waited for; for longer, or full, it is told of in a sentence.
    private async Task<T> Asked<T>(Func<Task<T>> ask)
    {
        try
        {
            return await patience.With(ask);
        }
        catch (Exception failure) when (StorageTrouble.InWords(failure) is { } told)
        {
            throw told;
        }
    }

    private static GrainId Id(string key) => GrainId.Create(Kind, key);
}

/// <summary>Bytes in storage.</summary>
[GenerateSerializer, Alias("samverkan.Kept")]
public sealed class Kept
{
    [Id(0)] public byte[]? Bytes { get; set; }

    /// <summary>Of the program that wrote them; 1: any can read them.</summary>
    [Id(1)] public ulong Build { get; set; }

    /// <summary>Whether the bytes are packed: see <see cref="Packing"/>.</summary>
    [Id(2)] public bool IsPacked { get; set; }
}
