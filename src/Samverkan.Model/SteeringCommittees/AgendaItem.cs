using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>A matter that could be taken up, with the remedy proposed and what it is worth.</summary>
/// <param name="Matter">In a sentence, for the minutes.</param>
/// <param name="Proposal">The remedy in words, as it would be decided.</param>
/// <param name="Urgency">Expected unmet needs averted a month, out of what the committee knows.</param>
/// <param name="Cost">SEK in the first year.</param>
/// <param name="Affordable">Whether slack covers what opening requires: half of the first year's cost.</param>
internal sealed record AgendaItem(
    Remedy Remedy,
    string Matter,
    string Proposal,
    double Urgency,
    long Cost = 0,
    bool Affordable = true,
    TargetGroup? Group = null,
    TeamAddress? Team = null,
    TeamAddress? Source = null,
    UnitKind? UnitKind = null,
    Element? Element = null,
    Sector? Sector = null,
    int Posts = 0,
    int Centres = 0);
