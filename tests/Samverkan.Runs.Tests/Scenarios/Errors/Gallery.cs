namespace Samverkan.Runs.Tests.Scenarios.Errors;

/// <summary>The cases of the gallery, in the order of their codes.</summary>
public static class Gallery
{
    private static GalleryCase In(string title, string lines) => GalleryCase.In(title, lines);

    public static readonly GalleryCase[] Files =
    [
        new("An empty file", ""),
        new("A file with comments only", "# nothing yet\n"),
        new("Not YAML at all", "Dear colleague,\nplease cut the budget: by a fifth: from 2003.\n"),
        new("A list instead of names", "- id: my-cut\n- title: My cut\n"),
        new("Just a word", "hello\n"),
        In("A tab", "parameters:\n\tward.beds: 12 beds"),
        In("A quotation mark that is not closed", "owner: \"the planning unit\nparameters:\n  ward.beds: 12 beds"),
        In("A bracket that is not closed", "remove: [stimulus\nparameters:\n  ward.beds: 12 beds"),
        new("A bracket that is open at the end",
            "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\nremove: [stimulus,\n"),
        In("Names that do not stand in one column", "parameters:\n  ward.beds: 12 beds\n   committee.coreMembers: 5 persons"),
        In("A line that is indented too little",
            "interventions:\n  - id: a\n    lever: funding.controllable\n   change: { multiply: 0.9 }\n    at: 2003-01"),
        In("A ':' without a space",
            "interventions:\n  - id: a\n    lever: funding.controllable\n    at:2003-01\n    change: { multiply: 0.9 }"),
        In("A name that stands twice", "parameters:\n  ward.beds: 12 beds\n  ward.beds: 14 beds"),
        In("A value that starts with a reserved sign", "owner: % of the county"),
        In("A value that starts like a text of several lines", "owner: | the planning unit"),
        In("A value that starts like an item of a list", "owner: - the planning unit"),
        In("Words after a quotation", "owner: \"the planning\" unit"),
        In("A sign that nobody sees", "owner: \"planning\\vunit\""),
        In("A warning: a text that is cut at '#'", "owner: Unit #2 of 3"),
        In("An alias", "parameters:\n  ward.beds: &beds 12 beds\n  services.housingPlaces: *beds"),
        In("A '*' without quotes",
            "interventions:\n  - id: a\n    lever: funding.controllable\n    scope: { municipality: * }\n    change: { "
                + "multiply: 0.9 }\n    at: 2003-01"),
        In("A tag", "owner: !!binary aGVq"),
        In("Two documents in one file", "---\nid: other"),
    ];

