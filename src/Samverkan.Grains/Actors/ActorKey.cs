using System.Globalization;
using Samverkan.Model;

namespace Samverkan.Grains.Actors;

/// <summary>
/// Who a grain is: run / attempt / place / path of the actor. With every attempt all actors get new keys, so that what is
/// left of an attempt that failed reaches nobody.
/// </summary>
/// <param name="Run">Id of the run; without a slash.</param>
/// <param name="Attempt">Its number, which no attempt of another run of that id has.</param>
/// <param name="Place">Actors of one place are put on one silo; <see cref="Anywhere"/> puts each by itself.</param>
/// <param name="Path">Which actor.</param>
internal readonly record struct ActorKey(string Run, int Attempt, string Place, ActorPath Path)
{
    /// <summary>The place of actors that are scattered on purpose.</summary>
    public const string Anywhere = "x";

    public static ActorKey Parse(string key)
    {
        var parts = key.Split('/', 4);
        return new(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2], ActorPath.Parse(parts[3]));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Run}/{Attempt}/{Place}/{Path}");

    /// <summary>Code of the municipality or county, such as 0181 in <c>team/0181/3/0</c>.</summary>
    public string Code => Path.Code;

    /// <summary>Another actor of the same attempt and place.</summary>
    public ActorKey Sibling(ActorPath path) => this with { Path = path };
}
