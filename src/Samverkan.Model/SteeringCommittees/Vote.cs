using Samverkan.Model.SteeringCommittees.Minuting;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>How a committee came to agree on an item, or not to.</summary>
/// <param name="Probability">Of agreeing.</param>
/// <param name="Objection">What weighed most against it.</param>
internal readonly record struct Vote(double Probability, bool Passes, Objection Objection);
