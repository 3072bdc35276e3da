using System.Collections.Immutable;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Tests;

/// <summary>Plain examples of what rules are about.</summary>
internal static class Examples
{
    public static readonly ParameterSet P = ParameterSet.Defaults;

    public static readonly Month Some = Month.Of(2001, 4);

    public static readonly World World = new(TestWorlds.Town(1), 1, 0);

    /// <summary>A person of mean severity without needs.</summary>
    public static ServiceUser Person(
        TargetGroup group = TargetGroup.Psychosis, uint unmet = 0, uint met = 0, Status status = Status.InService,
        float severity = 1,
        float engagement = .5f, ulong id = 1UL << 63 | 7) => new()
        {
            Id = id,
            Group = group,
            Unmet = unmet,
            Met = met,
            Status = status,
            Severity = severity,
            Engagement = engagement,
            Continuity = .5f,
            Proneness = 1,
            Reluctance = 1,
        };

    public static CareOffer Offer(float county = .5f, float municipality = .5f) => new(county, municipality, 0, .8f, 1, true);

    /// <summary>The probability that a committee agrees by the usual rule.</summary>
    public static double Consent(
        CommitteeParameters p, in CooperationState cooperation, double cost, Brief brief, int deciders,
        in Footing footing = default) =>
        Consensus.Probability(p, Consensus.Matter(cooperation, cost, brief, deciders, footing));

    /// <summary>What a committee is told of a quiet month with one joint unit; tests change what they are about.</summary>
    public static Brief Brief(Month? month = null) => new(
        new(month ?? Some, []), new StructuralElements(0), 1, true,
        [.. Enumerable.Range(0, TargetGroups.Count).Select(_ => new GroupState(50, 40, 20, 0, 100, 40, .7, .8, 50))], [],
        new(0, 1_000_000, 60_000_000, false, false, false), new(0, 1_000_000, 60_000_000, false, false, false),
        .4, .5, 0, .1, 1, 0, [], false, 0, 0, false, 1, 0, 0, [], null);

    public static MeetingTable Table(Brief? brief = null, ParameterSet? p = null, Knowledge? knowledge = null,
        int? agreementAge = 3, bool shaken = false,
        int newServices = 0, int unseated = 0, int evaluationAge = 0, double heard = 1, uint documented = 0)
    {
        brief ??= Brief();
        if (knowledge is null)
        {
            knowledge = new();
            knowledge.Review(brief);
        }
        return new(brief, p ?? P, p ?? P, knowledge, heard, 1, agreementAge, shaken, newServices, unseated, evaluationAge,
            documented);
    }

    public static TeamReport Report(TeamAddress address, double strain = 1, int countyPosts = 100, int municipalPosts = 100,
        double cooperation = .5, MonthlyCounts? counts = null) => new(
        address, ~0u, new(countyPosts, countyPosts, 0, 0, 800, 800 * strain),
        new(municipalPosts, municipalPosts, 0, 0, 800, 800 * strain), strain, cooperation, .01,
        [.. Enumerable.Repeat(.7, TargetGroups.Count)], [.. Enumerable.Repeat(.8, TargetGroups.Count)],
        [.. Enumerable.Repeat(.6, TargetGroups.Count)],
        counts ?? new(), [], [], [], [], [], default, [], 0, 0, 0, 0, 0);

    /// <summary>A person's month outside of any tree.</summary>
    public static LifeEvents Live(ref ServiceUser person, CareOffer offer, ParameterSet p, Month month)
    {
        return person.Close(offer, p, PersonDraws.Of(World.RandomStreams, person.Id, month), month);
    }

    public static Partner Partner(ushort unit, double strain = 1, double turnover = 0, uint groups = ~0u) =>
        new(new(unit, 0), groups, strain, turnover, [.. Enumerable.Repeat(.6, TargetGroups.Count)]);
}
