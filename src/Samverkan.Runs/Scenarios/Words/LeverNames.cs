using Samverkan.Model.Cooperation;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Language;

namespace Samverkan.Runs.Scenarios.Words;

/// <summary>What a planner calls a lever in a sentence: "the county's controllable frame", "committee meetings".</summary>
internal static class LeverNames
{
    /// <summary>By id, or by family; {0} is the key in words. The catalogue's meaning is a definition, too long for a sentence.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["nation.stimulusGrant"] = "the state's stimulus grant",
        ["nation.stimulusCountyShare"] = "the county's share of the stimulus grant",
        ["nation.sharedRegisterPermitted"] = "a shared register of needs data",
        ["nation.privatePrimaryCare"] = "private primary care",
        ["nation.caseManagerGuideline"] = "the national guideline on case managers",
        ["nation.regionalAgreement"] = "the regional agreement",
        ["nation.incidenceFactor"] = "the incidence of every group",
        ["population.newPerYear"] = "new cases among {0}",
        ["placement.municipalShare"] = "the municipality's share of placement costs",
        ["team.postsOpen"] = "posts that may be filled",
        ["ward.beds"] = "ward beds",
        ["ward.legalDays"] = "days before the municipality pays for a delayed discharge",
        ["cooperation.leaderExit"] = "leaving of core members",
        ["committee.meetingsPerYear"] = "committee meetings",
        ["committee.adaptsSchedule"] = "the committee's reconsidering how often it meets",
        ["committee.coreMembers"] = "core members of the committee",
        ["committee.associationSeats"] = "seats of stakeholder associations",
        ["committee.invitedMost"] = "members who may join for new services",
        ["agenda.reviewTerm"] = "time between needs reviews",
        ["agenda.agreementTerm"] = "time between revisions of the agreement",
        ["agenda.evaluationTerm"] = "time between evaluations",
        ["services.clinicPosts"] = "posts of the outpatient clinic",
        ["services.officePosts"] = "posts of the social office",
        ["services.housingPlaces"] = "places in supported housing",
        ["services.included"] = "inclusion of {0} from the start",
        ["services.firstCentres"] = "centres of the first joint plan",
        ["services.newPosts"] = "new posts of a new centre",
        ["funding.firstFrame"] = "the first year's frame of {0}",
        ["funding.takeOverAllowed"] = "taking over of units that the other sector closes",
        ["cost.liabilityDay"] = "the price of a delayed day",
        ["funding.growth"] = "growth of {0} frame",
        ["funding.controllable"] = "{0} controllable frame",
        ["element.allowed"] = "{0}",
    };

    /// <summary>What a family is called when all of it changes alike.</summary>
    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal)
    {
        ["population.newPerYear"] = "new cases in every group",
        ["services.included"] = "inclusion of every group from the start",
        ["funding.growth"] = "growth of both frames",
        ["funding.controllable"] = "both sectors' controllable frames",
        ["element.allowed"] = "every structural element",
    };

    /// <summary>Whether the lever has a name for sentences (a test demands it of every lever).</summary>
    public static bool Knows(ParameterInfo lever) => Names.ContainsKey(Wildcard.FamilyOf(lever) ?? lever.Id);

    public static string Of(ParameterInfo parameter) =>
        Names.TryGetValue(Wildcard.FamilyOf(parameter) ?? parameter.Id, out var name)
            ? name.Replace("{0}", KeyInWords(parameter), StringComparison.Ordinal)
            : parameter.Id;

    public static string OfFamily(string family) => Whole.GetValueOrDefault(family) ?? $"{family}.*";

    /// <summary>"co-located centres": the hyphens of English stay, those of the id go.</summary>
    public static string ElementInWords(string id)
    {
        string[] hyphenated = ["co", "inter", "multi", "cross"];
        var parts = id.Split('-');
        return string.Concat(parts.Select((part, i) => i == 0 ? part : (hyphenated.Contains(parts[i - 1]) ? "-" : " ") + part));
    }

    private static string KeyInWords(ParameterInfo parameter)
    {
        var key = Wildcard.KeyOf(parameter) ?? "";
        if (IndexOf(TargetGroups.Ids, key) is var group and >= 0)
            return ((TargetGroup)group).InWords();
        if (IndexOf(Elements.Ids, key) is var element and >= 0)
            return ElementInWords(Elements.Ids[element]);
        return key is "county" or "municipality" ? $"the {key}'s" : key;
    }

    private static int IndexOf(IReadOnlyList<string> ids, string id)
    {
        for (var i = 0; i < ids.Count; i++)
            if (ids[i] == id)
                return i;
        return -1;
    }
}
