using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using Samverkan.Model.SteeringCommittees.Minuting;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>Whether a sector rescues a unit that the other closes: if it can pay, and trusts enough.</summary>
/// <param name="Means">How far it can pay, 0 to 1.</param>
/// <param name="Trust">How far it trusts enough, 0 to 1.</param>
internal readonly record struct Rescue(double Means, double Trust)
{
    public double Probability => Means * Trust;

    public Objection Objection => Means < Trust ? Objection.CannotPay : Objection.Distrust;

    /// <param name="trust">In the committee, 0 to 1.</param>
    public static Rescue Of(FundingParameters p, Proposal proposal, Brief brief, double trust)
    {
        var rescuer = proposal.Sector == Sector.County ? brief.County : brief.Municipality;
        return new(
            Math.Clamp(1 + (rescuer.Slack - proposal.Cost) / (p.TakeOverMeans * Math.Max(1, rescuer.Frame)), 0, 1),
            ExactMath.Sigmoid(p.TakeOverSlope * (trust - p.TakeOverTrust)));
    }
}
