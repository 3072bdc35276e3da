namespace Samverkan.Runs.Tests.Scenarios.Errors;

/// <summary>Faulty study files.</summary>
public static class StudyGallery
{
    public static readonly GalleryCase[] Cases =
    [
        Whole("What every study says", "title: My study\n"),
        Whole("A study of nothing", "id: my-study\ntitle: My study\nquestion: What if?\nscenarios: []\noutcomes: []\n"),
        With("A study with unknown names", "replicatons: 20\nsample: { metod: morris }"),
        With("A scenario that is not there", "", scenarios: "[baseline, fundingcut]"),
        With("A scenario that has an error", "", scenarios: "[baseline, broken]")
            with { Beside = new() { ["broken.yaml"] =
                "id: broken\nextends: baseline\ntitle: Broken\nquestion: What if?\nparameters:\n  ward.beds: 120 beds\n" } },
        With("A value for all scenarios that is out of range", "set: { ward.beds: 120 beds, cost.pots: 1 MSEK/yr }"),
        With("The same scenario twice", "", scenarios: "[baseline, baseline]"),
        With("Scenarios of different periods", "", scenarios: "[baseline, today]"),
        With("Half a replication", "replications: 12.5\nseed: -1"),
        With("A period outside the scenarios", "since: 2020-01\nuntil: 2003"),
        With("Outcomes that are none", "",
            outcomes: "[cooperation.trst, sustaind, { indicator: people.deaths, during: 2015..2008 }, { indicator: sustained, "
                + "group: elderly }]"),
        With("An outcome twice", "", outcomes: "[cooperation.trust, { indicator: cooperation.trust, during: 2008..2012 }]"),
        With("Own outcomes that are none", "",
            outcomes: "\n  - { id: unfair, expression: \"gini(byGroup([needs.unmetPerPersn]))\" }\n  - { id: sum, expression: "
                + "\"total([money.countyCost]) + mean([cooperation.trust])\" }\n  - { expression: \"[money.countyCost]\" }\n  - "
                + "{ id: open, expression: \"mean(needs.unmetPerPerson\" }"),
        With(
            "Own outcomes over persons that are none", "", outcomes:
            "\n  - { id: unfair, expression: \"gini([person.unmetNeds])\" }"
            + "\n  - { id: sum, expression: \"mean([person.unmetNeeds]) + mean([person.inWard])\" }"
            + "\n  - { id: each, expression: \"[person.severity]\" }"
            + "\n  - { id: mixed, expression: \"mean([person.unmetNeeds] / [needs.perPerson])\" }"
            + "\n  - { id: group, expression: \"max(byGroup(ofGroup([person.unmetNeeds], 'psychosis')))\" }"
            + "\n  - { id: order, expression: \"recovery([person.unmetNeeds], 0.9)\" }"),
        With("A municipality that no scenario has", "filter: { municipality: The municipalty }"),
        With("An uncertain parameter that is none",
            "uncertain: [{ parameter: care.otherSctor }]\nsample: { method: latin-hypercube, size: 64 }"),
        With("Distributions that are none",
            "uncertain:\n  - { parameter: care.otherSector, uniform: [80 %, 70 %] }\n  - { parameter: care.informalCare, "
                + "triangular: [10 %, 20 %] }\n  - { parameter: crisis.needSlope, log-uniform: [0, 0.1] }\n  - { parameter: "
                + "team.turnoverStrain, normal: [1, 0] }\n  - { parameter: ward.delay, within: 5 days }\n  - { parameter: "
                + "team.hiringLag, uniform: [1 months, 900 months] }\nsample: { method: latin-hypercube, size: 64 }"),
        With("Two distributions of one parameter",
            "uncertain:\n  - { parameter: care.otherSector, uniform: [70 %, 80 %], within: 10 % }\n  - { parameter: \"care.*\" "
                + "}\nsample: { method: latin-hypercube, size: 64 }"),
        With("Uncertain what is not",
            "uncertain:\n  - { parameter: committee.adaptsSchedule }\n  - { parameter: \"element.allowed.*\" }\nsample: { "
                + "method: latin-hypercube, size: 64 }"),
        With("Sampling away what the scenarios differ in",
            "uncertain: [{ parameter: committee.meetingsPerYear, uniform: [1 meetings/yr, 12 meetings/yr] }]\nsample: { method: "
                + "monte-carlo, size: 64 }",
                scenarios: "[baseline, { scenario: baseline, id: rare, set: { committee.meetingsPerYear: 1 meetings/yr } }]"),
        With("Uncertainty that nobody samples", "uncertain: [{ parameter: care.otherSector }]"),
        With("Sampling without uncertainty", "sample: { method: sobol-sequence, size: 64 }"),
        With("A method that is told by another number",
            "uncertain: [{ parameter: care.otherSector }]\nsample: { method: morris, size: 64, levels: 5 }"),
        With("A warning: a Sobol sequence that is cut short",
            "uncertain: [{ parameter: care.otherSector }]\nsample: { method: sobol-indices, size: 100 }"),
        With("Draws that are not in the file's unit", "sample: { file: region.csv }")
            with { Beside = new() { ["region.csv"] =
                "draw,parameter,value,unit\n1,care.otherSector,80,%\n2,care.otherSector,0.7,share\n2,care.otherSctor,0.7,share\n" } },
        With("Draws of a file that is not there", "sample: { method: morris, file: region.csv }"),
        With("A distribution that is cut where it has an end",
            "uncertain:\n  - { parameter: care.otherSector, uniform: [70 %, 80 %], cut: [5 %, 95 %] }\n  - { parameter: "
                + "care.informalCare, normal: [30 %, 5 %], cut: [95 %, 5 %] }\nsample: { method: latin-hypercube, size: 64 }"),
        With("A lever that is none",
            "levers:\n  - { lever: committee.meetings, set: [1 meetings/yr] }\n  - { lever: committee.meetingsPerYear }\n  - { "
                + "lever: ward.beds, multiply: [0.5, 20] }\n  - { options: [{ id: a, set: { ward.beds: 12 beds } }] }"),
        With("A lever that leaves the range in one scenario", "levers:\n  - { lever: ward.beds, multiply: [1, 2] }",
            scenarios: "[baseline, { scenario: baseline, id: many-beds, set: { ward.beds: 90 beds } }]"),
        With("Levers that together leave the range",
            "levers:\n  - { lever: ward.beds, set: [16 beds, 60 beds] }\n  - { id: half, lever: ward.beds, multiply: [1, 2] }\n "
                + " - { id: early, lever: funding.controllable.county, multiply: [1, 1.8], at: 1996-01 }\n  - { id: late, "
                + "lever: funding.controllable.county, multiply: [1, 1.8], at: 1997-01 }"),
        With("A lever that another one overrides",
            "levers:\n  - { lever: ward.beds, multiply: [1, 2] }\n  - { id: again, lever: ward.beds, set: [12 beds, 16 beds] }"),
        With("A lever of what is uncertain",
            "uncertain: [{ parameter: ward.beds, uniform: [10 beds, 90 beds] }]\nsample: { method: latin-hypercube, size: 64 "
                + "}\nlevers:\n  - { lever: ward.beds, multiply: [1, 2] }"),
        With("Uncertain numbers that a change takes out of the range",
            "uncertain:\n  - { parameter: ward.beds, uniform: [10 beds, 90 beds] }\n  - { parameter: placement.municipalShare, "
                + "normal: [70 %, 10 %] }\nsample: { method: latin-hypercube, size: 64 }\nlevers:\n  - { lever: ward.beds, "
                + "multiply: [1, 2], at: 2003-01 }", scenarios: "[short]")
                    with { Beside = new() { ["short.yaml"] =
                        "id: short\nextends: baseline\ntitle: Short\nquestion: What if?\ninterventions:\n  - { id: shift, "
                            + "lever: placement.municipalShare, change: { add: 20 % }, at: 2003-01 }\n" } },
        With("Options and values that stand twice",
            "levers:\n  - id: plan\n    options:\n      - { id: few, set: { ward.beds: 8 beds } }\n      - { id: few, set: { "
                + "ward.beds: 20 beds } }\n      - { id: eight, set: { ward.beds: 8 beds } }\n      - { id: nothing }\n  - { "
                + "lever: committee.meetingsPerYear, set: [2 meetings/yr, 2 meetings/yr, 1 meetings/semester] }\n  - { lever: "
                + "ward.beds, multiply: [0.5, 50 %, -50 %, 20 %] }"),
        With("A question of discovery that is none",
            "uncertain: [{ parameter: care.otherSector }]\nsample: { method: latin-hypercube, size: 64 }\ndiscover:\n  - { "
                + "outcome: sustaind, below: 50 % }\n  - { outcome: cooperation.trust, vs: basline, above: 0, below: 1, "
                + "coverage: 120 % }"),
        With("A question of discovery that stands twice",
            "uncertain: [{ parameter: care.otherSector }]\nsample: { method: latin-hypercube, size: 64 }\ndiscover:\n  - { "
                + "outcome: cooperation.trust, below: 0.5 }\n  - { outcome: cooperation.trust, below: 50 % }\n"),
        With("What was observed twice",
            "uncertain: [{ parameter: care.otherSector }]\ncalibrate:\n  targets:\n    - { outcome: cooperation.trust, value: "
                + "0.6, tolerance: 0.1, source: seen }\n    - { outcome: cooperation.trust, between: [0.5, 0.6], source: seen "
                + "}\n    - { outcome: cooperation.trust, series: seen.csv, tolerance: 0.1, source: seen }",
                scenarios: "[baseline]") with { Beside = new() { ["seen.csv"] = "year,value\n2003,0.6\n2004,0.5\n2003,0.7\n" } },
        With("Numbers of a series that are none",
            "uncertain: [{ parameter: care.otherSector }]\ncalibrate:\n  targets:\n    - { outcome: cooperation.trust, series: "
                + "seen.csv, tolerance: 0.1, source: seen }", scenarios: "[baseline]")
                    with { Beside = new() { ["seen.csv"] = "year,value\n2003,\"0,6\"\n2004,０.5\n2005,n/a\n" } },
        With("A calibration that cannot be",
            "uncertain: [{ parameter: care.otherSector }]\ncalibrate:\n  targets:\n    - { outcome: cooperation.trust, value: "
                + "0.6, source: seen }\n    - { outcome: cooperation.trust, between: [0.8, 0.6], source: seen }",
                scenarios: "[baseline, funding-cut]"),
        With("A series that says too little",
            "uncertain: [{ parameter: care.otherSector }]\ncalibrate:\n  targets:\n    - { outcome: cooperation.trust, series: "
                + "seen.csv, source: seen }\n    - { outcome: cooperation.trust, series: late.csv, tolerance: 0.1, source: seen }", scenarios: "[baseline]") with { Beside = new() { ["seen.csv"] = "year,value\n2003,0.6\n", ["late.csv"] = "year,value\n2030,0.6\n" } },
    ];

    private static GalleryCase Whole(string title, string yaml) => new(title, yaml) { IsStudy = true };

    /// <summary>A study that is right but for what is given.</summary>
    private static GalleryCase With(string title, string lines, string scenarios = "[baseline, funding-cut]",
        string outcomes = "[cooperation.trust]") => Whole(title, $"""
        id: my-study
        title: My study
        question: How sure is it?
        scenarios: {scenarios}
        outcomes: {outcomes}
        {lines}
        """);
}
