using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>
/// How an item passes: by consensus, with probability
/// sigma(a0 + aT T + aS S - aCost cost / (slack + 1 % of the frames) - an (n - n0)). A large committee turns consultative:
/// it handles A(n) = A0 min(1, n0/n)^gamma items a meeting. One that does not represent the groups it decides for decides
/// more slowly and more often in vain.
/// </summary>
internal static class Consensus
{
    public static double Probability(CommitteeParameters p, in CooperationState cooperation, double cost, Brief brief, int members)
    {
        var room = Math.Max(0, brief.Slack) + .01 * brief.Frames;
        var burden = room <= 0 ? cost > 0 ? 10 : 0 : Math.Max(0, cost) / room;
        return ExactMath.Sigmoid(
            p.ConsensusBase + p.ConsensusTrust * cooperation.Trust + p.ConsensusUnderstanding * cooperation.Understanding
            - p.ConsensusCost * burden - p.ConsensusSize * Math.Max(0, members - p.WorkingSize));
    }

    /// <summary>Items that a meeting of n members handles; the fraction is a chance of one more.</summary>
    public static double Capacity(CommitteeParameters p, int members) =>
        members <= 0 ? 0 : p.ItemsPerMeeting * ExactMath.Pow(Math.Min(1, p.WorkingSize / members), p.SizeExponent);

    /// <summary>How well members represent the groups that they decide for, 0 to 1.</summary>
    public static double Representation(CommitteeParameters p, int members, int groups) =>
        Math.Min(1, members / (p.RepresentationBase + groups));

    public static int Lag(CommitteeParameters p, double months, double representation) =>
        Math.Max(1, (int)Math.Floor(months * (1 + p.LagUnrepresented * (1 - representation)) + .5));

    public static double FailureProbability(CommitteeParameters p, double representation) =>
        p.FailureUnrepresented * (1 - representation);
}
