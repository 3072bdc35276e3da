using System.Text.Json;
using Orleans.Storage;
using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>What is large is packed in storage; what must tell every build whose it is, is text.</summary>
public sealed class PackingTests
{
    private readonly KeptSerializer serializer = new(new AsText());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_000)]
    public void Bytes_come_back_as_they_were(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(n => (byte)(n * n % 251)).ToArray();

        Assert.Equal(bytes, Packing.Unpacked(Packing.Packed(bytes)));
    }

    [Fact]
    public async Task A_checkpoint_takes_less_than_half_of_storage_and_is_read_again()
    {
        var store = new CheckpointStore(new MemoryStorage(), RetryPolicy.Storage);
        var simulation = new Simulation(TestWorlds.Small, 1, 1);
        for (var months = 0; months < 12; months++) simulation.Advance();
        var bytes = Snapshot.Of(simulation.Save());

        var taken = await store.Put("checkpoint", bytes);

        Assert.InRange(taken, 100, bytes.Length / 2);
        Assert.Equal(bytes, await store.Get("checkpoint"));
    }

    [Fact]
    public void Packed_entries_lie_in_Redis_as_their_bytes_and_others_as_text()
    {
        var packed = new Kept { Bytes = [1, 2, 3, 4], Build = 0x0102030405060708, IsPacked = true };
        var record = new Kept { Bytes = [1, 2, 3, 4], Build = 17 };

        var (entry, text) = (serializer.Serialize(packed), serializer.Serialize(record));

        Assert.Equal(1 + 8 + 4, entry.ToArray().Length);
        Assert.Equal((byte)'{', text.ToArray()[0]);
        foreach (var (was, became) in new[] { (packed, serializer.Deserialize<Kept>(entry)!),
            (record, serializer.Deserialize<Kept>(text)!) })
        {
            Assert.Equal((was.Build, was.IsPacked), (became.Build, became.IsPacked));
            Assert.Equal(was.Bytes, became.Bytes);
        }
    }

    /// <summary>In 0.1.0 nothing was packed.</summary>
    [Fact]
    public void What_an_older_build_wrote_tells_whose_it_is()
    {
        var old = serializer.Deserialize<Kept>(BinaryData.FromString("""{"Bytes":"AQID","Build":5}"""))!;

        Assert.Equal((5UL, false), (old.Build, old.IsPacked));
    }

    private sealed class AsText : IGrainStorageSerializer
    {
        public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input));

        public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input);
    }
}