    public static readonly GalleryCase[] Values =
    [
        In("An unknown name", "paramters:\n  ward.beds: 12 beds"),
        In("An unknown name within an intervention",
            "interventions:\n  - id: a\n    levr: funding.controllable\n    change: { multiply: 0.9 }\n    at: 2003-01"),
        new("What every scenario says", "extends: baseline\nparameters:\n  ward.beds: 12 beds\n"),
        In("A name without a value", "owner:\nparameters:\n  ward.beds:"),
        In("A list where names are expected", "parameters:\n  - ward.beds: 12 beds"),
        In("A name where a list is expected", "interventions:\n  lever: ward.beds"),
        In("A word for a number", "parameters:\n  ward.beds: many"),
        In("A decimal comma", "parameters:\n  nation.privatePrimaryCare: 12,5 %"),
        In("A decimal comma in braces",
            "interventions:\n  - id: a\n    lever: funding.controllable\n    change: { multiply: 0,9 }\n    at: 2003-01"),
        In("Not a number", "parameters:\n  nation.incidenceFactor: NaN\n  services.clinicPosts: .inf"),
        In("A number that is too large", "parameters:\n  nation.incidenceFactor: 1e999"),
        In("A share that is a percentage", "parameters:\n  nation.privatePrimaryCare: 20"),
        In("A factor with a slipped decimal point",
            "interventions:\n  - id: cut\n    lever: funding.controllable.county\n    change: { multiply: 8.0 }\n    at: 2006-01"),
        In("A negative factor",
            "interventions:\n  - id: a\n    lever: funding.controllable\n    change: { multiply: -0.2 }\n    at: 2003-01"),
        In("A cut of 12 % that reads as a factor",
            "interventions:\n  - id: a\n    lever: funding.controllable\n    change: { multiply: 12 % }\n    at: 2003-01"),
        In("Small changes that together leave the range",
            "interventions:\n  - { id: a, lever: ward.beds, change: { add: -10 beds }, at: 1996-01 }\n  - { id: b, lever: "
                + "ward.beds, change: { add: -10 beds }, at: 1996-07, until: 1999-12 }\n  - { id: c, lever: "
                + "funding.controllable.county, change: { multiply: 1.9 }, at: 1996-07 }\n  - { id: d, lever: "
                + "funding.controllable.county, change: { multiply: 1.9 }, at: 1997-01 }"),
        In("A warning: changes that leave the range if a condition holds",
            "interventions:\n  - { id: a, lever: ward.beds, change: { add: -10 beds }, at: 1996-01 }\n  - { id: b, lever: "
                + "ward.beds, change: { add: -10 beds }, when: { indicator: money.countyDeficit, above: 4 % } }"),
        new("A code of two lines",
            "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\nworld:\n  counties:\n    - code: \"01\"\n      "
                + "name: County\n      municipalities:\n        - { code: \"a\\nb\", name: Ours, population: 20000 }\n"),
        In("The same month twice",
            "interventions:\n  - { id: a, lever: ward.beds, change: { set: 12 beds }, at: 2003-01, seasons: [jan, jul, 1] }"),
        In("A fraction, and a number that is none",
            "parameters:\n  committee.meetingsPerYear: 1/2 meetings/yr\n  ward.beds: 0x10 beds\n  services.clinicPosts: 1.216,5 "
                + "posts"),
        In("A negative number without a unit", "parameters:\n  committee.meetingsPerYear: -3"),
        In("Digits of another script", "parameters:\n  ward.beds: １２ beds\n  services.housingPlaces: ٢٠ places"),
        In("Half a post, and a thousand", "parameters:\n  services.clinicPosts: 12.5 posts\n  services.officePosts: 1.000 posts"),
        In("A number of units that one event opens",
            "events:\n  - { id: a, event: open-unit, unit: day-centre, group: elderly, amount: 3, at: 2003-01 }\n  - { id: b, "
                + "event: leaders-leave, amount: 2 persons, by: county, at: 2003-01 }\n  - { id: c, event: evaluate, element: "
                + "coordinators, at: 2003-01 }\n  - { id: d, event: train, scope: { group: elderly }, at: 2003-01 }"),
        In("An id that is too long, or that no folder can have",
            "interventions:\n  - { id: a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a, "
                + "lever: ward.beds, change: { set: 12 beds }, at: 2003-01 }\n  - { id: nul, lever: ward.beds, change: { set: "
                + "12 beds }, at: 2003-01 }\n  - { id: Öst, lever: ward.beds, change: { set: 12 beds }, at: 2003-01 }"),
        In("An addition that leaves the range",
            "interventions:\n  - id: beds\n    lever: ward.beds\n    change: { add: -20 beds }\n    at: 2006-01"),
        In("A value without its unit", "parameters:\n  nation.stimulusGrant: 4.3"),
        In("A value in the wrong unit", "parameters:\n  committee.meetingsPerYear: 20 %"),
        In("A growth without 'a year'", "parameters:\n  funding.growth.county: 1 %"),
        In("A unit that is misspelt", "parameters:\n  nation.stimulusGrant: 4.3 MSKE/yr"),
        In("Neither on nor off", "parameters:\n  committee.adaptsSchedule: maybe"),
        In("A switch that is half on", "parameters:\n  committee.adaptsSchedule: 0.5"),
        In("An unknown kind of event", "events:\n  - id: a\n    event: open-unitt\n    unit: centre\n    at: 2003-01"),
        In("An event that says too little", "events:\n  - id: a\n    event: leaders-leave\n    at: 2003-01"),
        In("An event that says too much", "events:\n  - id: a\n    event: review-needs\n    unit: centre\n    at: 2003-01"),
        In("Half a person", "events:\n  - id: a\n    event: leaders-leave\n    amount: 1.5 persons\n    at: 2003-01"),
        In("An unknown kind of unit, group and element",
            "events:\n  - { id: a, event: open-unit, unit: center, at: 2003-01 }\n  - { id: b, event: include-group, group: "
                + "bordeline, at: 2003-01 }\n  - { id: c, event: remove-element, element: coleadership, at: 2003-01 }"),
        In("Two changes in one",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds, multiply: 0.5 }\n    at: 2003-01"),
        In("A date and a condition",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }\n    at: 2003-01\n    when: { "
                + "indicator: money.countyDeficit, above: 4 % }"),
        In("Neither a date nor a condition", "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }"),
        In("Something that cannot change in mid-run",
            "interventions:\n  - id: a\n    lever: funding.warmUpMonths\n    change: { set: 12 months }\n    at: 2003-01"),
        In("An id that is none",
            "interventions:\n  - id: My Cut!\n    lever: ward.beds\n    change: { set: 12 beds }\n    at: 2003-01"),
    ];

