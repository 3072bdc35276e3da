namespace Samverkan.Runs.Wording;

/// <summary>A word that reports and pages use, explained.</summary>
/// <param name="Name">As reports write it.</param>
/// <param name="Synonyms">Other words by which people look for it, in English and Swedish.</param>
/// <param name="Names">Parameters and indicators that it stands for; <c>explain</c> tells of each.</param>
public sealed record Term(string Name, string Meaning, IReadOnlyList<string> Synonyms, IReadOnlyList<string> Names)
{
    /// <summary>Whether the text uses the word, or one of its synonyms.</summary>
    public bool IsIn(string text) => Synonyms.Prepend(Name).Any(word => Holds(text, word));

    // At the beginning of a word: "crises" is in "crises without a bed", and "bed" is not in "embedded".
    private static bool Holds(string text, string word)
    {
        var at = -1;
        while ((at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase)) >= 0)
            if (at == 0 || !char.IsLetter(text[at - 1]))
                return true;
        return false;
    }
}

/// <summary>The words of reports and pages that a planner may not know, each in a sentence.</summary>
public static class Glossary
{
    public static IReadOnlyList<Term> All { get; } =
    [
        new("frame", "the money that a county or a municipality is given for the target group in a year, before state grants",
            ["budget", "appropriation", "ram", "anslag"], ["money.countyFrame", "money.municipalFrame"]),
        new("controllable frame", "the part of a frame that decisions can move: all but demand-driven cost",
            ["controllable", "påverkbar ram"],
            ["funding.controllable.county", "funding.controllable.municipality"]),
        new("demand-driven cost",
            "cost that follows need and that no frame bounds: bed days, placements, supported housing, emergency care, and "
                + "liability for delayed discharges",
            ["cost that follows demand", "follows demand", "demand-driven", "behovsstyrd kostnad"],
                ["money.countyDemandCost", "money.municipalDemandCost"]),
        new("net effect",
            "what a policy makes a sector spend more (+) or less (-) than without it, after what the other sector pays it",
            ["effect on the budget", "spent by", "per inhabitant", "nettoeffekt"], []),
        new("left", "a sector's income in a year less all that it spends; below 0 it is a deficit",
            ["deficit", "surplus", "underskott", "överskott"], []),
        new("paid to the other sector", "liability for delayed discharges and posts bought, less what is received for them",
            ["put into services", "betalningsansvar"], []),
        new("discounted", "later years count less, at the rate a year that the table names, from the policy's first year",
            ["diskonterad"], []),
        new("cost per", "what both sectors spend on the target group, over persons or over needs that are met", ["kostnad per"],
            ["money.perPerson", "money.perMetNeed"]),
        new("cost of persons", "what is spent on each person in a year, the dearest persons first", ["dearest"], []),
        new("unmet need", "one of 22 needs of a person, such as housing or treatment, that nobody meets",
            ["unmet needs", "needs met", "otillgodosett behov"], ["needs.unmetPerEligible", "needs.unmetPerPerson"]),
        new("person-years", "one person's need that is unmet for a year, or two persons' for half a year", ["personår"], []),
        new("eligible", "in the target population: with needs that both sectors should meet together",
            ["target group", "målgrupp"], ["people.eligible"]),
        new("people in service", "people whom a team or unit serves in the month", ["reach", "caseload", "serves", "räckvidd"],
            ["people.inService", "people.reach"]),
        new("waiting", "people who have asked for a service and have none yet", ["queue", "kö"], ["people.waiting"]),
        new("people two years out of contact", "people in need whom no service has met for two years",
            ["out of contact", "lost contact"], []),
        new("crisis", "an acute worsening that needs a bed in a ward", ["crises", "kris"], ["ward.crises"]),
        new("bed days", "days in a psychiatric ward", ["beds", "vårddygn"], ["ward.bedDays"]),
        new("readmission", "back in a ward within 28 days of leaving it", ["återinskrivning"], []),
        new("delayed days", "days in a ward of people who are ready to leave and wait for the municipality",
            ["delayed discharge", "utskrivningsklara"], ["ward.delayedDays"]),
        new("strain", "hours of work that a team needs over the hours that its staff have: above 1 there is too much to do",
            ["workload", "belastning"], ["staff.strain"]),
        new("joint", "of both sectors together: units, teams, plans or training that county and municipality run as one",
            ["integrated", "samlokaliserad"], ["structure.jointUnits"]),
        new("trust", "how far the members of the steering committee rely on each other, 0 to 1", ["förtroende", "tillit"],
            ["cooperation.trust"]),
        new("cooperation", "how well the two sectors work together, in the committee and in teams, 0 to 1",
            ["collaboration", "integration", "samverkan"], ["cooperation.index"]),
        new("committee meetings", "meetings of the steering committee in a year", ["meetings", "möten", "styrgrupp"],
            ["committee.meetings", "committee.meetingsPerYear"]),
        new("dissolved", "the last joint unit or agreement is given up and none comes back", ["standing", "survive", "upplöst"],
            []),
        new("hollow",
            "the cooperation stands, but its trust or its joint care stays below three quarters of its peak for two years",
            ["urholkad"], []),
        new("benefit", "share of needs that are met under care of both sectors", ["nytta"], []),
        new("area under benefit", "benefit summed over the years, in years of full benefit", ["benefit years"], []),
        new("adaptation lag", "months from when a matter is first listed until the committee decides on it",
            ["lag", "fördröjning"], []),
        new("voltage drop",
            "how much of the best year's benefit per krona is gone in the last year (Chambers, Glasgow and Stange 2013)", [], []),
        new("program drift",
            "how far the services of the last year are from the first ones (Chambers, Glasgow and Stange 2013)", ["drift"], []),
        new("fit of capacity to need", "how far each target group's share of capacity is its share of needs, 0 to 1", ["fit"],
            []),
        new("profile", "eight domains of the Program Sustainability Assessment Tool, each mapped to a state of the model, 0 to 1",
            ["environmental support", "funding stability", "partnerships", "organisational capacity", "program evaluation",
                "program adaptation", "communications", "strategic planning"], []),
        new("replication", "one run of the model; each has its own luck, and replication 7 has the same luck under every policy",
            ["pairs", "paired", "replikation"], []),
        new("95 % interval", "where the mean effect lies, as far as chance goes: of a hundred such intervals, about 95 hold it",
            ["interval", "uncertainty", "konfidensintervall"], []),
        new("better in", "share of pairs of runs in which the policy is the better one", ["worse in"], []),
        new("Kaplan-Meier", "a curve of the share that has not ended so far, which counts those that are still going on",
            ["survival curve", "överlevnadskurva"], []),
        new("log-rank", "a test of whether two such curves differ by more than chance", [], []),
        new("years until", "years from the run's start until the cooperation ends so, or until the run ends",
            ["years sustained"], []),
        new("staff and premises", "pay of posts and rent of the services for the target group", ["staff", "posts", "personal"],
            ["cost.post"]),
        new("administration", "hours that the committee, joint training and agreements take",
            ["training, committee", "utbildning"], []),
    ];

    /// <summary>The terms that a text uses, by their names or their synonyms.</summary>
    public static IReadOnlyList<Term> In(string text) => [.. All.Where(term => term.IsIn(text))];

    /// <summary>What the words of a heading or label mean, in a sentence each; null if it has none that needs one.</summary>
    public static string? Explained(string label) => All.Where(term => term.IsIn(label)).Select(term =>
        $"{Localized.Of(Localized.Capital(term.Name))}: {Localized.Of(term.Meaning)}.").ToList() is { Count: > 0 } told
        ? string.Join(" ", told) : null;
}
