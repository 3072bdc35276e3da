using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Analysis.Deciding.Causes;

/// <summary>A link of the model that parameters can switch off.</summary>
/// <param name="Words">What holds no more.</param>
/// <param name="Set">Values with which the link has no effect, or as little as the model allows.</param>
internal sealed record LinkSwitch(string Id, string Words, IReadOnlyDictionary<string, double> Set)
{
    /// <summary>Causes first.</summary>
    public static IReadOnlyList<LinkSwitch> All { get; } =
    [
        new("posts", "posts are cut or left vacant when money is short",
            Off(("funding.layOff", false), ("funding.noRefill", true))),
        new("beds", "beds are closed when money is short", Off(("funding.bedsKept", true))),
        new("conflict", "what one side does to the other costs trust", Off(
            ("cooperation.conflictOfFreeze", false), ("cooperation.conflictOfShift", false),
            ("cooperation.conflictOfWithdrawal", false), ("cooperation.conflictOfPosts", false),
            ("cooperation.conflictOfClosure", false))),
        new("withoutBed", "a crisis without a bed, or a stay cut short, leaves a mark", Off(
            ("crisis.withoutBed", false), ("crisis.relapse", false), ("ward.shortStay", false))),
        new("crisis", "a crisis brings needs and dropout", Off(("crisis.onset", false), ("crisis.dropout", false))),
    ];

    /// <summary>The choice with the link switched off from a month on.</summary>
    public Choice Off(Choice choice, Month from) => choice with
    {
        Id = $"{choice.Id}.without-{Id}",
        Title = $"{choice.Title}, without: {Words}",
        World = choice.World with
        {
            Name = $"{choice.World.Name}.without-{Id}",
            Interventions =
            [
                .. choice.World.Interventions,
                .. Set.Select(one => new Intervention($"without-{Id}/{one.Key}", one.Key, Scope.Everywhere, Operation.Set,
                    one.Value, from)),
            ],
        },
    };

    private static ImmutableSortedDictionary<string, double> Off(params ReadOnlySpan<(string Parameter, bool AtMost)> set)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var (id, atMost) in set)
            values[id] = atMost ? Catalogue.Get(id).Max : Catalogue.Get(id).Min;
        return values.ToImmutable();
    }
}
