using System.Collections.Immutable;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Units;

namespace Samverkan.Runs.Scenarios.Language;

/// <summary>The whole language of scenario files in one place: what may stand where, and what it means.</summary>
internal static class Grammar
{
    private const string DatePattern = @"^\d{4}(-\d{2})?$";

    public static readonly string[] MonthNames =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly ScalarShape Date =
        new("A month, such as 2003-01; a bare year means its first month (its last in 'to', 'until' and 'by').")
        {
            Pattern =
                DatePattern
        };
    private static readonly ScalarShape Length = new("A length of time, such as 18 months or 2 years.");
    private static readonly ScalarShape Quantity =
        new("A value with its unit, such as 20 %, 1.5 MSEK/yr or 2 meetings/semester.");
    private static readonly ScalarShape Source = new("Where the value or date comes from.");
    private static readonly ScalarShape Note = new("A remark for readers.");

    private static readonly ScalarShape Lever =
        new("The parameter that is turned: an id, a family (funding.controllable) or a name with '*' (element.allowed.*).")
        {
            Words = Wildcard.Names,
            // What is part of how the model is built has a message of its own, and is no help here.
            Offered = [.. Wildcard.Names.Where(name => Wildcard.Parameters(name).Any(p => p.Role != Role.Structural))],
            Wildcards = true,
            Code = Codes.UnknownParameter,
            Noun = "lever",
        };

    private static readonly ScalarShape Indicator = new("What is measured, from the indicator catalogue.")
    {
        Words = [.. IndicatorCatalogue.All.Select(i => i.Id)],
        Code = Codes.UnknownIndicator,
        Noun = "indicator",
    };

    private static readonly ScalarShape Group = new("A target group.") { Words = TargetGroups.Ids, Noun = "target group" };

    private static readonly ScalarShape Period = new("A period, such as 2008..2012.")
    {
        Pattern = @"^\d{4}(-\d{2})?(\.\.\d{4}(-\d{2})?)?$",
    };

    /// <summary>What an outcome says that is an expression, in scenarios and in studies.</summary>
    /// <param name="usual">The period that counts where none is written.</param>
    public static ImmutableArray<Key> OwnOutcome(string usual) =>
    [
        new("title", new ScalarShape("A few words for tables and charts.")),
        new("unit", new ScalarShape("Of an expression: its unit, where another is usual than the one that follows from it.")),
        new("better", new ScalarShape("Of an expression: the direction that is good; neither if not said.")
        {
            Words = ["higher", "lower", "neither"],
            Noun = "direction",
        }),
        new("during", Period with { Meaning = $"The period that counts; without it, {usual}." }),
        new("group", Group with { Meaning = "The target group that alone counts." }),
        new("municipality", new ScalarShape("The municipality that alone counts, by code or name.")),
    ];

    private static readonly EitherShape OutcomeOrName = new(
        "An indicator, or an outcome of your own.", Indicator, Map("An outcome of your own, made of indicators and persons.",
        [
            new("id", Id("Its name in results."), Required: true),
            new("expression", new ScalarShape("What is made of each run, such as gini([person.unmetNeeds])."), Required: true),
            .. OwnOutcome("the months that the comparison's tables count"),
        ]));

    private static readonly MapShape Scope = Map("Where it applies; without it, everywhere.",
        new("county", new ScalarShape("Code or name of a county, or '*' for all.")),
        new("municipality", new ScalarShape("Code or name of a municipality, or '*' for all.")),
        new("group", Group with { Meaning = "A target group, where the lever has one value for each." }),
        new("sector",
            new ScalarShape("A sector, where the lever has one value for each.") { Words = Sectors.Ids, Noun = "sector" }),
        new("unit",
            new ScalarShape(
                "A kind of unit (day-centre), the number of one as minutes and results have it (4), or '*' for all; of a lever "
                    + "that units or their teams feel.")),
        new("team", new ScalarShape("A team as results number it, unit/team (4/0), '4/*' or '*'; of a lever that teams feel.")),
        new("person",
            new ScalarShape(
                "Persons by group, month of arrival and number (psychosis/1996-05/1), by less of it (psychosis/1996-05, "
                    + "psychosis), or '*' for all; of a lever that meets a person. 'start' stands for those who were there "
                    + "before the first month.")));

