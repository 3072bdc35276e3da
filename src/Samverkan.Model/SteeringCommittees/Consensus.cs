using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Rules;
using Samverkan.Model.SteeringCommittees.Minuting;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>What members stand on beside trust and money.</summary>
/// <param name="Freshness">How far what they know of needs is of today, 0 to 1.</param>
/// <param name="Voice">Whether associations of users and relatives are at the table.</param>
/// <param name="Resistance">Of people in the place to this very matter, on the scale of the logit.</param>
internal readonly record struct Footing(double Freshness, bool Voice, double Resistance = 0);

/// <summary>
/// How an item passes: by consensus, with probability
/// sigma(a0 + aT T + aS S + aData freshness + aVoice [associations] - resistance - aCost cost / (slack + 1 % of the frames) - an
/// (n - n0)). Those who must agree are the two organisations' members; associations speak for the persons concerned, and that is
/// what sectors can agree on. A large committee turns consultative: it handles A(n) = A0 min(1, n0/n)^gamma items, and more where
/// long ago the last meeting was. One that does not represent the groups it decides for decides more slowly and more often in
/// vain.
/// </summary>
internal static class Consensus
{
    // What costs is not agreed where there is nothing to spend.
    private const double Unbearable = double.MaxValue;

    // Months between meetings for which the items of a meeting are stated: the unit of that parameter.
    public const double UsualPause = 2;

    // Of trust, understanding and freshness, each from 0 to 1.
    private const double Halfway = .5;

    public static Matter Matter(
        in CooperationState cooperation, double cost, Brief brief, int deciders, in Footing footing = default) => new(
        cooperation, cost, brief.Slack, brief.Frames, deciders, footing.Freshness, footing.Voice, footing.Resistance);

    public static double Probability(CommitteeParameters p, in Matter matter) => ExactMath.Sigmoid(
        p.ConsensusBase + p.ConsensusTrust * matter.Cooperation.Trust
        + p.ConsensusUnderstanding * matter.Cooperation.Understanding
        + p.ConsensusData * matter.Freshness + (matter.Voice ? p.ConsensusVoice : 0) - matter.Resistance
        - p.ConsensusCost * Burden(p, matter.Cost, matter.Slack, matter.Frames)
        - p.ConsensusSize * Math.Max(0, matter.Deciders - p.WorkingSize));

    /// <summary>What speaks most against a proposal: the term that holds its probability down most, beyond what it does
    /// halfway.</summary>
    public static Objection Weightiest(
        CommitteeParameters p, in CooperationState cooperation, double cost, Brief brief, int members, in Footing footing)
    {
        var terms = new (Objection Objection, double Weight)[]
        {
            (Objection.Cost, p.ConsensusCost * Burden(p, cost, brief.Slack, brief.Frames)),
            (Objection.Resistance, footing.Resistance),
            (Objection.OldData, p.ConsensusData * (Halfway - footing.Freshness)),
            (Objection.TooMany, p.ConsensusSize * Math.Max(0, members - p.WorkingSize)),
            (Objection.NoSharedView, p.ConsensusUnderstanding * (Halfway - cooperation.Understanding)),
            (Objection.Distrust, p.ConsensusTrust * (Halfway - cooperation.Trust)),
        };
        return terms.MaxBy(term => term.Weight).Objection;
    }

    // Cost over what there is to spend.
    private static double Burden(CommitteeParameters p, double cost, double slack, double frames)
    {
        var room = Math.Max(0, slack) + p.AlwaysFound * frames;
        return room <= 0 ? cost > 0 ? Unbearable : 0 : Math.Max(0, cost) / room;
    }

    /// <summary>
    /// Items that a meeting of n members handles; the fraction is a chance of one more. Those who meet seldom meet for longer: a
    /// committee that meets once a year takes a day and has what was prepared since before it.
    /// </summary>
    /// <param name="pause">Months since the last meeting.</param>
    public static double Capacity(CommitteeParameters p, int members, double pause = UsualPause) =>
        members <= 0 ? 0 : p.ItemsPerMeeting * ExactMath.Pow(Math.Min(1, p.WorkingSize / members), p.SizeExponent)
            * ExactMath.Pow(pause / UsualPause, p.LongerAfterPause);

    /// <summary>How well members represent the groups that they decide for, 0 to 1.</summary>
    public static double Representation(CommitteeParameters p, int members, int groups) =>
        Math.Min(1, members / (p.RepresentationBase + groups));

    public static int Lag(CommitteeParameters p, double months, double representation) =>
        Math.Max(1, (int)Math.Floor(months * (1 + p.LagUnrepresented * (1 - representation)) + .5));

    public static double FailureProbability(CommitteeParameters p, double representation) =>
        p.FailureUnrepresented * (1 - representation);
}
