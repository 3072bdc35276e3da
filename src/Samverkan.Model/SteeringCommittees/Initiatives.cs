using Samverkan.Model.Chance;
using Samverkan.Model.Needs;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>
/// What somebody in a place has taken up. A joint plan or a group's inclusion comes before the committee once somebody has
/// prepared it; that happens by chance, sooner where a leader burns for the cooperation, or where money or a shock opens a
/// window. What found no consensus rests until somebody takes it up again, later each time unless a window opens. How much people
/// in a place resist each of these is a lasting trait of the place.
/// </summary>
internal sealed class Initiatives(ulong committee)
{
    /// <summary>Draws of a meeting: room for one for each remedy.</summary>
    public const int Remedies = 64;

    /// <summary>The joint plan among the matters; the others are target groups.</summary>
    public const int Plan = TargetGroups.Count;

    private readonly int[] refused = new int[Plan + 1];

    /// <summary>Matters that are prepared, one bit each.</summary>
    public uint Prepared { get; private set; }

    /// <summary>A month passes in which matters may be taken up.</summary>
    /// <param name="champion">Whether a leader burns for the cooperation.</param>
    /// <param name="window">Whether money or a shock opens a window.</param>
    public void Month(AgendaParameters p, bool champion, bool window, in RandomStreams random, Month month)
    {
        var perYear = p.Initiative * (champion ? p.ChampionInitiative : 1) * (window ? p.WindowInitiative : 1);
        for (var matter = 0; matter <= Plan; matter++)
            if (random.Unit(committee, month, Purpose.Initiative, (uint)matter)
                < ExactMath.Probability(perYear / 12 * (window ? 1 : ExactMath.Pow(p.Discouraged, refused[matter]))))
                Prepared |= 1u << matter;
    }

    /// <summary>A matter is decided.</summary>
    public void Decided(Proposal proposal)
    {
        if (MatterOf(proposal) is not { } matter) return;
        Prepared &= ~(1u << matter);
        refused[matter] = 0;
    }

    /// <summary>A matter found no consensus.</summary>
    public void Refused(Proposal proposal)
    {
        if (MatterOf(proposal) is not { } matter) return;
        Prepared &= ~(1u << matter);
        refused[matter]++;
    }

    /// <summary>Resistance in the place, on the scale of the logit of consensus: the same in every scenario.</summary>
    public double Resistance(AgendaParameters p, Proposal proposal, in RandomStreams random) => MatterOf(proposal) is { } matter
        ? (matter == Plan ? p.PlanResistance : p.Resistance)
            * Distributions.Normal(random.Unit(committee, new Month(0), Purpose.Resistance, (uint)matter)) : 0;

    /// <summary>How much more a committee makes of a kind of matter than its needs say: its lasting bent, and the mood of a
    /// meeting.</summary>
    public static double Weight(AgendaParameters p, Remedy remedy, in RandomStreams random, ulong committee, Month month,
        int meeting) => ExactMath.Exp(
        p.Bent * Distributions.Normal(random.Unit(committee, new Month(0), Purpose.Bent, (uint)remedy))
        + p.Mood * Distributions.Normal(random.Unit(committee, month, Purpose.Mood, (uint)(meeting * Remedies + (int)remedy))));

    private static int? MatterOf(Proposal proposal) => proposal switch
    {
        { Remedy: Remedy.JointPlan } => Plan,
        { Remedy: Remedy.Include, Group: { } group } => (int)group,
        _ => null,
    };
}
