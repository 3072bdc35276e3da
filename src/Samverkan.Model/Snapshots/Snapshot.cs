namespace Samverkan.Model.Snapshots;

/// <summary>
/// Actors and messages as bytes and back. What is state is not listed anywhere: every field of an actor and of all that it
/// reaches is taken, but for the world and what is marked <see cref="NotStateAttribute"/>, so that no new field can be
/// forgotten. Bytes are read by the same build of the model that wrote them; <see cref="Version"/> tells builds apart.
/// </summary>
public static class Snapshot
{
    /// <summary>The build of the model: snapshots and messages of another are not understood.</summary>
    public static string Version { get; } = typeof(Snapshot).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public static byte[] Of<T>(T value)
    {
        var writer = new StateWriter();
        Shape<T>.Write(writer, value);
        return writer.ToArray();
    }

    /// <param name="world">The world of the actors; null for messages.</param>
    /// <exception cref="InvalidSnapshot">The bytes are not what <see cref="Of"/> makes of this type.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, World? world = null)
    {
        var reader = new StateReader(bytes, world);
        var value = Shape<T>.Read(reader);
        return reader.AtEnd ? value : throw new InvalidSnapshot("More follows than was expected.");
    }
}