    public static readonly GalleryCase[] Dates =
    [
        In("A date that is none",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }\n    at: 2003-13"),
        In("A date in another form",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }\n    at: 2003-1"),
        In("Dates reversed",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }\n    at: 2008-01\n    until: 2005-12"),
        In("A date before the horizon",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }\n    at: 1990-01"),
        In("A date after the horizon",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }\n    at: 2020-01"),
        In("A horizon that ends before it starts", "horizon: { from: 2015-01, to: 1995-12 }"),
        In("A past that begins after what is reported", "horizon: { since: 2003-01, from: 1995-01, to: 2015-12 }"),
        In("A past of a thousand years", "horizon: { since: 1900, from: 2150, to: 2160 }"),
        In("A past with a cooperation that is neither there nor not", "horizon: { since: 1990-01, cooperation: perhaps }"),
        In("A horizon of a thousand years", "horizon: { from: 1900, to: 2200 }"),
        In("A ramp of no length",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }\n    at: 2003-01\n    ramp: { over: "
                + "0 months }"),
        In("A ramp as long as a share",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }\n    at: 2003-01\n    ramp: { over: "
                + "20 %, shape: liner }"),
    ];

    public static readonly GalleryCase[] Names =
    [
        In("An unknown parameter", "parameters:\n  comittee.meetingsPerYear: 2 meetings/yr"),
        In("An unknown lever", "interventions:\n  - id: a\n    lever: team.bedz\n    change: { set: 12 beds }\n    at: 2003-01"),
        In("A parameter of the right name in the wrong section", "parameters:\n  county.beds: 12 beds"),
        In("A condition on an unknown indicator",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }\n    when: { indicator: "
                + "money.deficit, above: 4 % }"),
        In("The beginning of an indicator's name",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }\n    when: { indicator: needs.unmet, "
                + "above: 3 }"),
        In("A condition without a threshold",
            "interventions:\n  - id: a\n    lever: ward.beds\n    change: { set: 12 beds }\n    when: { indicator: "
                + "money.countyDeficit }"),
        new("An expectation on what comparisons do not keep",
            "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\nexpect: [{ indicator: people.deaths, vs: "
                + "baseline, lt: 0 }]\n"),
        In("An unknown municipality",
            "interventions:\n  - id: a\n    lever: ward.beds\n    scope: { municipality: Sodertalje }\n    change: { set: 12 "
                + "beds }\n    at: 2003-01"),
        In("An unknown sector",
            "interventions:\n  - id: a\n    lever: funding.controllable\n    scope: { sector: health care }\n    change: { "
                + "multiply: 0.9 }\n    at: 2003-01"),
        In("A scope that the lever does not have",
            "interventions:\n  - id: a\n    lever: ward.beds\n    scope: { group: elderly }\n    change: { set: 12 beds }\n    "
                + "at: 2003-01"),
        In("A unit of no known kind",
            "interventions:\n  - id: a\n    lever: team.postsOpen\n    scope: { unit: day-center }\n    change: { set: 80 % }\n "
                + "   at: 2003-01"),
        In("A lever that no unit feels",
            "interventions:\n  - id: a\n    lever: ward.beds\n    scope: { unit: day-centre }\n    change: { set: 12 beds }\n   "
                + " at: 2003-01"),
        In("A lever that no single person feels",
            "interventions:\n  - id: a\n    lever: team.postsOpen\n    scope: { person: psychosis }\n    change: { set: 80 % "
                + "}\n    at: 2003-01"),
        In("A team that is none",
            "interventions:\n  - id: a\n    lever: team.postsOpen\n    scope: { team: 4 }\n    change: { set: 80 % }\n    at: "
                + "2003-01"),
        In("A person that is none",
            "interventions:\n  - id: a\n    lever: engagement.dropout\n    scope: { person: psychosis/May 1996 }\n    change: { "
                + "set: 2 %/month }\n    at: 2003-01"),
        In("A person of no known group",
            "interventions:\n  - id: a\n    lever: engagement.dropout\n    scope: { person: psychoses/1996-05/1 }\n    change: "
                + "{ set: 2 %/month }\n    at: 2003-01"),
        In("An event in a single unit",
            "events:\n  - id: a\n    event: review-needs\n    scope: { unit: day-centre }\n    at: 2003-01"),
    ];

