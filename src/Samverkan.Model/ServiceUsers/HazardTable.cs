using System.Numerics;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Needs;

namespace Samverkan.Model.ServiceUsers;

/// <summary>
/// What the rules of a person's month ask of the parameters alone, or of a number of needs: computed once for a set of
/// parameters, by the rules' own expressions, in place of an exponential per person and month.
/// </summary>
internal sealed class HazardTable
{
    private readonly double[] crisis = new double[Domains.Count + 1], placement = new double[Domains.Count + 1];
    // Bounds are above what they bound, whatever way the products are rounded.
    private const double AboveRounding = 1.0001;

    private readonly double[] mostCrisis = new double[TargetGroups.Count];
    private readonly double[] dies = new double[TargetGroups.Count], movesAway = new double[TargetGroups.Count];

    private readonly double mostPlacement;

    public HazardTable(PopulationParameters population, CrisisParameters crises, PlacementParameters placements,
        EngagementParameters engagement)
    {
        for (var needs = 0; needs <= Domains.Count; needs++)
        {
            crisis[needs] = Needs.Crisis.OfNeeds(crises, needs);
            placement[needs] = OutsidePlacement.OfNeeds(placements, needs);
        }
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            var leaves = population.Exit[g] / 12;
            dies[g] = leaves * population.DeathShare[g];
            movesAway[g] = leaves * (1 - population.DeathShare[g]);
            mostCrisis[g] = AboveRounding * crises.Rate[g]
                * crisis[..(BitOperations.PopCount(Domains.OfCounty) + 1)]
                .Max() * Math.Max(1, crises.Least) * Math.Max(1, crises.Addiction);
        }
        mostPlacement = AboveRounding * placements.Rate * placement[..(BitOperations.PopCount(Domains.OfMunicipality) + 1)].Max();
        Continuity = Engaging.ContinuityGain(engagement);
    }

    /// <summary>Share of the way to full continuity that a month goes.</summary>
    public float Continuity { get; }

    /// <summary>Probability of death in the month of entry.</summary>
    public double Dies(int group) => dies[group];

    /// <summary>Probability of moving away in a month.</summary>
    public double MovesAway(int group) => movesAway[group];

    /// <summary>No hazard of a crisis is greater, whatever the needs and the care: most numbers need no closer look.</summary>
    /// <param name="proneness">Of <see cref="Needs.Crisis.Proneness"/>.</param>
    public double CrisisAtMost(int group, double proneness) => mostCrisis[group] * proneness;

    /// <summary>No hazard of a placement is greater, whatever the needs.</summary>
    public double PlacementAtMost(double severity, double factor) => mostPlacement * severity * factor;

    /// <summary>Factor on the hazard of a crisis, by unmet clinical needs.</summary>
    public double Crisis(int unmetClinical) => crisis[unmetClinical];

    /// <summary>Factor on the hazard of a placement, by unmet municipal needs.</summary>
    public double Placement(int unmetMunicipal) => placement[unmetMunicipal];
}
