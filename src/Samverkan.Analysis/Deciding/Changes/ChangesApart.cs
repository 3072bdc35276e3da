using System.Numerics;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Deciding.Changes;

/// <summary>
/// A scenario's changes, each made alone and each left out, and all combinations where they are few. All live under the same luck
/// and the same draws as the base.
/// </summary>
public sealed class ChangesApart
{
    /// <summary>Of more changes not every combination is lived.</summary>
    public const int MostForAll = 4;

    private readonly ScenarioName name;
    private readonly IReadOnlyList<ScenarioChange> changes;
    private readonly IReadOnlyList<int> sets;

    /// <exception cref="NotCombinable">There are fewer than two changes.</exception>
    public ChangesApart(Scenario @base, Scenario other)
    {
        changes = ScenarioDiff.Changes(@base, other);
        name = Names.Of(@base, other);
        if (changes.Count < 2)
            throw new NotCombinable(changes.Count == 0
                ? $"'{other.Id}' changes nothing against '{@base.Id}'."
                : $"'{other.Id}' makes one change ({changes[0].Words}): it did all of it. 'compare' tells what it does.");
        var (all, ofBase) = ((1 << changes.Count) - 1, Choice.Of(@base));
        sets = changes.Count <= MostForAll ? [.. Enumerable.Range(0, all + 1)]
            : [.. Enumerable.Range(0, changes.Count).SelectMany(one => new[] { 1 << one, all & ~(1 << one) }).Prepend(0)
                .Append(all).Distinct()];
        Choices = [.. sets.Select(set => set == 0 ? ofBase : set == all ? Choice.Of(other) : ofBase.With(
            $"{other.Id}.{string.Join('+', Of(set).Select(one => changes[one].Id))}",
            string.Join("; ", Of(set).Select(one => changes[one].Words)), [.. Of(set).Select(one => changes[one])]))];
    }

    /// <summary>The base first.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    public ChangesResult Result(DecisionHead head, IReadOnlyList<LivedChoice> lived, IReadOnlyList<DecisionOutcome> outcomes)
    {
        var all = (1 << changes.Count) - 1;
        LivedChoice At(int set) => lived[sets.ToList().IndexOf(set)];
        IReadOnlyList<EffectRow> Sum(params IReadOnlyList<(int Set, double Weight)> sum) =>
        [
            .. outcomes.Select(outcome => EffectRow.Of(Reckoning.Contrast(outcome,
                [.. sum.Select(one => (At(one.Set), one.Weight))]))),
        ];
        var everything = sets.Count == all + 1;
        return new(
            head, name, [.. outcomes.Select(OutcomeName.Of)], Sum((all, 1), (0, -1)),
            [.. changes.Select((change, one) => new OneChange(
                change.Id, change.Words, Sum((1 << one, 1), (0, -1)), Sum((all, 1), (all & ~(1 << one), -1)),
                everything ? Sum(Shapley(one)) : null))],
            !everything ? [] : [.. from one in Enumerable.Range(0, changes.Count)
                                   from other in Enumerable.Range(one + 1, changes.Count - one - 1)
                                   select new TwoChanges(one, other, Sum(
                                       (1 << one | 1 << other, 1), (1 << one, -1), (1 << other, -1), (0, 1)))]);
    }

    /// <summary>What a change adds, over all orders in which the changes could be made (Shapley 1953): they add up to the
    /// whole.</summary>
    private List<(int Set, double Weight)> Shapley(int change)
    {
        var count = changes.Count;
        var sum = new List<(int Set, double Weight)>();
        foreach (var set in sets.Where(set => (set >> change & 1) == 0))
        {
            var size = BitOperations.PopCount((uint)set);
            var weight = Factorial(size) * Factorial(count - size - 1) / Factorial(count);
            sum.Add((set | 1 << change, weight));
            sum.Add((set, -weight));
        }
        return sum;
    }

    private static double Factorial(int number) => number <= 1 ? 1 : number * Factorial(number - 1);

    private IEnumerable<int> Of(int set) => Enumerable.Range(0, changes.Count).Where(one => (set >> one & 1) == 1);
}
