using System.Text;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Scenarios;

/// <summary>What a name means: a parameter, a family or a section of them, an indicator, a kind of event.</summary>
public static class Explanation
{
    /// <returns>null if nothing has that name; <see cref="Unknown"/> says so with a suggestion.</returns>
    public static string? Of(string name)
    {
        if (Catalogue.Find(name) is { } parameter)
            return Parameter(parameter);
        if (IndicatorCatalogue.Find(name) is { } indicator)
            return IndicatorInWords(indicator);
        if (EventForm.Find(name) is { } form)
            return Event(form);
        return (Wildcard.Parameters(name) is { Count: > 0 } several ? Several(name, several) : Section(name)) ?? Words(name);
    }

    /// <summary>The words of a label or a synonym, as reports use them; a name that is spelt wrong is none.</summary>
    private static string? Words(string text)
    {
        if (text.Contains('.', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal))
            return null;
        var told = new StringBuilder();
        foreach (var term in Glossary.In(text))
            told.Append($"{Told(term.Name)}\n  {Told(term.Meaning)}\n").Append(term.Names.Count == 0 ? ""
                : Row("see", string.Join(", ", term.Names)));
        foreach (var indicator in IndicatorCatalogue.All.Where(i => IsCalled(i, text)))
            told.Append(IndicatorInWords(indicator));
        return told.Length == 0 ? null : told.ToString();
    }

    /// <summary>By its title, in either language.</summary>
    private static bool IsCalled(Indicator indicator, string text) => Localized.Languages.Any(language =>
    {
        using var reader = Localized.In(language);
        return Told(indicator.Title).Equals(text, StringComparison.OrdinalIgnoreCase);
    });

    /// <summary>All that starts with a word: the parameters and indicators of <c>committee</c>, a line each.</summary>
    private static string? Section(string name)
    {
        var text = new StringBuilder();
        foreach (var family in Catalogue.All.Where(p => p.Id.StartsWith(name + ".", StringComparison.Ordinal)).GroupBy(p =>
            Wildcard.FamilyOf(p) ?? p.Id))
            Line(text, family.Count() > 1 ? family.Key + ".*" : family.First().Id, family.First().Meaning);
        foreach (var indicator in IndicatorCatalogue.All.Where(i => i.Id.StartsWith(name + ".", StringComparison.Ordinal)))
            Line(text, indicator.Id, $"({Told("indicator")}) {Told(indicator.Meaning)}");
        return text.Length == 0 ? null : $"{name}\n{text}";
    }

    public static string Unknown(string name) =>
        $"There is no parameter, indicator or event '{name}'.{DidYouMean.Of(name, [.. AllNames, .. Sections])} Without a name, "
            + "'explain' lists all.";

    /// <summary>Every name that can be explained, for lists and for the completion of a shell.</summary>
    public static IReadOnlyList<string> AllNames { get; } =
        [.. Wildcard.Names, .. IndicatorCatalogue.All.Select(i => i.Id), .. EventForm.All.Select(f => f.Word)];

    private static IEnumerable<string> Sections => AllNames.Where(name =>
        name.Contains('.', StringComparison.Ordinal)).Select(name =>
        name[..name.IndexOf('.', StringComparison.Ordinal)]).Distinct();

    /// <summary>Levers first, then all other parameters, indicators and events, a line each.</summary>
    public static string List()
    {
        var text = new StringBuilder();
        foreach (var (heading, parameters) in new[]
        {
            ("Levers: what policy can turn", Catalogue.All.Where(p => p.Role == Role.Lever)),
            ("Uncertain: facts that are not known well", Catalogue.All.Where(p => p.Role == Role.Uncertain)),
            ("Structural: choices of the modeller", Catalogue.All.Where(p => p.Role == Role.Structural)),
        })
        {
            text.Append(Told(heading)).Append('\n');
            foreach (var family in parameters.GroupBy(p => Wildcard.FamilyOf(p) ?? p.Id))
                Line(text, family.Count() > 1 ? family.Key + ".*" : family.First().Id, family.First().Meaning);
            text.Append('\n');
        }
        text.Append(Told("Indicators: what is measured")).Append('\n');
        foreach (var indicator in IndicatorCatalogue.All)
            Line(text, indicator.Id, indicator.Meaning);
        text.Append('\n').Append(Told("Events: what can happen at a date")).Append('\n');
        foreach (var form in EventForm.All)
            Line(text, form.Word, form.Meaning);
        return text.ToString();
    }

    private static void Line(StringBuilder text, string name, string meaning) =>
        text.Append($"  {name,-36} {Told(meaning)}\n");

