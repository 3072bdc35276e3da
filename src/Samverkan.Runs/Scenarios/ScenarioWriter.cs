using System.Text;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Words;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Scenarios;

/// <summary>Writes a scenario file to start from: valid as it stands, short, with a comment at each place where one
/// edits.</summary>
public static class ScenarioWriter
{
    /// <param name="file">Where it will be written; its name gives the id. The file itself is not touched.</param>
    /// <param name="from">The scenario that it extends: a shipped name or a path.</param>
    /// <param name="place">The municipality or the county of Sweden that it is of, and its table; null: the world of <paramref
    /// name="from"/>.</param>
    /// <exception cref="ScenarioErrors">The scenario that is extended, or the place, is not there.</exception>
    public static ScenarioStart Init(string file, string from = "baseline", ScenarioPlace? place = null)
    {
        var parent = ScenarioReader.Read(from);
        var own = place is null ? OwnLines.Of(ScenarioReader.Located(from)) : null;
        return new ScenarioStart(Text(file, parent, from, place, own), own?.Base ?? from);
    }

    /// <summary>A table to fill in for a place, with what the scenario that it starts from would assume.</summary>
    public static byte[] TableToFillIn(string path, string from, ScenarioPlace place) =>
        TableTemplate.Of(path, [place.County], ScenarioReader.Read(from).Blueprint);

    private static string Text(string file, Scenario parent, string from, ScenarioPlace? place, OwnLines? own)
    {
        var id = IdOf(file);
        var world = place is null ? parent.Blueprint : parent.Blueprint with { Counties = [place.County] };
        var question = place is not null ? Localized.Of($"What does the cooperation become in {place.Name}?")
            : own is not null ? parent.Question : Localized.Of("What happens to people if the county pays less?");
        var asked = place is not null ? World(place, world, file)
            : own is not null ? own.WhatIf() : Change(world);
        var checks = Localized.Of(
            $"What is not said here is as in {parent.Id}. '{ProgramName.AsTyped} validate {file}' checks it.");
        return $"""
            {Modeline(file)}
            # {checks}
            id: {FlowYaml.OfWords(id)}
            extends: {Extends(file, ScenarioReader.Located(from))}
            title: {FlowYaml.OfWords(place?.Name ?? TitleOf(file, id))}
            question: {FlowYaml.OfWords(question)}
            {asked}
            # {AboutValues(world)}
            parameters:
            {own?.Values()}{Levers(world, own?.Parameters ?? [])}
            """;
    }

    /// <summary>The line by which editors find the schema.</summary>
    private static string Modeline(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var schema = Paths.Library is { } library ? Path.GetRelativePath(folder, Path.Combine(library, ScenarioSchema.File))
            .Replace('\\', '/') : ScenarioSchema.File;
        return $"# yaml-language-server: $schema={schema}";
    }

