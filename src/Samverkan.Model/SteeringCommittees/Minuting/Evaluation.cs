using Samverkan.Model.Needs;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>What an evaluation of the cooperation finds in last month's figures, and what it holds to be the weakest
/// side.</summary>
internal static class Evaluation
{
    // Each side is judged by how far it falls short of what would be held to be good; the one that falls shortest is named.
    private const double GoodStrain = 1;
    private const double GoodVacancy = .05;
    private const double GoodShare = .85;
    private const double GoodReach = .6;

    public static EvaluationFound Of(Brief brief, bool external)
    {
        int joint = 0, inService = 0, persons = 0, unmet = 0, unmetJoint = 0;
        foreach (var group in brief.Groups)
        {
            joint += group.InJointCare;
            inService += group.InService;
            persons += group.Persons;
            unmet += group.Unmet;
            unmetJoint += group.UnmetInJointCare;
        }
        var (weakness, number) = Weakest(brief, joint, inService);
        return new(
            external, weakness, number, joint, inService, joint == 0 ? 0 : (double)unmetJoint / joint,
            persons == joint ? 0 : (double)(unmet - unmetJoint) / (persons - joint));
    }

    private static (Weakness Weakness, double Number) Weakest(Brief brief, int joint, int inService)
    {
        double posts = 0, vacant = 0, need = 0, persons = 0;
        foreach (var team in brief.Teams)
            if (team.Joint)
                (posts, vacant, need, persons) = (posts + team.Posts, vacant + team.Vacant, need + team.Need * team.Persons,
                    persons + team.Persons);
        var strain = persons <= 0 ? GoodStrain : need / persons;
        var vacancy = posts <= 0 ? 0 : vacant / posts;
        var (match, competence) = OfIncluded(brief);
        var reach = inService == 0 ? 0 : (double)joint / inService;
        var sides = new (Weakness Weakness, double Number, double Short)[]
        {
            (Weakness.Capacity, strain, strain - GoodStrain),
            (Weakness.Vacancies, vacancy, vacancy - GoodVacancy),
            (Weakness.Content, match, GoodShare - match),
            (Weakness.Knowledge, competence, GoodShare - competence),
            (Weakness.Reach, reach, GoodReach - reach),
            (Weakness.TeamsApart, brief.TeamCooperation, GoodShare - brief.TeamCooperation),
        };
        var weakest = sides.OrderByDescending(side => side.Short).ThenBy(side => side.Weakness).First();
        return (weakest.Weakness, weakest.Number);
    }

    // Means over the persons of included groups.
    private static (double Match, double Competence) OfIncluded(Brief brief)
    {
        double match = 0, competence = 0, persons = 0;
        for (var g = 0; g < TargetGroups.Count; g++)
            if (brief.Included.Has(g) && brief.Groups[g] is { InJointCare: > 0 } group)
                (match, competence, persons) = (
                    match + group.Match * group.InJointCare, competence + group.Competence * group.InJointCare,
                        persons + group.InJointCare);
        return persons <= 0 ? (1, 1) : (match / persons, competence / persons);
    }
}