    /// <summary>What is said of a name: a heading, and what stands under it.</summary>
    private static string Row(string heading, string text) => $"  {Told(heading),-9} {text}\n";

    private static string Told(string english) => Localized.Of(english);

    private static string Parameter(ParameterInfo p) => $"{p.Id}\n  {Told(p.Meaning)}\n"
        + Row("default", QuantityText.Of(p.Default, p.Measure))
        + Row("range", QuantityText.Range(p.Min, p.Max, p.Measure))
        + Row("units", UnitsOf(p))
        + Row("role", Told(RoleInWords(p.Role)))
        + Row("evidence", $"{Told(p.Evidence.ToString().ToLowerInvariant())}: {p.Source}")
        + Row("scope", string.Join(", ", ScopesOf(p)))
        + Row("acts in", ActsIn(p))
        + (ScaleInWords(p.Scaling) is { } scale ? Row("scale", Told(scale)) : "");

    private static string? ScaleInWords(Scaling scaling) => scaling switch
    {
        Scaling.ByInhabitants => "stated for 96,000 inhabitants, scaled by inhabitants elsewhere",
        Scaling.InLarger => "stated for 96,000 inhabitants, scaled by inhabitants in larger places, the same in smaller ones",
        Scaling.InSmaller => "stated for 96,000 inhabitants, scaled by inhabitants in smaller places, the same in larger ones",
        _ => null,
    };

    /// <summary>What an intervention on it may be scoped to.</summary>
    private static IEnumerable<string> ScopesOf(ParameterInfo p)
    {
        yield return "county, municipality";
        if (p.Reach.HasFlag(Reach.Units)) yield return "unit";
        if (p.Reach.HasFlag(Reach.Teams)) yield return "team";
        if (p.Reach.HasFlag(Reach.Persons)) yield return "person";
    }

    /// <summary>Where the section of the parameter stands: beside the rules that use it.</summary>
    private static string ActsIn(ParameterInfo p) =>
        $"src/{p.Section.Namespace!.Replace("Samverkan.Model.", "Samverkan.Model/", StringComparison.Ordinal)}/"
            + $"{p.Section.Name}.cs";

    private static string UnitsOf(ParameterInfo p) => p.Measure == Measure.Switch
        ? "on, off"
        : string.Join(", ", Units.Of(p.Measure).Select(u => u.Text.Length == 0 ? Told("a plain number") : u.Text));

    private static string RoleInWords(Role role) => role switch
    {
        Role.Lever => "lever: a policy can set it",
        Role.Uncertain => "uncertain: a fact of the world that is not known well",
        _ => "structural: a choice of the modeller",
    };

    private static string Several(string name, IReadOnlyList<ParameterInfo> parameters)
    {
        var text = new StringBuilder($"{name}\n  {Told(parameters[0].Meaning)}\n  {Told("one value for each of:")}\n");
        foreach (var p in parameters)
            text.Append($"    {p.Id,-44} {QuantityText.Of(p.Default, p.Measure)}{KeyInWords(p)}\n");
        return text.ToString();
    }

    private static string KeyInWords(ParameterInfo p) =>
        Wildcard.KeyOf(p) is { } key && TargetGroups.Find(key) is { } group ? $"  ({Told(group.InWords())})" : "";

    private static string IndicatorInWords(Indicator i) => $"{i.Id}\n  {Told(i.Title)}: {Told(i.Meaning)}\n"
        + Row("unit", Told(i.Unit))
        + (i.Per is { } per ? Row("per", Told(per.InWords)) : "")
        + Row("better", Told(i.Better == Better.Neither ? "neither higher nor lower as such"
            : i.Better.ToString().ToLowerInvariant()))
        + $"  {Told($"a year is {YearOf(i.Over)}")}\n";

    private static string YearOf(Reduction over) => over switch
    {
        Reduction.Sum => "the sum of its months",
        Reduction.Mean => "the mean of its months",
        _ => "its last month",
    };

    private static string Event(EventForm form) => $"{form.Word}\n  {Told(form.Meaning)}\n"
        + Row("says", $"id, event, at{Fields(form.Required)}")
        + Row("may say", $"scope, text{Fields(form.Optional)}")
        + (form.Allows("element") ? Row("elements", string.Join(", ", Elements.Ids)) : "")
        + (form.Allows("group") ? Row("groups", string.Join(", ", TargetGroups.Ids)) : "");

    private static string Fields(IEnumerable<string> fields) => string.Concat(fields.Select(f => $", {f}"));
}
