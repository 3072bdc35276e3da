using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>
/// A municipality's own figures in place of the shipped ones. Amounts that the catalogue states for the reference
/// municipality are restated for it, so that the model scales them back to what the table says. Of figures by year, the latest of
/// those up to the first reported month holds then, and each later one from January of its year (<see cref="FiguresByYear"/>).
/// </summary>
internal static class OwnFigures
{
    /// <summary>What the ids of their interventions begin with.</summary>
    public const string Id = "own-figure";

    public sealed record Result(ParameterSet Parameters, ImmutableArray<Intervention> Interventions,
        ImmutableArray<EffectiveValue> Values, ImmutableArray<string> Scaled);

    public static Result Of(WorldTable? table, ImmutableArray<EffectiveValue> values, ReadingContext context)
    {
        if (table is null)
            return new Result(context.Start, [], values, []);
        // A code that stands twice is an error, and told as one where the table is read.
        var places = context.Counties.SelectMany(c => c.Municipalities).DistinctBy(m => m.Code).ToDictionary(m => m.Code);
        var stated = FiguresByYear.Of([.. table.Figures.Where(f => places.ContainsKey(f.Municipality))], context);
        OwnFigure[] figures = [.. InRange(stated.Now, _ => context.From)];
        OwnFigure[] later = [.. InRange(stated.Later, FiguresByYear.Start)];
        var scaled = Scaled(figures, places.Count);
        if (figures.Length + later.Length > 0)
            context.Findings.Note(table.Place, Codes.TakenFromTable, Taken([.. figures, .. later]));
        context.Findings.Note(table.Place, Codes.ScaledFromCase, InWords(scaled, figures.Length));
        var planned = FiguresByYear.AsInterventions(later);
        if (context.Since is not null)
        {
            var used = figures.Where(f => IsUsed(f, context)).Select(f => AsIntervention(f, context));
            return new Result(context.Start, [.. used, .. planned], values, scaled);
        }
        if (places.Count != 1)
            return new Result(context.Start, [.. figures.Select(f => AsIntervention(f, context)), .. planned], values, scaled);
        var own = figures.DistinctBy(f => f.Parameter).ToDictionary(f => f.Parameter.Id);
        var merged = values.Select(v => own.TryGetValue(v.Parameter.Id, out var f)
            ? new EffectiveValue(v.Parameter, f.Value, f.Place, "own table", Evidence.Study) { IsOwn = true } : v);
        return new Result(context.Start.With(figures.Select(f => KeyValuePair.Create(f.Parameter, f.Value))), planned,
            [.. merged], scaled);

        IEnumerable<OwnFigure> InRange(IEnumerable<OwnFigure> given, Func<OwnFigure, Month> at) =>
            given.Select(figure => (Stated: figure, Kept: Restated(figure, at(figure))))
                .Where(pair => IsInRange(pair.Kept, pair.Stated.Value, context)).Select(pair => pair.Kept);

        OwnFigure Restated(OwnFigure figure, Month at)
        {
            var place = places[figure.Municipality];
            var inhabitants = place.Population * place.GrowthUntil(at, context.Begins);
            return inhabitants > 0
                ? figure with
                {
                    Value = figure.Value
                    / figure.Parameter.FactorAt(inhabitants / context.Start.Population.Reference)
                }
                : figure;
        }
    }

    private static bool IsUsed(OwnFigure figure, ReadingContext context)
    {
        if (!PresentFigures.IsOfTheFounding(figure.Parameter))
            return true;
        PresentFigures.CannotBeUsed(figure.Parameter, figure.Place, context);
        return false;
    }

    private static string Taken(OwnFigure[] figures)
    {
        var years = figures.Select(f => f.Year).OfType<int>().ToArray();
        var period = years.Length == 0 ? "" : $", to {years.Max()}";
        var are = figures.Length == 1 ? "figure of the table is used as it is" : "figures of the table are used as they are";
        return $"{figures.Length} {are} stated{period}: "
            + $"{Listed(figures.Select(f => f.Parameter.Id).Distinct())}.";
    }

    private static string InWords(ImmutableArray<string> scaled, int given) =>
        $"{(given == 0 ? "Persons, posts, beds, places and grants" : Listed(scaled))} are not in the table: they are scaled "
            + "from the case by inhabitants.";

    private static string Listed(IEnumerable<string> ids) =>
        string.Join(", ", ids.GroupBy(FamilyOrId).Select(g => g.Count() > 1 ? $"{g.Key}.* ({g.Count()})" : g.Single()));

    private static string FamilyOrId(string id) => Language.Wildcard.FamilyOf(Catalogue.Get(id)) ?? id;

    /// <param name="stated">As the table has it, for the municipality's own inhabitants.</param>
    private static bool IsInRange(OwnFigure figure, double stated, ReadingContext context)
    {
        var (value, parameter) = (figure.Value, figure.Parameter);
        if (value >= parameter.Min && value <= parameter.Max)
            return true;
        var per = value == stated ? "" : $" ({Text(value)} for 96,000 inhabitants)";
        context.Findings.Error(figure.Place, Codes.OutOfRange, ParameterReading.OutOfRange(
            Text(stated) + per, value, parameter, context, value == 0 ? 1 : stated / value));
        return false;

        string Text(double kept) => Values.QuantityText.Of(context.Written(parameter, kept), parameter.Measure);
    }

    /// <summary>In force from before the warm-up, for good; where there is a lived past, from its end.</summary>
    private static Intervention AsIntervention(OwnFigure figure, ReadingContext context) => new(
        $"{Id}/{figure.Municipality}/{figure.Parameter.Id}", figure.Parameter.Id,
        new Scope(Municipality: figure.Municipality), Operation.Set, figure.Value,
        context.Since is null ? context.From - (int)context.Start.Funding.WarmUpMonths - 1 : context.From);

    private static ImmutableArray<string> Scaled(OwnFigure[] figures, int municipalities) =>
    [
        .. Catalogue.All.Where(p => p.Scaling != Scaling.None && figures.Count(f => f.Parameter.Id == p.Id) < municipalities)
        .Select(p => p.Id),
    ];
}
