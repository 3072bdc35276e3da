using Samverkan.Model.Chance;

namespace Samverkan.Model.Snapshots;

/// <summary>
/// Actors and messages as bytes and back, and what follows from the bytes: a hash of an actor's state, and its description.
/// What is state is listed nowhere: every field of an actor and of all that it reaches is taken, but for the world and what is
/// marked <see cref="NotStateAttribute"/> (<see cref="DeclaredState"/>). Equal content gives equal bytes. Bytes are read by the
/// same build of the model that wrote them; <see cref="Version"/> tells builds apart.
/// </summary>
public static class Snapshot
{
    // Each thread hashes a great many actors in a row, and needs room for one.
    [ThreadStatic] private static StateWriter? own;

    /// <summary>The build of the model: snapshots and messages of another are not understood.</summary>
    public static string Version { get; } = typeof(Snapshot).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public static byte[] Of<T>(T value)
    {
        var writer = new StateWriter();
        Shape<T>.Write(writer, value);
        return writer.Written.ToArray();
    }

    /// <summary>A hash of all that <see cref="Of"/> writes of an actor, and of the hashes of its children, in their
    /// order.</summary>
    public static ulong Hash<T>(T actor, params ReadOnlySpan<ulong> children)
    {
        var writer = own ??= new StateWriter();
        writer.Clear();
        Shape<T>.Write(writer, actor);
        var hash = new StateHash();
        hash.AddBits(writer.Written);
        // What was hashed need not be kept alive.
        writer.Clear();
        foreach (var child in children)
            hash.Add(child);
        return hash.Value;
    }

    /// <summary>All that <see cref="Of"/> writes of an actor, field by field as names and values, in the same order.</summary>
    public static IReadOnlyList<(string Field, string Value)> Describe<T>(T actor) where T : notnull =>
        StateDescription.Of(actor);

    /// <param name="world">The world of the actors; null for messages.</param>
    /// <exception cref="InvalidSnapshot">The bytes are not what <see cref="Of"/> makes of this type.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, World? world = null)
    {
        var reader = new StateReader(bytes, world);
        var value = Shape<T>.Read(reader);
        return reader.AtEnd ? value : throw new InvalidSnapshot("More follows than was expected.");
    }
}
