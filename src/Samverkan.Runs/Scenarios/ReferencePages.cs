using System.Text;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Own;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.Runs.Scenarios;

/// <summary>The reference of the model's names as pages, made from its catalogues.</summary>
public static class ReferencePages
{
    /// <summary>Every parameter by section: meaning, default, range, role, evidence and source, and by which scopes it may be
    /// changed.</summary>
    public static string Parameters()
    {
        var page = new StringBuilder($"""
            # Parameters

            The {Catalogue.All.Count} values that the model is made from, {Catalogue.All.GroupBy(Family).Count()} of them different: a family has one value for each
            group, need, sector or element. A *lever* is what policy can turn, *uncertain* is a fact that is not well known,
            *structural* a choice of the modeller. Evidence goes from *study* (a published figure) by *derived* (arithmetic on published
            figures) and *expert* (known in the field) to *assumed*. An intervention on any but a structural one may be scoped to counties
            and municipalities; the last column says to what else. Prices are SEK of 2015; a world of another price year restates them. Made from the program; do not edit.


            """);
        foreach (var section in Catalogue.All.GroupBy(p => p.Id.Split('.')[0]))
        {
            var rules = section.First().Section;
            page.Append($"## {section.Key}\n\n")
                .Append($"`src/Samverkan.Model/{rules.Namespace!.Split('.')[^1]}/{rules.Name}.cs`\n\n")
                .Append("| parameter | meaning | default | range | role | evidence | scope |\n|-|-|-|-|-|-|-|\n");
            foreach (var family in section.GroupBy(Family))
                page.Append(Row(family.Key, [.. family]));
            page.Append('\n');
        }
        return page.ToString();
    }

    /// <summary>Every indicator: meaning, unit, which way is better, and how months become a year.</summary>
    public static string Indicators()
    {
        var page = new StringBuilder("""
            # Indicators

            What the model measures each month. *Per* is the denominator. *Better* is the direction that is good for people, if there is
            one. *For* names the actors that `run` reports it for. Comparisons keep the municipalities' values of those marked *kept*.
            Made from the program; do not edit.

            | indicator | title | what is counted | per | unit | better | a year is | for | kept |
            |-|-|-|-|-|-|-|-|-|

            """);
        foreach (var i in IndicatorCatalogue.All)
            page.Append(
                $"| `{i.Id}` | {i.Title} | {i.Meaning} | {i.Per?.InWords} | {i.Unit} | "
                    + $"{(i.Better == Better.Neither ? "" : i.Better.ToString().ToLowerInvariant())} | {i.Over switch
                    {
                        Reduction.Mean => "the mean of its months",
                        Reduction.Sum => "their sum",
                        _ => "the last of them",
                    }} | {InWords(i.Levels)} | {(i.Headline ? "kept" : "")} |\n");
        page.Append("""

            ## Persons

            What [expressions](studies.md#outcomes-of-your-own) read of persons. Each person counts with the mean over the person's months in the
            target population within the period.

            | name | what is counted | unit |
            |-|-|-|

            """);
        foreach (var measure in PersonMeasure.All)
            page.Append($"| `{measure.Id}` | {measure.Meaning} | {measure.Unit} |\n");
        return page.ToString();
    }

    private static string InWords(Levels levels) =>
        string.Join(", ", Enum.GetValues<Levels>().Where(l => System.Numerics.BitOperations.IsPow2((int)l) && levels.HasFlag(l)))
            .ToLowerInvariant();

    /// <summary>How many values each section has, by role and by what they rest on; a family counts once.</summary>
    public static string Grounds()
    {
        var families = Catalogue.All.GroupBy(Family).Select(f => f.First()).ToArray();
        var (roles, grades) = (Enum.GetValues<Role>(), Enum.GetValues<Evidence>());
        var table =
            new StringBuilder(
                $"| section | values | {string.Join(" | ", roles.Select(r => r.ToString().ToLowerInvariant()))} | "
                    + $"{string.Join(" | ", grades.Select(g => g.ToString().ToLowerInvariant()))} "
                    + $"|\n|-|{string.Concat(Enumerable.Repeat("-:|", 1 + roles.Length + grades.Length))}\n");
        foreach (var section in families.GroupBy(p => $"`{p.Id.Split('.')[0]}`").Append(families.GroupBy(_ => "all").Single()))
            table.Append(
                $"| {section.Key} | {section.Count()} | "
                    + $"{string.Join(" | ", roles.Select(r => section.Count(p => p.Role == r)))} | "
                    + $"{string.Join(" | ", grades.Select(g => section.Count(p => p.Evidence == g)))} |\n");
        return table.ToString();
    }

    private static string Family(ParameterInfo p) => Wildcard.FamilyOf(p) ?? p.Id;

    private static string Row(string name, ParameterInfo[] members)
    {
        var p = members[0];
        var defaults = members.Select(m => QuantityText.Of(m.Default, m.Measure)).Distinct().ToArray();
        var values = members.Length == 1 || defaults.Length == 1 ? defaults[0]
            : string.Join("; ", members.Select(m => $"{Wildcard.KeyOf(m)} {QuantityText.Of(m.Default, m.Measure)}"));
        var id = members.Length == 1 ? name : $"{name}.*";
        return $"| `{id}` | {p.Meaning}{Scale(p)} | {values} | {QuantityText.Range(p.Min, p.Max, p.Measure)} | "
            + $"{p.Role.ToString().ToLowerInvariant()} | {Ground(p)} | {Scopes(members)} |\n";
    }

    private static string Scale(ParameterInfo p) => p.Scaling switch
    {
        Scaling.ByInhabitants => " *(per 96,000 inhabitants)*",
        Scaling.InLarger => " *(per 96,000 inhabitants in larger places)*",
        Scaling.InSmaller => " *(per 96,000 inhabitants in smaller places)*",
        _ => "",
    };

    // "assumed: assumed" says no more than "assumed".
    private static string Ground(ParameterInfo p) =>
        p.Evidence.ToString().ToLowerInvariant() is var grade && p.Source.StartsWith(grade, StringComparison.Ordinal)
        ? p.Source
        : $"{grade}: {p.Source}";

    private static string Scopes(ParameterInfo[] members)
    {
        if (members[0].Role == Role.Structural)
            return "";
        var reach = members.Aggregate(Reach.Unsaid, (all, p) => all | p.Reach);
        return string.Join(", ", new[] { (Reach.Units, "unit"), (Reach.Teams, "team"),
            (Reach.Persons, "person") }.Where(l => reach.HasFlag(l.Item1)).Select(l => l.Item2));
    }
}