    public static readonly GalleryCase[] Chains =
    [
        In("Two interventions of one id",
            "interventions:\n  - { id: a, lever: ward.beds, change: { set: 12 beds }, at: 2003-01 }\n  - { id: a, lever: "
                + "ward.beds, change: { set: 14 beds }, at: 2005-01 }"),
        In("The same twice in a list", "remove: [stimulus, stimulus]\noutcomes: [people.reach, people.reach]"),
        new("Own outcomes that a scenario cannot have", """
            id: my-cut
            extends: baseline
            title: My cut
            question: What if?
            outcomes:
              - needs.unmetPerPerson
              - { id: unequal, expression: "gini([person.unmetNeds])" }
              - { id: sustained, expression: "mean([needs.unmetPerPerson])" }
              - { id: deaths, expression: "total([people.deaths])" }
              - { id: late, expression: "mean([needs.unmetPerPerson])", during: 2030..2035, beter: lower }
              - { id: late, expression: "last([needs.unmetPerPerson])" }
              - { expression: "last([needs.unmetPerPerson])" }
              - { id: empty }
            expect:
              - { outcome: unequl, vs: baseline, lt: 0 }
              - { outcome: deaths, indicator: people.reach, vs: baseline, lt: 0 }
              - { vs: baseline, lt: 0 }

            """),
        new("An expectation with two periods", """
            id: my-cut
            extends: baseline
            title: My cut
            question: What if?
            outcomes:
              - { id: late, expression: "mean([needs.unmetPerPerson])", during: 2010..2015 }
            expect:
              - { outcome: late, vs: baseline, during: 2003..2015, lt: 0 }

            """),
        new("An expectation against the scenario itself",
            "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\nexpect: [{ indicator: people.reach, vs: my-cut, "
                + "lt: 5 % }]\n"),
        In("The same expectation twice", "") with { Yaml =
            "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\nexpect:\n  - { indicator: people.reach, vs: "
                + "baseline, lt: 0 }\n  - { indicator: people.reach, vs: baseline, lt: 0, because: there is less }\n" },
        new("Codes of places that are none",
            "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\nexpect: [{ indicator: people.reach, gt: 50 % "
                + "}]\nworld:\n  counties:\n    - code: A/B\n      name: A\n      municipalities:\n        - { code: "
                + "\"../../escape\", name: One, population: 20000 }\n        - { code: C, name: Two, population: 20.000 }\n     "
                + "   - { code: c, name: Three, population: 20000 }\n"),
        In("Removing what is not there", "remove: [stimulos]"),
        new("A file that is not there", "id: my-cut\nextends: basline\ntitle: My cut\nquestion: What if?\n"),
        new("A file that extends itself", "id: my-cut\nextends: ./my-cut.yaml\ntitle: My cut\nquestion: What if?\n"),
        new("Two files that extend each other", "id: my-cut\nextends: other\ntitle: My cut\nquestion: What if?\n") {
            Beside = { ["other.yaml"] = "id: other\nextends: my-cut\ntitle: Other\nquestion: What if?\n" } },
        new("A path out of the folder", "id: my-cut\nextends: ../../etc/passwd\ntitle: My cut\nquestion: What if?\n"),
        new("An error in the file that is extended",
            "id: my-cut\nextends: other\ntitle: My cut\nquestion: What if?\n") {
                Beside = { ["other.yaml"] =
                    "id: other\ntitle: Other\nquestion: What if?\nparameters:\n  ward.beds: 120 beds\n" } },
        In("A setting that is none", "") with { Sets = ["ward.beds"] },
        In("A setting of an unknown name", "") with { Sets = ["ward.bed=12"] },
        In("A warning: nothing is expected", "") with { Yaml =
            "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\nparameters: { ward.beds: 12 beds }\n" },
        In("A warning: an expectation against a scenario that is not there", "")
            with { Yaml =
                "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\nparameters: { ward.beds: 12 beds }\nexpect: "
                    + "[{ indicator: people.reach, vs: basline, lt: 0 }]\n" },
        In("A note: a shorter horizon", "horizon: { from: 1995-01, to: 1997-12 }"),
        In("A note: something inherited is removed", "remove: [stimulus]"),
        new("A note: figures that an own table does not have",
            "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\nexpect: [{ indicator: people.reach, gt: 50 % "
                + "}]\nworld: { table: own.csv }\n") {
                    Beside = { ["own.csv"] =
                        "municipality_code,municipality,county_code,county,population,ward.beds,population.initial.psychosis\n0001,Ours,01,County,48000,10,150\n" } },
        new("A note: a figure that a lived past has no use for",
            "id: my-cut\nextends: today\ntitle: My cut\nquestion: What if?\nexpect: [{ indicator: people.reach, gt: 50 % }]\n"
            + "parameters: { population.initial.psychosis: 400 persons }\n"),
        In("A warning: a value that does not last", "parameters:\n  nation.privatePrimaryCare: 20 %"),
    ];

    public static readonly (string Heading, GalleryCase[] Cases)[] Chapters =
        [("The file itself", Files), ("Names and values", Values), ("Dates", Dates), ("Names of the model", Names),
            ("How files hang together", Chains), ("Tables", TableGallery.Cases), ("Study files", StudyGallery.Cases)];

    public static IEnumerable<GalleryCase> All => Chapters.SelectMany(c => c.Cases);
}
