namespace Samverkan.Model.SteeringCommittees;

/// <summary>Something agreed, with the month from which it binds.</summary>
/// <param name="Freshness">How fresh the needs data behind it were, 0 to 1.</param>
/// <param name="Fails">Whether it will fail in execution.</param>
public sealed record Decision(Proposal Proposal, Month From, double Freshness = 1, bool Fails = false)
{
    public Remedy Remedy => Proposal.Remedy;
}
