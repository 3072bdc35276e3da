using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Needs;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>
/// What the committee knows of needs: the unmet needs by group as of its last review, mixed
/// with what it hears afresh from associations and shared data. Strain and money are live.
/// </summary>
public sealed class Knowledge
{
    private readonly double[] unmet = new double[TargetGroups.Count];

    /// <summary>Month of the last review; null before the first.</summary>
    public Month? Reviewed { get; private set; }

    /// <summary>Months since the last review; before the first as many as are stated for that.</summary>
    public double AgeIn(CommitteeParameters p, Month month) => Reviewed is { } reviewed ? month - reviewed : p.NeverReviewed;

    public void Review(Brief brief)
    {
        Reviewed = brief.Context.Month - 1;
        for (var g = 0; g < TargetGroups.Count; g++)
            unmet[g] = brief.Groups[g].Unmet;
    }

    /// <summary>Share of what is heard that is fresh, whatever the age of the review.</summary>
    public static double Fresh(CommitteeParameters p, StructuralElements structure, double associations, double representation)
    {
        if (p.PerfectKnowledge >= .5) return 1;
        var heard = (structure.Has(Element.StakeholderParticipation) && associations > 0 ? p.FreshWithAssociations : 0)
            + (structure.Has(Element.SharedNeedsData) ? p.FreshWithSharedData : 0);
        return Math.Min(1, heard * representation);
    }

    /// <summary>How far a decision on these data hits today's needs: w + (1 - w) exp(-months since review / 30).</summary>
    public double Freshness(CommitteeParameters p, double heard, Month month) =>
        heard + (1 - heard) * ExactMath.Exp(-AgeIn(p, month) / p.ReviewMonths);

    /// <summary>Unmet needs of a group as the committee believes them to be.</summary>
    public double Unmet(Brief brief, int group, double heard, double awareBeforeReview)
    {
        var truth = brief.Groups[group].Unmet;
        // Before any review the committee goes by what the services have always seen: their own persons.
        var believed = Reviewed is null ? awareBeforeReview * truth : unmet[group];
        return heard * truth + (1 - heard) * believed;
    }
}
