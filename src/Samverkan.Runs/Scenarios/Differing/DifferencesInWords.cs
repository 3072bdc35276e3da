using System.Collections.Immutable;
using System.Globalization;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Words;

namespace Samverkan.Runs.Scenarios.Differing;

/// <summary>Says in plain words how one blueprint differs from another.</summary>
internal static class DifferencesInWords
{
    /// <param name="ownA">Ids of figures that were stated for the place itself in a; null: all.</param>
    /// <param name="ownB">The same in b.</param>
    public static Differences Of(Blueprint a, Blueprint b, IReadOnlySet<string>? ownA = null, IReadOnlySet<string>? ownB = null)
    {
        var values = Catalogue.All.Select(p => (Parameter: p, Before: p.Get(a.Parameters), After: p.Get(b.Parameters)))
            .Where(c => c.Before != c.After).ToArray();
        var (gone, come) = Effects.OnlyInOne(a.Interventions, b.Interventions, Effects.Key);
        var touched = values.Select(c => c.Parameter.Id)
            .Concat(gone.Concat(come).Where(Effects.HasEffect).Select(i => i.Parameter)).Distinct().Count();
        var dated = Interventions(gone, come, (a, ownA), (b, ownB)).Concat(Events(a, b)).OrderBy(d => d.At ?? b.From).ToList();
        return new Differences(
            [.. World(a, b), .. Rules(a, b),
                .. ValuesInWords.Of(values, b, Effects.SameMap(a, b) ? ownA : new HashSet<string>(), ownB),
                .. dated.Select(d => d.Words)],
            Catalogue.All.Count - touched,
            [.. dated.Where(d => d.At is not null).Select(d => new DatedChange(d.At!.Value, d.Words, d.Until))]);
    }

    private static IEnumerable<string> Rules(Blueprint a, Blueprint b) => a.Rules == b.Rules ? []
        : [b.Rules.IsUsual ? "the model's rules in place of rules of its own" : "rules of its own in place of the model's"];

    private static IEnumerable<(Month? At, string Words, Month? Until)> Interventions(ImmutableArray<Intervention> gone,
        ImmutableArray<Intervention> come, (Blueprint World, IReadOnlySet<string>? Own) a,
        (Blueprint World, IReadOnlySet<string>? Own) b)
    {
        var replaced = gone.Where(g => come.Any(c => c.Id == g.Id && c.Parameter == g.Parameter)).ToArray();
        foreach (var together in come.GroupBy(c => (c.At, Base: InterventionInWords.BaseId(c))))
        {
            var before = replaced.Where(r => InterventionInWords.BaseId(r) == together.Key.Base).ToArray();
            var instead = before.Length == 0 ? ""
                : $" (instead of: {string.Join("; ", InterventionInWords.OfAll(before, a.World, a.Own))})";
            foreach (var sentence in InterventionInWords.OfAll([.. together], b.World, b.Own))
                yield return (together.Key.At, sentence + instead, End(together));
        }
        foreach (var together in gone.Except(replaced).GroupBy(g => (g.At, Base: InterventionInWords.BaseId(g))))
            foreach (var sentence in InterventionInWords.OfAll([.. together], a.World, a.Own))
                yield return (together.Key.At, "without: " + sentence, End(together));
    }

    private static IEnumerable<(Month? At, string Words, Month? Until)> Events(Blueprint a, Blueprint b)
    {
        var (gone, come) = Effects.OnlyInOne(a.Events, b.Events, Effects.Key);
        return come.Select(e => ((Month?)e.At, EventInWords.Of(e, b), (Month?)null))
            .Concat(gone.Select(e => ((Month?)e.At, "without: " + EventInWords.Of(e, a), (Month?)null)));
    }

    /// <summary>The last month of all of them; null if one has no end.</summary>
    private static Month? End(IEnumerable<Intervention> together) =>
        together.All(i => i.Until is not null) ? together.Max(i => i.Until!.Value) : null;

    private static IEnumerable<string> World(Blueprint a, Blueprint b)
    {
        if (!Effects.SameMap(a, b))
            yield return $"{Map(b)} instead of {Map(a)}";
        if (a.From != b.From || a.To != b.To)
            yield return $"{Period(b)} instead of {Period(a)}";
    }

    private static string Period(Blueprint blueprint) => $"{Dates.InWords(blueprint.From)} to {Dates.InWords(blueprint.To)}";

    private static string Map(Blueprint blueprint)
    {
        var municipalities = blueprint.Counties.SelectMany(c => c.Municipalities).ToArray();
        var where = municipalities.Length == 1 ? municipalities[0].Name.Replace("The ", "the ", StringComparison.Ordinal)
            : $"{municipalities.Length} municipalities of {blueprint.Counties.Length} "
                + $"{(blueprint.Counties.Length == 1 ? "county" : "counties")}";
        return $"{where} ({FigureInWords.Inhabitants(blueprint)} inhabitants)";
    }
}
