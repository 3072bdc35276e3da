using Orleans.Runtime;
using Orleans.Storage;
using Samverkan.Grains.Actors;
using Samverkan.Model;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Checkpoints;

/// <summary>Named bytes that outlive silos, in the cluster's grain storage.</summary>
internal sealed class Vault(IGrainStorage storage)
{
    private static readonly GrainType Kind = GrainType.Create("vault");

    public static string CrownKey(string checkpoint) => $"{checkpoint}/crown";

    public static string BranchKey(string checkpoint, string municipality) => $"{checkpoint}/branch/{municipality}";

    public async Task<byte[]?> Get(string key) => (await Read(key)).State?.Bytes;

    public async Task Put(string key, byte[] bytes)
    {
        // Read first: what an earlier try left behind is replaced.
        var state = await Read(key);
        state.State = new Kept { Bytes = bytes };
        await storage.WriteStateAsync(Kind.ToString()!, Id(key), state);
    }

    public async Task Delete(string key)
    {
        var state = await Read(key);
        if (state.RecordExists) await storage.ClearStateAsync(Kind.ToString()!, Id(key), state);
    }

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

    public async Task CopyCheckpoint(string from, string to, Blueprint blueprint)
    {
        await Put(CrownKey(to), await Part(CrownKey(from)));
        foreach (var municipality in blueprint.Counties.SelectMany(county => county.Municipalities))
            await Put(BranchKey(to, municipality.Code), await Part(BranchKey(from, municipality.Code)));
    }

    private async Task<byte[]> Part(string key) => await Get(key) ?? throw new MonthRefused($"The checkpoint lacks {key}.");

    private async Task<GrainState<Kept>> Read(string key)
    {
        var state = new GrainState<Kept>();
        await storage.ReadStateAsync(Kind.ToString()!, Id(key), state);
        return state;
    }

    private static GrainId Id(string key) => GrainId.Create(Kind, key);
}

/// <summary>Bytes in storage.</summary>
[GenerateSerializer, Alias("samverkan.Kept")]
public sealed class Kept
{
    [Id(0)] public byte[]? Bytes { get; set; }
}
