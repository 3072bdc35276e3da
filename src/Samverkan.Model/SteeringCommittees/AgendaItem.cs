using Samverkan.Model.SteeringCommittees.Minuting;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>A matter that could be taken up, with the remedy proposed and what it is worth.</summary>
/// <param name="Occasion">Why it is a matter now, and the figures that the committee saw.</param>
/// <param name="Urgency">Expected unmet needs averted a month, out of what the committee knows.</param>
/// <param name="Affordable">Whether slack covers what opening requires: half of the first year's cost.</param>
/// <param name="RaisedBy">Who raises the matter; null where nobody in particular does.</param>
public sealed record AgendaItem(Proposal Proposal, Occasion Occasion, double Urgency, bool Affordable = true,
    Speaker? RaisedBy = null)
{
    public Remedy Remedy => Proposal.Remedy;
}
