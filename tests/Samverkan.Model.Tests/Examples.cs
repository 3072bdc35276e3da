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
    public static Brief Brief(Month? month = null) => new()
    {
        Context = new(month ?? Some, []),
        Structure = new StructuralElements(0),
        Included = new(1),
        PlanStands = true,
        Groups = [.. Enumerable.Range(0, TargetGroups.Count).Select(_ => new GroupState
        {
            Persons = 50,
            InService = 40,
            InJointCare = 20,
            Waiting = 0,
            Unmet = 100,
            UnmetInJointCare = 40,
            Competence = .7,
            Match = .8,
            JointPosts = 50,
        })],
        Teams = [],
        County = new(0, 1_000_000, 60_000_000, false, false, false),
        Municipality = new(0, 1_000_000, 60_000_000, false, false, false),
        TeamCooperation = .4,
        JointShare = .5,
        TrainingShare = 0,
        ComplexShare = .1,
        Scale = 1,
        Conflict = 0,
        News = [],
        Shock = false,
        NewServices = 0,
        GroupsIncluded = 0,
        Parted = false,
        JointUnits = 1,
        TrainingPot = 0,
        InTraining = default,
        Underway = [],
        Threat = null,
    };

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
        return new()
        {
            Brief = brief,
            P = p ?? P,
            WhenOpened = p ?? P,
            Knowledge = knowledge,
            Heard = heard,
            Freshness = 1,
            AgreementAge = agreementAge,
            Shaken = shaken,
            NewServices = newServices,
            Unseated = unseated,
            EvaluationAge = evaluationAge,
            Documented = documented,
        };
    }

    public static TeamReport Report(TeamAddress address, double strain = 1, int countyPosts = 100, int municipalPosts = 100,
        double cooperation = .5, MonthlyCounts? counts = null) => new()
        {
            Address = address,
            Groups = GroupSet.All,
            County = new(countyPosts, countyPosts, 0, 0, 800, 800 * strain),
            Municipality = new(municipalPosts, municipalPosts, 0, 0, 800, 800 * strain),
            Strain = strain,
            Cooperation = cooperation,
            Turnover = .01,
            Competence = [.. Enumerable.Repeat(.7, TargetGroups.Count)],
            Match = [.. Enumerable.Repeat(.8, TargetGroups.Count)],
            Quality = [.. Enumerable.Repeat(.6, TargetGroups.Count)],
            MonthlyCounts = counts ?? new(),
            Departures = [],
            HandedOver = [],
            Emergencies = [],
            Notes = [],
            Applications = [],
            HousingLeft = default,
            Candidates = [],
            WardDaysAhead = 0,
            TrainingPosts = 0,
            InTraining = default,
            DaysWaited = 0,
            Hash = 0,
        };

    /// <summary>A person's month outside of any tree.</summary>
    public static LifeEvents Live(ref ServiceUser person, CareOffer offer, ParameterSet p, Month month)
    {
        return person.Close(offer, p, PersonDraws.Of(World.RandomStreams, person.Id, month), month);
    }

    public static Partner Partner(ushort unit, double strain = 1, double turnover = 0, GroupSet? groups = null) =>
        new(new(unit, 0), groups ?? GroupSet.All, strain, turnover, [.. Enumerable.Repeat(.6, TargetGroups.Count)]);
}