    /// <summary>The name of the file as words, in the spelling of whoever named it.</summary>
    private static string TitleOf(string file, string id)
    {
        var words = string.Join(' ', Names.OnOneLine(Path.GetFileNameWithoutExtension(file))
            .Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries));
        var title = words.Any(char.IsLetterOrDigit) && Unseen.IndexIn(words) < 0 ? words : id.Replace('-', ' ');
        return char.ToUpperInvariant(title[0]) + title[1..];
    }

    private static string IdOf(string file) => Ids.Of(Path.GetFileNameWithoutExtension(file));

    /// <summary>By name where the name finds it, else by a path from the file's folder.</summary>
    private static string Extends(string file, string from)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var path = Path.GetFullPath(from);
        var name = Path.GetFileNameWithoutExtension(path);
        var isByName = Path.GetDirectoryName(path) is var place && (place == folder || place == Paths.Library);
        return isByName ? name : "./" + Path.GetRelativePath(folder, path).Replace('\\', '/');
    }

    private static string World(ScenarioPlace place, Blueprint world, string file) => $"""

        # {Localized.Of($"{place.Name}: {place.Inhabitants} inhabitants at the end of {Text(place.Year)} (Statistics Sweden).")}
        # {(place.Table is not null
            ? Localized.Of($"The table holds what is known of the place; what is empty in it is scaled from the case. "
                + $"'{ProgramName.AsTyped} validate {file}' says which is which.")
            : Localized.Of($"All other figures are scaled from the case. '{ProgramName.AsTyped} init {file} ... "
                + $"--table our.xlsx' writes a table to fill in with your own."))}
        world: {"{"} table: {(place.Table is null ? "sweden" : FlowYaml.OfWords(place.Table))}, only: [{string.Join(", ",
            place.Codes.Select(code => $"\"{code}\""))}] {"}"}

        # {Localized.Of("What do you expect to see?")}
        expect:
          - {"{"} indicator: people.reach, during: {world.From.Year}..{world.To.Year}, gt: 50 % {"}"}

        """;

    private static string Change(Blueprint world)
    {
        // Whoever asks from today on says what a frame falls by; the case keeps to what its county could decide on.
        var (year, lever) = world.HasPast
            ? (world.From.Year + 1, "funding.frame                # " + Localized.Of("the county's whole frame"))
            : (world.From.Year + (world.To.Year - world.From.Year) * 2 / 5,
                "funding.controllable         # " + Localized.Of("what the county can decide on: all but demand-driven cost"));
        return $"""

            interventions:
              - id: my-change
                lever: {lever}
                scope: {"{"} sector: county {"}"}
                change: {"{"} multiply: 0.9 {"}"}           # {Localized.Of("0.9 is a cut of 10 %")}
                at: {year}-01
                # until: {year + 5}-12
                # ramp: {"{"} over: 18 months {"}"}

            # {Localized.Of($"What do you expect to see? '{ProgramName.AsTyped} compare' says whether it held.")}
            expect:
              - {"{"} indicator: needs.unmetPerEligible, vs: {world.Name}, during: {year}..{world.To.Year}, gte: 0 {"}"}

            """;
    }

    private static string AboutValues(Blueprint world)
    {
        var since = world.HasPast ? Localized.Of($"Values from {Dates.InWords(world.From)} on")
            : Localized.Of("Values from the start");
        return Localized.Of($"{since}: take away the '#' of a line and change its value. "
            + $"'{ProgramName.AsTyped} explain NAME' tells more.");
    }

    private static string Text(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Levers(Blueprint world, IReadOnlyList<string> said)
    {
        var lines = new StringBuilder();
        foreach (var family in Catalogue.All.Where(p => p.Role == Role.Lever).GroupBy(p => Wildcard.FamilyOf(p) ?? p.Id))
        {
            // One of each long family is enough to see how it is written.
            var shown = family.Count() > 2 ? family.Take(1) : family;
            foreach (var lever in shown.Where(lever => !said.Contains(lever.Id)))
                if (InForce(lever, world) is { } value)
                    lines.Append($"  # {lever.Id}: {value}".PadRight(58)).Append($"  # {Localized.Of(LeverNames.Of(lever))}\n");
            if (family.Count() > shown.Count())
                lines.Append("  # " + Localized.Of(
                    $"... and {family.Count() - shown.Count()} more: {ProgramName.AsTyped} explain {family.Key}")
                    + "\n");
        }
        return lines.ToString();
    }

    // After a lived past: what holds in the first reported month; null where that is what the past has come to.
    private static string? InForce(ParameterInfo lever, Blueprint world)
    {
        if (!world.HasPast)
            return Scenarios.Levers.Value(lever, lever.Get(world.Parameters), world);
        if (PresentFigures.IsOfTheFounding(lever))
            return null;
        if (world.Counties is [{ Municipalities: [var place] }])
            return PlaceFigures.Value(lever, place, world) is { } here
                ? Scenarios.Levers.Value(lever, PlaceFigures.Rounded(here)) : null;
        return FiguresByYear.IsOfTheStart(lever) ? null
            : Scenarios.Levers.Value(lever, PlaceFigures.InForce(lever, world), world);
    }
}

/// <summary>A municipality or a whole county of Sweden that a scenario is written for.</summary>
/// <param name="County">With the municipalities that are meant alone.</param>
/// <param name="IsWhole">Whether all municipalities of the county are meant.</param>
/// <param name="Table">A table of the place's own, beside the scenario; null: the shipped one.</param>
public sealed record ScenarioPlace(CountyOnMap County, bool IsWhole, string? Table = null)
{
    /// <summary>"Norrköping", "Östergötland county"</summary>
    public string Name => IsWhole ? $"{County.Name} county" : County.Municipalities[0].Name;

    /// <summary>Codes of what is simulated: of the county if it is whole and comes from the shipped table.</summary>
    internal IEnumerable<string> Codes => IsWhole ? [County.Code] : County.Municipalities.Select(m => m.Code);

    internal int Inhabitants => County.Municipalities.Sum(m => m.OverTime?.Counts[^1].Persons ?? m.Population);

    internal int Year => County.Municipalities[0].OverTime?.Counts[^1].Year ?? 0;
}

/// <summary>A scenario file to start from.</summary>
/// <param name="Base">The scenario that it is to be compared with.</param>
public sealed record ScenarioStart(string Text, string Base);
