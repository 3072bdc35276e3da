using System.Collections.Immutable;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Language;

namespace Samverkan.Runs.Studies;

/// <summary>The language of study files in one place: what may stand where, and what it means.</summary>
internal static class StudyGrammar
{
    /// <summary>How a study calls the rules of one's own that are named when it is run.</summary>
    public const string OwnRules = "own";


    public static readonly (string Word, SamplingMethod Method)[] Methods =
    [
        ("monte-carlo", SamplingMethod.MonteCarlo), ("latin-hypercube", SamplingMethod.LatinHypercube),
        ("sobol-sequence", SamplingMethod.SobolSequence),
        ("one-at-a-time", SamplingMethod.OneAtATime), ("morris", SamplingMethod.Morris),
        ("sobol-indices", SamplingMethod.SobolIndices),
    ];

    public static readonly ImmutableArray<string> Beliefs =
        ["within", "uniform", "log-uniform", "triangular", "normal", "lognormal"];

    private const string DatePattern = @"^\d{4}(-\d{2})?$";

    private static readonly ScalarShape Date =
        new("A month, such as 2003-01; a bare year means its first month (its last in 'until').") { Pattern = DatePattern };
    private static readonly ScalarShape Whole = new("A whole number.");
    private static readonly ScalarShape Number = new("A value with its unit.");

    private static readonly ScalarShape Measured = new(
        "What is measured: an indicator, or what became of the cooperations: "
        + $"{string.Join(", ", FateOutcome.All.Select(fate => $"'{fate.Id}' ({fate.Meaning})"))}.")
    {
        Words = [.. FateOutcome.All.Select(fate => fate.Id), .. IndicatorCatalogue.All.Select(i => i.Id)],
        Code = Codes.UnknownIndicator,
        Noun = "indicator",
    };

    private static readonly ScalarShape Parameter = new("A parameter: an id, a family (needs.any) or a name with '*' (care.*).")
    {
        Words = Wildcard.Names,
        Wildcards = true,
        Code = Codes.UnknownParameter,
        Noun = "parameter",
    };

    private static readonly ScalarShape Evidence =
        new("What the value rests on.") { Words = ["study", "derived", "expert", "assumed"], Noun = "grade of evidence" };
    private static readonly ParametersShape Values = new("Values from the start, by id.", Number);

    private static readonly MapShape Outcome = Map("A figure of every run.",
    [
        new("id", Id("Its name in results.")),
        new("indicator", Measured),
        new("expression", new ScalarShape(
            "Instead of an indicator: a figure made of indicators and persons, such as gini([person.unmetNeeds]).")),
        .. Grammar.OwnOutcome("the study's"),
    ]);

    private static readonly EitherShape OutcomeOrName =
        new("An indicator, or one with a period or a place of its own.", Measured, Outcome);

    private static readonly ScalarShape Rules = new(
        "own: works by the rules of the assembly that --rules names; usual (if not said): by the model's.")
    {
        Words = [OwnRules, "usual"],
        Noun = "set of rules",
    };

    private static readonly MapShape Policy = Map("A scenario with a few values changed.",
        new("scenario", new ScalarShape("A file beside this one, or the name of a shipped scenario."), Required: true),
        new("id", Id("Its name in results; without it, the scenario's own.")),
        new("title", new ScalarShape("A few words for tables and charts.")),
        new("set", Values),
        new("rules", Rules));

    private static readonly MapShape Uncertain = Map(
        "What is not known well. Without a distribution, the catalogue's evidence says how well: 10 % either way for a study, "
            + "15 % derived, 25 % expert, 50 % assumed.",
        new("parameter", Parameter, Required: true),
        new("within", new ScalarShape("So much either way of the default, cut at the parameter's range: 30 %.")),
        new("uniform", List("From and to, all values alike: [20 %, 60 %].")),
        new("log-uniform", List("From and to, all orders of size alike.")),
        new("triangular", List("From, most likely, to.")),
        new("normal", List("Mean and standard deviation.")),
        new("lognormal", List("Median, and standard deviation of the logarithm (a plain number).")),
        new("cut", List(
            "Quantiles at which a normal or lognormal distribution, which has no ends, is cut: [5 %, 95 %] if not said.")),
        new("together", new ScalarShape("on: the parameters of a family or a '*' move together, as one factor.")
        {
            Words =
            ["on", "off", "true", "false", "yes", "no"],
            Noun = "choice"
        }),
        new("only", new ListShape("Of a family or a '*', only those whose value rests on this.", Evidence)),
        new("except", new ListShape("Of a family or a '*', not these.", Parameter)),
        new("evidence", Evidence with { Meaning = "What the distribution rests on." }),
        new("source", new ScalarShape("Where the distribution comes from.")),
        new("note", new ScalarShape("A remark for readers.")));

    private static readonly MapShape Sample = Map("How the uncertain is varied.",
        new("method",
            new ScalarShape(
                "monte-carlo, latin-hypercube or sobol-sequence to see what is possible; one-at-a-time, morris or sobol-indices "
                    + "to see what drives it.")
            {
                Words = [.. Methods.Select(m => m.Word)],
                Noun = "method",
            }),
        new("file",
            new ScalarShape(
                "Instead of a method: a table of draws beside this file, such as the region.csv that a calibration leaves: a "
                    + "row for each draw and parameter, with the columns accepted (or draw), parameter, value and unit; "
            + "or its draws.csv: a row for each draw, with a column for each parameter.")),
        new("size", Whole with
        {
            Meaning =
                "How many samples; for sobol-indices, of the base design (it runs size x (factors + 2) of them)."
        }),
        new("trajectories",
            Whole with { Meaning = "For morris: how many walks, each of one sample more than there are factors." }),
        new("levels", Whole with { Meaning = "For morris: levels of the grid, an even number; 4 if not said." }));