    private static readonly MapShape Change = Map("What happens to the value: one of set, add, multiply.",
        new("set", Quantity with { Meaning = "The new value, with its unit." }),
        new("add", Quantity with { Meaning = "What is added, with its unit; negative takes away." }),
        new("multiply", new ScalarShape("The factor: 0.8, 80 % or -20 % is a cut of 20 %.")));

    private static readonly MapShape Ramp = Map("The change arrives little by little, from 'at' on.",
        new("over", Length with { Meaning = "Time from the start to the full change, such as 18 months." }, Required: true),
        new("shape", new ScalarShape("How it grows.") { Words = ["linear", "smooth"], Noun = "shape" }));

    private static readonly MapShape When =
        Map("Starts it when the world is in a stated condition, read on last month's reports.",
        new("indicator", Indicator, Required: true),
        new("above", Quantity with { Meaning = "Holds above this value." }),
        new("below", Quantity with { Meaning = "Holds below this value." }),
        new("for", Length with { Meaning = "Consecutive months that it must hold; 1 month if not said." }),
        new("repeatedly",
            new ScalarShape("on: in force just while the condition holds. off (if not said): starts once and stays.")
            {
                Words =
                ["on", "off", "true", "false", "yes", "no"]
            }));

    private static readonly MapShape Intervention = Map("A dated or triggered change of a lever.",
        new("id", Id("Its name; files that extend this one refer to it."), Required: true),
        new("lever", Lever),
        new("scope", Scope),
        new("change", Change),
        new("at", Date with { Meaning = "First month in force. " + Date.Meaning }),
        new("until", Date with { Meaning = "Last month in force; without it, for good." }),
        new("for", Length with { Meaning = "How long it is in force, instead of 'until'." }),
        new("ramp", Ramp),
        new("seasons", new ListShape("Months of the year in which it is in force; without it, all.",
            new ScalarShape("A month of the year: jan to dec, or 1 to 12.")
            {
                Words =
                [.. MonthNames, .. Enumerable.Range(1, 12).Select(n => $"{n}")],
                Noun = "month of the year"
            })),
        new("when", When),
        new("decided",
            Date with
            {
                Meaning =
                    "Nobody plans for it before this month, and its condition is not watched before; without it, it is known "
                        + "from "
                    + "the start."
            }),
        new("source", Source),
        new("note", Note));

    private static readonly MapShape Event = Map("Something that happens at a date.",
        new("id", Id("Its name; files that extend this one refer to it."), Required: true),
        new("event", new ScalarShape("What happens.") { Words = [.. EventForm.All.Select(f => f.Word)], Noun = "kind of event" }),
        new("at", Date),
        new("scope", Scope),
        new("unit", new ScalarShape("A kind of unit.") { Words = UnitKinds.Ids, Noun = "kind of unit" }),
        new("group", Group),
        new("element", new ScalarShape("A structural element.") { Words = Elements.Ids, Noun = "structural element" }),
        new("by", new ScalarShape("The sector that acts.") { Words = Sectors.Ids, Noun = "sector" }),
        new("amount", new ScalarShape("How many people, such as 3 persons.")),
        new("text", new ScalarShape("What the minutes call it.")),
        new("source", Source),
        new("note", Note));

    private static readonly MapShape Expectation = Map("What you expect to see; 'compare' says whether it held.",
        new("indicator", Indicator),
        new("outcome", new ScalarShape("Instead of an indicator: one of the outcomes of your own, by its id.")),
        new("vs", Id("The scenario that it is compared with; without it, the value itself is judged.")),
        new("during", Period with { Meaning = "A period, such as 2008..2012; without it, the whole run." }),
        new("by", Date with { Meaning = "A single month, instead of 'during'; a bare year is its twelve months." }),
        new("lt", Quantity with
        {
            Meaning =
                "Less than. With 'vs', '5 %' is relative to the other scenario's value, a plain number a difference."
        }),
        new("lte", Quantity with
        {
            Meaning =
                "At most. With 'vs', '5 %' is relative to the other scenario's value, a plain number a difference."
        }),
        new("gt", Quantity with
        {
            Meaning =
                "More than. With 'vs', '5 %' is relative to the other scenario's value, a plain number a difference."
        }),
        new("gte", Quantity with
        {
            Meaning =
                "At least. With 'vs', '5 %' is relative to the other scenario's value, a plain number a difference."
        }),
        new("equals", Quantity with { Meaning = "Exactly. With 'vs', 0 means no difference at all." }),
        new("because", new ScalarShape("Why you expect it.")));

