using System.Text;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Studies;

namespace Samverkan.Runs.Scenarios;

/// <summary>The reference of what may stand in scenario and study files, made from their grammars.</summary>
public static class LanguagePages
{
    /// <summary>More words than these have a page of their own.</summary>
    private const int MostWords = 40;

    /// <summary>A scenario that uses nearly all of the language; it is right, and a test reads it.</summary>
    public const string Example = """
        id: example
        extends: baseline
        title: A cut, and help when it hurts
        question: Can money that comes when needs rise repair what the county's cut breaks?
        owner: the planning unit

        parameters:                             # values from the start
          committee.meetingsPerYear: 2 meetings/semester
          ward.beds:
            value: 14 beds
            source: the county's plan
            evidence: expert

        interventions:                          # changes of levers
          - id: county-cut                      # little by little over 18 months, for ten years
            lever: funding.controllable
            scope: { sector: county }
            change: { multiply: 0.9 }
            at: 2003-01
            until: 2012-12
            ramp: { over: 18 months, shape: smooth }
          - id: summer-closure                  # a season: every July
            lever: ward.beds
            change: { add: -2 beds }
            at: 2004-01
            seasons: [jul]
          - id: one-hard-year                   # a pulse: twelve months, then back
            lever: funding.growth
            change: { set: -1 %/yr }
            at: 2008-01
            for: 12 months
          - id: help                            # in force just while the condition holds
            lever: funding.controllable
            scope: { sector: municipality }
            change: { multiply: 1.05 }
            when: { indicator: needs.unmetPerPerson, above: 2.5 needs, for: 6 months, repeatedly: on }

        events:                                 # what happens at a date
          - { id: founders-retire, event: leaders-leave, amount: 2 persons, at: 2005-06 }

        remove: [austerity-2015]                # inherited, and not wanted here

        expect:                                 # written before the run; 'compare' says whether it held
          - { indicator: needs.unmetPerPerson, vs: baseline, during: 2004..2012, gt: 0, because: a cut is felt }

        outcomes:                               # what a comparison shows first: figures of your own, made of indicators and persons
          - { id: unequal-needs, expression: "gini([person.unmetNeeds])", better: lower }

        """;

    public static string Scenarios() => $"""
        # Scenario files

        A scenario is a page of YAML: the world, and what is done in it. Everything else is as in the scenario that it `extends`.
        `samverkan init FILE` writes one to start from. `validate` reports each error with its line ([errors.md](errors.md)). `diff` says in
        words what the file changes, and `show FILE --effective --origin` where each value comes from. Editors for YAML complete names and
        show these texts, by the line `# yaml-language-server: $schema=...` at the top of each file. Made from the program; do not edit.

        {Indented(Example)}
        Lists of things with an `id` are laid over the inherited ones by id: the same id changes the inherited one, line by line. Parameters are
        listed in [parameters.md](parameters.md), indicators in [indicators.md](indicators.md).

        {Tables(Grammar.Scenario, "The file")}
        ## Kinds of events

        | event | what happens | must say | may say |
        |-|-|-|-|
        {string.Concat(EventForm.All.Select(e => $"| `{e.Word}` | {e.Meaning} | {Names(e.Required)} | {Names(e.Optional)} |\n"))}
        ## Units

        A value is a number with its unit; what has no unit is a plain number. Decimals have a point, thousands may have a space.

        ## Figures of a place

        Persons, posts, beds, places and some others follow inhabitants; `samverkan explain NAME` says which. In a file for one municipality such
        a figure is that municipality's: 12 beds are 12 beds. A figure that is inherited from a file for another place is scaled by inhabitants, and
        `show` and `diff` print both. In a file for several places a figure needs a scope, or says for how many inhabitants it is: `16 beds per 96,000`.
        With a county as its scope it is what the county's municipalities have together. `set`, `add` and values from the start follow the same rule.


        | what is measured | units |
        |-|-|
        {string.Concat(Enum.GetValues<Measure>().Select(UnitsOf))}
        """.TrimEnd() + "\n";

    private static string UnitsOf(Measure measure) => $"| {InWords(measure)} | "
        + string.Join(", ", Units.Of(measure).Select(unit => unit.Text.Length == 0 ? "none" : $"`{unit.Text}`")) + " |\n";

    public static string Studies() => $"""
        # Study files

        A study is a page of YAML that asks for many runs: scenarios, what is uncertain or tried, and the figures wanted. [studies.md](studies.md)
        shows what to do with one. `samverkan validate FILE` reports its errors, and `samverkan study plan FILE` the number of runs.
        Made from the program; do not edit.

        {Tables(StudyGrammar.Study, "The file")}
        """.TrimEnd() + "\n";

    private static string Tables(MapShape root, string title)
    {
        var (page, waiting, seen) = (new StringBuilder(), new Queue<(MapShape Shape, string Title)>([(root, title)]),
            new HashSet<Shape>(ReferenceEqualityComparer.Instance));
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next.Shape))
                continue;
            page.Append($"## {next.Title}\n\n{next.Shape.Meaning}\n\n| name | what it is | must | can be |\n|-|-|-|-|\n");
            foreach (var key in next.Shape.Keys)
            {
                page.Append(
                    $"| `{key.Name}` | {Cell(key.Shape.Meaning)} | {(key.Required ? "yes" : "")} | {CanBe(key.Shape)} |\n");
                foreach (var map in MapsIn(key.Shape))
                    waiting.Enqueue((map, $"`{key.Name}`"));
            }
            page.Append('\n');
        }
        return page.ToString();
    }

    private static IEnumerable<MapShape> MapsIn(Shape shape) => shape switch
    {
        MapShape map => [map],
        ListShape list => MapsIn(list.Item),
        EitherShape either => MapsIn(either.Long),
        ParametersShape parameters => MapsIn(parameters.Value),
        _ => [],
    };

    private static string CanBe(Shape shape) => shape switch
    {
        ScalarShape { Words.Count: > MostWords, Noun: var noun } => noun == "indicator" ? "[an indicator](indicators.md)"
            : "[a parameter](parameters.md)",
        ScalarShape { Words: { Count: > 0 } words } => string.Join(", ", words.Select(w => $"`{w}`")),
        ScalarShape => "",
        ListShape { Item: ScalarShape { Words.Count: > 0 } item } => $"a list of: {CanBe(item)}",
        ListShape => "a list",
        ParametersShape => "[parameters](parameters.md), each with its value",
        EitherShape either => $"{CanBe(either.Short)}{(CanBe(either.Short).Length > 0 ? ", " : "")}or more about it",
        _ => "names below it",
    };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"`{n}`"));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Indented(string text) =>
        string.Concat(text.Split('\n').Select(line => line.Length == 0 ? "\n" : $"    {line}\n"));

    /// <summary>"sek per year" of <c>SekPerYear</c>.</summary>
    private static string InWords(Measure measure) =>
        string.Concat(measure.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{c}"))
        .Replace("Sek", "SEK", StringComparison.Ordinal);
}
