using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>
/// What is stated for the present of a scenario that has a lived past. Values of the file with the past, and of those that it
/// extends, hold from the start of that past. Values of files laid over it, of the command line and of a table of places are
/// those of the first reported month: 12 beds are 12 beds now. So all scenarios over one past share it.
/// </summary>
internal static class PresentFigures
{
    /// <summary>What the ids of their interventions begin with.</summary>
    public const string Id = "present";

    /// <summary>Figures that only the founding of a world reads.</summary>
    private static readonly string[] OfTheFounding =
        ["population.initial", "population.inContact", "population.placed", "population.driftBehind"];

    /// <summary>Takes the values that are stated for the present out of those from the start.</summary>
    public static ImmutableArray<Intervention> TakenFrom(IReadOnlyList<EffectiveValue> values, ReadingContext context)
    {
        if (context.Since is null)
            return [];
        var present = values.Where(v => IsOfThePresent(v, context)).ToArray();
        foreach (var value in present.Where(value => IsOfTheFounding(value.Parameter)))
            CannotBeUsed(value.Parameter, value.Origin, context);
        context.Start = ParameterSet.Defaults.With(values.Where(v => v.Origin != Place.Default && !present.Contains(v))
            .Select(v => KeyValuePair.Create(v.Parameter, v.Value)));
        return
        [
            .. present.Where(v => !IsOfTheFounding(v.Parameter)).Select(v => new Intervention(
                $"{Id}/{v.Parameter.Id}", v.Parameter.Id, Scope.Everywhere, Operation.Set, v.Value, context.From)),
        ];
    }

    // How the model is built holds from the start.
    private static bool IsOfThePresent(EffectiveValue value, ReadingContext context) =>
        value.Origin != Place.Default && value.Parameter.Role != Role.Structural && context.IsLaterThanPast(value.Origin);

    public static bool IsOfTheFounding(ParameterInfo parameter) =>
        OfTheFounding.Any(id => parameter.Id == id || parameter.Id.StartsWith(id + ".", StringComparison.Ordinal));

    public static void CannotBeUsed(ParameterInfo parameter, Place place, ReadingContext context) => context.Findings.Note(
        place, Codes.NotUsed,
        $"{parameter.Id} is not used: in {context.From} the population is what the lived past since {context.Begins} has made.");

    /// <summary>Interventions in the order in which they apply: of the past, then the present's figures, then what is
    /// new.</summary>
    public static ImmutableArray<Intervention> Between(
        ImmutableArray<Intervention> interventions, ImmutableArray<Intervention> stated, ReadingContext context) =>
            context.Since is null
        ? [.. stated, .. interventions]
        :
        [
            .. WithoutCooperation(context), .. interventions.Where(i => i.At < context.From), .. stated,
            .. interventions.Where(i => !(i.At < context.From)),
        ];

    private static IEnumerable<Intervention> WithoutCooperation(ReadingContext context) =>
        context.PastCooperation != PastCooperation.None ? [] : Elements.Ids.Select(element => new Intervention(
            $"no-cooperation/{element}", $"element.allowed.{element}", Scope.Everywhere, Operation.Set, 0,
            context.Begins - (int)context.Start.Funding.WarmUpMonths - 1, context.From - 1));
}