    private static readonly ListShape Municipalities = new("The municipalities of the county.", Map("A municipality.",
        new("code", new ScalarShape("Its code: letters, digits, blanks, '-' and '_'; in quotes if it starts with 0."),
            Required: true),
        new("name", new ScalarShape("Its name."), Required: true),
        new("population", new ScalarShape("Inhabitants of all ages."), Required: true)));

    private static readonly MapShape World =
        Map("The map: counties and municipalities. Without it, one county with one municipality of 96,000.",
        new("table", new ScalarShape("A table of places beside this file, CSV or Excel (.xlsx), with figures of their own "
            + "(data/README.md); 'sweden' is shipped.")),
        new("only",
            new ListShape("Codes or names of those counties and municipalities of the table that are simulated; without it, all.",
                new ScalarShape("A code or a name.") { Noun = "place" })),
        new("counties", new ListShape("The counties, written out.", Map("A county.",
            new("code", new ScalarShape("Its code: letters, digits, blanks, '-' and '_'; in quotes if it starts with 0."),
                Required: true),
            new("name", new ScalarShape("Its name."), Required: true),
            new("municipalities", Municipalities, Required: true)))));

    private static readonly MapShape Value = Map("A value with what it rests on.",
        new("value", Quantity, Required: true),
        new("source", Source),
        new("evidence", new ScalarShape("What the value rests on.")
        {
            Words = ["study", "derived", "expert", "assumed"],
            Noun = "grade of evidence"
        }),
        new("note", Note));

    public static MapShape Scenario { get; } = Map("A scenario: one world, and what is done in it.",
        new("id", Id("Its name in results, in kebab case: the file's name without .yaml."), Required: true),
        new("extends",
            new ScalarShape("The scenario that this one changes: a file in this folder, or the name of a shipped scenario.")),
        new("title", new ScalarShape("A few words for tables and charts."), Required: true),
        new("question", new ScalarShape("The question that it answers."), Required: true),
        new("owner", new ScalarShape("Who asks.")),
        new("horizon", Map("The months that are reported.",
            new("since", Date with { Meaning = "The first month of a past that is lived and not reported." }),
            new("cooperation", new ScalarShape("Which pasts are gone on from.") { Words = ["running", "any", "none"] }),
            new("from",
                Date with { Meaning = "The first month that is reported; a warm-up runs before the first that is lived." }),
            new("to", Date with { Meaning = "The last month." }))),
        new("prices", new ScalarShape("The year in whose prices all sums are; without it 2015. Of a file that extends "
            + "no other.")),
        new("world", World),
        new("parameters",
            new ParametersShape("Values from the start, by id.", new EitherShape("A value with its unit.", Quantity, Value))),
        new("interventions", new ListShape("Changes of levers, in the order in which they apply.", Intervention)),
        new("events", new ListShape("What happens at a date.", Event)),
        new("remove", new ListShape("Ids of inherited interventions, events and parameters that do not apply here.",
            new ScalarShape("An inherited id.") { Noun = "id" })),
        new("expect", new ListShape("What you expect to see, written down before the run.", Expectation)),
        new("outcomes", new ListShape(
            "Outcomes of your own, which a comparison shows first, and indicators to look at.", OutcomeOrName)));

    /// <summary>What may stand in a file that changes a run which has started: the same, and nothing of it must.</summary>
    public static MapShape Policy { get; } =
        new("What changes.", [.. Scenario.Keys.Select(key => key with { Required = false })]);

    private static MapShape Map(string meaning, params ImmutableArray<Key> keys) => new(meaning, keys);

    private static ScalarShape Id(string meaning) => new(meaning) { Pattern = Ids.Pattern, Code = Codes.BadId };
}
