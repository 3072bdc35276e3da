using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Policies;

namespace Samverkan.Runs.Scenarios.Differing;

/// <summary>The parts of interventions and events that have an effect: not ids, and not a factor of 1.</summary>
internal static class Effects
{
    /// <summary>Equal for interventions that do the same.</summary>
    public static object Key(Intervention intervention) =>
        (intervention with { Id = "", Seasons = default },
            string.Join(',', intervention.Seasons.IsDefault ? [] : intervention.Seasons));

    /// <summary>Equal for events that are the same.</summary>
    public static object Key(ModelEvent e) => e with { Id = "" };

    public static bool HasEffect(Intervention intervention) =>
        intervention is not ({ Operation: Operation.Multiply, Value: 1 } or { Operation: Operation.Add, Value: 0 });

    /// <summary>The entries of one that the other lacks, each in its own order.</summary>
    public static (ImmutableArray<T> InA, ImmutableArray<T> InB) OnlyInOne<T>(ImmutableArray<T> a, ImmutableArray<T> b,
        Func<T, object> key)
    {
        var (keysA, keysB) = (a.Select(key).ToHashSet(), b.Select(key).ToHashSet());
        return ([.. a.Where(x => !keysB.Contains(key(x)))], [.. b.Where(x => !keysA.Contains(key(x)))]);
    }

    public static bool SameMap(Blueprint a, Blueprint b) =>
        a.Counties.Length == b.Counties.Length && a.Counties.Zip(b.Counties).All(pair => pair.First.Code == pair.Second.Code
            && pair.First.Municipalities.Select(Inhabitants).SequenceEqual(pair.Second.Municipalities.Select(Inhabitants)));

    private static object Inhabitants(MunicipalityOnMap place) => place with { Name = "" };
}