    private static readonly MapShape Option = Map("One of the options.",
        new("id", Id("Its name in results."), Required: true),
        new("set", Values),
        new("rules", Rules));

    private static readonly MapShape Lever = Map("Something that is tried at several values, in every scenario.",
        new("id", Id("Its name in results; without it, the lever's.")),
        new("lever", Parameter with { Noun = "lever", Meaning = "The parameter that is turned." }),
        new("set", List("The values that are tried, with their units.")),
        new("multiply", List("The factors that are tried: [0.8, 0.9, 1].")),
        new("at", Date with { Meaning = "First month in which the value holds; without it, from the start." }),
        new("options", new ListShape("Instead of one lever: named options that set any values.", Option)));

    private static readonly MapShape Discovery =
        Map("Under which conditions does this happen? Told as a box of the uncertain parameters (PRIM).",
        new("outcome", new ScalarShape("One of the outcomes."), Required: true),
        new("scenario", Id("Whose figure; without it, the second scenario's, or the only one's.")),
        new("vs", Id("The scenario whose figure is taken off.")),
        new("above", Number with { Meaning = "It happens above this value." }),
        new("below", Number with { Meaning = "It happens below this value." }),
        new("coverage",
            Number with
            {
                Meaning =
                    "Share of all cases that the box should hold: the purest such box is taken. Without it, the box that best "
                    + "weighs purity against coverage."
            }));

    private static readonly MapShape Target = Map("What was observed.",
        new("outcome", new ScalarShape("One of the outcomes."), Required: true),
        new("value", Number with { Meaning = "What was observed." }),
        new("tolerance", Number with { Meaning = "One standard deviation of what was observed and of what the model may miss." }),
        new("between", List("Instead of both: a range that holds 95 % of what one would believe.")),
        new("series",
            new ScalarShape(
                "Instead of a value: a table beside this file with the columns year and value, in the indicator's own unit, and "
                    + "tolerance, unless that is said here.")),
        new("source", new ScalarShape("Where it was observed."), Required: true));

    private static readonly MapShape Calibrate = Map(
        "Finds the values of the uncertain parameters under which the model agrees with what was observed: history matching in "
            + "waves, then approximate Bayesian computation.",
        new("waves", Whole with { Meaning = "How many waves; 3 if not said." }),
        new("size", Whole with { Meaning = "Samples of each wave; ten for each factor if not said." }),
        new("cutoff", new ScalarShape("Implausibility above which a value is ruled out; 3 if not said.")),
        new("accept", Whole with { Meaning = "Samples of the region that is kept; 200 if not said." }),
        new("draws", Whole with
        {
            Meaning = "Runs what is kept until so many complete draws meet every target in the mean of their replications, "
                + "and writes these to draws.csv.",
        }),
        new("targets", new ListShape("What was observed.", Target), Required: true));

    public static MapShape Study { get; } = Map("A study: many runs, and what is asked of them.",
        new("id", Id("Its name in results, in kebab case: the file's name without .yaml."), Required: true),
        new("title", new ScalarShape("A few words for tables and charts."), Required: true),
        new("question", new ScalarShape("The question that it answers."), Required: true),
        new("owner", new ScalarShape("Who asks.")),
        new("scenarios", new ListShape("The scenarios that are set beside each other; the first is the base.",
            new EitherShape("A scenario, as it is or with a few values changed.",
                new ScalarShape("A file beside this one, or the name of a shipped scenario."), Policy)), Required: true),
        new("set", Values with { Meaning = "Values from the start in every scenario of the study." }),
        new("replications", Whole with { Meaning = "Replications of every cell; 50 if not said." }),
        new("seed", Whole with { Meaning = "Seed of all chance; 1 if not said." }),
        new("since", Date with { Meaning = "First month that counts; without it, the first in which the scenarios differ." }),
        new("until", Date with { Meaning = "Last month that counts; without it, the last." }),
        new("filter", Map("What alone counts in every outcome that says nothing else.",
            new("municipality", new ScalarShape("A municipality, by code or name.")),
            new("group", new ScalarShape("A target group.") { Words = TargetGroups.Ids, Noun = "target group" }))),
        new("outcomes", new ListShape("What is asked of every run.", OutcomeOrName), Required: true),
        new("uncertain", new ListShape("What is not known well.", Uncertain)),
        new("sample", Sample),
        new("levers", new ListShape("What is tried in every scenario; all are crossed.", Lever)),
        new("discover", new ListShape("Under which conditions something happens.", Discovery)),
        new("calibrate", Calibrate),
        new("keep",
            new ScalarShape(
                "years: every headline indicator year by year (what is done if nothing is sampled); figures: those of the "
                    + "period alone.")
            { Words = ["figures", "years"], Noun = "choice" }));

    private static MapShape Map(string meaning, params ImmutableArray<Key> keys) => new(meaning, keys);

    private static ListShape List(string meaning) => new(meaning, Number);

    private static ScalarShape Id(string meaning) => new(meaning) { Pattern = Ids.Pattern, Code = Codes.BadId };
}
