using System.Collections.Immutable;
using System.Globalization;
using Samverkan.Analysis.Doses;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Deciding.Goals;

/// <summary>What is given in doses, and the worlds with them.</summary>
/// <param name="Name">What results call it.</param>
/// <param name="Nothing">The dose that changes nothing.</param>
/// <param name="Steps">The doses to begin with, from the least to the largest; the one that changes nothing is among
/// them.</param>
/// <param name="Finest">Doses closer together than this are not told apart.</param>
/// <param name="Given">The world with a dose.</param>
/// <param name="InWords">A dose as one says it.</param>
public sealed record GoalLever(
    LeverName Name, double Nothing, IReadOnlyList<double> Steps, double Finest, Func<double, Choice> Given, Func<double,
        string> InWords)
{
    private const int MostSteps = 5;
    private const double FinestShare = 1.0 / 32;

    /// <summary>A parameter that is set from a month on.</summary>
    /// <param name="least">The least dose in the place's own figures; null: what the model's dose response begins with.</param>
    /// <exception cref="NoDose">There are no doses of it.</exception>
    public static GoalLever OfParameter(Scenario scenario, ParameterInfo parameter, Month from, double? least, double? most)
    {
        var world = scenario.Blueprint;
        if (parameter.Measure == Measure.Switch)
            throw new NoDose($"{parameter.Id} is on or off: there is no more or less of it. 'compare' tells what it does.");
        double Here(double value) => Levers.Here(parameter, value, world) ?? value;
        double Reference(double here) => Levers.ForReference(parameter, here, world);
        var now = Here(InForce(world, parameter, from));
        var ladder = Ladder.All(world.Parameters).FirstOrDefault(one => !one.IsFamily && one.Parameters[0] == parameter);
        var (low, high) = (least ?? Here(ladder?.Doses[0] ?? parameter.Min), most ?? Here(ladder?.Doses[^1] ?? parameter.Max));
        if (low < Here(parameter.Min) - 1e-9 || high > Here(parameter.Max) + 1e-9)
            throw new NoDose($"{parameter.Id} can be from {Levers.Value(parameter, parameter.Min, world)} to "
                + $"{Levers.Value(parameter, parameter.Max, world)}.");
        if (!(low < high))
            throw new NoDose("The least dose must be less than the most.");
        var isWhole = Ladder.IsWhole(parameter.Measure);
        var steps = least is null && most is null && ladder is not null ? ladder.Doses.Select(Here)
            : Enumerable.Range(0, MostSteps).Select(step => low + step * (high - low) / (MostSteps - 1));
        var id = $"{scenario.Id}.{parameter.Id}";
        return new(
            new(parameter.Id, Levers.Name(parameter), Levers.Unit(parameter), from.ToString(), null), now,
            [.. steps.Select(step => isWhole ? Math.Round(step) : step).Append(now).Distinct().Order()],
            isWhole ? 1 : (high - low) * FinestShare, Given, dose => Levers.Value(parameter, Reference(dose), world));

        Choice Given(double dose) => dose == now ? Choice.Of(scenario) : Choice.Of(scenario) with
        {
            Id = $"{id}={dose.ToString("G9", CultureInfo.InvariantCulture)}",
            Title = $"{Levers.Name(parameter)} {Levers.Value(parameter, Reference(dose), world)}",
            World = world with
            {
                Name = $"{id}-{dose.ToString("G9", CultureInfo.InvariantCulture)}",
                Interventions = [.. world.Interventions, new("goal", parameter.Id, Scope.Everywhere, Operation.Set,
                    Reference(dose), from)],
            },
        };
    }

    /// <summary>A change of a scenario, in shares of what it states: 0 is none of it, 1 what is written, 2 twice as
    /// much. Of doses that nobody asked for, those that leave a range are left out.</summary>
    /// <exception cref="NoDose">There are no doses of it.</exception>
    public static GoalLever OfChange(Scenario @base, Scenario other, ScenarioChange change, double? least, double? most)
    {
        if (!change.Done.IsEmpty || !change.Undone.IsEmpty || !change.Gone.IsEmpty)
            throw new NoDose($"'{change.Id}' ({change.Words}) happens or does not: there is no more or less of it.");
        if (change.Come.Select(one => Catalogue.Get(one.Parameter)).Concat(change.Values.Keys)
            .FirstOrDefault(one => one.Measure == Measure.Switch) is { } onOrOff)
            throw new NoDose($"'{change.Id}' switches {onOrOff.Id}: there is no more or less of it.");
        var rest = ScenarioDiff.Changes(@base, other).Where(one => one.Id != change.Id).ToList();
        var (low, high) = (least ?? 0, most ?? 2);
        if (low < 0 || !(low < high))
            throw new NoDose("Doses of a change are shares of what the scenario states, such as --least 0 --most 2.");
        var without = Choice.Of(@base).With($"{other.Id}.without", @base.Title, rest);
        if (rest.Count == 0)
            without = Choice.Of(@base);
        double[] steps = [.. Enumerable.Range(0, MostSteps).Select(step => low + step * (high - low) / (MostSteps - 1))
            .Append(0).Concat(low < 1 && high > 1 ? [1.0] : []).Distinct().Order()];
        foreach (var asked in new[] { least, most }.OfType<double>().Where(dose => !IsPossible(dose)))
            throw new NoDose($"{Told(asked)} times '{change.Id}' is out of range: "
                + (Levers.OutOfRange(Given(asked).World) ?? InWords(asked)));
        double[] possible = [.. steps.Where(IsPossible)];
        if (possible.Length < 2)
            throw new NoDose($"No dose of '{change.Id}' is within its range.");
        return new(new(change.Id, change.Words, "", null, Names.Of(@base, other)), 0, possible, (high - low) * FinestShare,
            Given, InWords);

        string Told(double dose) => dose.ToString("0.###", CultureInfo.InvariantCulture);

        ScenarioChange Scaled(double dose) => change with
        {
            Values = change.Values.ToImmutableDictionary(one => one.Key, one =>
                Toward(one.Key.Get(@base.Blueprint.Parameters), one.Value, dose)),
            Come = [.. change.Come.Select(one => one with
            {
                Value = Toward(one.Operation switch
                {
                    Operation.Set => InForce(without.World, Catalogue.Get(one.Parameter), one.At ?? @base.Blueprint.From),
                    Operation.Multiply => 1,
                    _ => 0,
                }, one.Value, dose),
            })],
        };

        Choice Given(double dose) => dose == 0 ? without : dose == 1 ? Choice.Of(other)
            : without.With($"{other.Id}.{change.Id}={Told(dose)}", $"{change.Id} x {Told(dose)}", [Scaled(dose)]);

        string InWords(double dose) => dose == 0 ? "nothing"
            : string.Join("; ", ScenarioDiff.InWords(without.World, Given(dose).World).Lines);

        bool IsPossible(double dose) => dose == 0 || Levers.OutOfRange(Given(dose).World) is null && IsInRange(dose);

        bool IsInRange(double dose) =>
            Scaled(dose).Come.All(one => one.Operation == Operation.Set ? IsIn(Catalogue.Get(one.Parameter), one.Value)
                : one.Operation == Operation.Add || one.Value >= 0)
            && Scaled(dose).Values.All(one => IsIn(one.Key, one.Value));
    }

    private static bool IsIn(ParameterInfo parameter, double value) => value >= parameter.Min && value <= parameter.Max;

    private static double Toward(double from, double to, double share) => from + share * (to - from);

    /// <summary>What a parameter is in a month, everywhere, as far as dates alone decide.</summary>
    private static double InForce(Blueprint world, ParameterInfo parameter, Month month) => world.Interventions
        .Where(one => one.Parameter == parameter.Id && one.Scope == Scope.Everywhere && one.When is null && one.At <= month
            && !(one.Until < month))
        .Aggregate(parameter.Get(world.Parameters), (value, one) => one.Operation.Apply(value, one.Value));
}

/// <summary>Something cannot be given in doses.</summary>
public sealed class NoDose(string message) : Exception(message);
