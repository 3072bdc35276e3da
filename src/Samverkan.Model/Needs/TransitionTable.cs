using Samverkan.Model.Chance;
using Samverkan.Model.Municipalities;

namespace Samverkan.Model.Needs;

/// <summary>
/// Monthly hazards of the needs model, solved from the prevalences that must hold under reference care:
/// in the steady state of a domain, with any-need prevalence p, unmet fraction f and care r,
/// <code>
/// meet  = (1-f)/f * (recover r + lapse (1-r)) / r
/// onset = p/(1-p) * (f spontaneous + (1-f) recover r) / (1 + spill * u/22)
/// </code>
/// with the unmet needs u of a person under reference care, at which spill-over is already part of the prevalences,
/// so that housing (27 % unmet) and intimacy (74 %) can differ.
/// </summary>
internal sealed class TransitionTable
{
    // The range of needs.any, which factors of groups cannot leave either.
    private const double LeastPrevalence = .01, MostPrevalence = .85;

    // Shares of needs that are unmet for which the steady state is solved.
    private const double LeastUnmet = .02, MostUnmet = .98;

    // Mortality grows no further after a century in the population.
    private const int MostYears = 100;

    private readonly Carer[] carers;

    private readonly float[] onset = new float[TargetGroups.Count * Domains.Count];
    private readonly float[] meet = new float[Domains.Count];
    private readonly double[] any = new double[TargetGroups.Count * Domains.Count];
    private readonly double[] ageing = new double[MostYears + 1];
    private readonly double[] unmetFraction = new double[Domains.Count];

    public TransitionTable(NeedsParameters p, PopulationParameters population)
    {
        Leads = Leads.Of(p.CountyLeadsAddiction >= .5);
        carers = [.. Enumerable.Range(0, Domains.Count).Select(Leads.CarerOf)];
        Spontaneous = ExactMath.Probability((float)p.Spontaneous);
        Recover = (float)p.Recover;
        Lapse = (float)p.Lapse;
        SpillPerNeed = (float)(p.Spill / Domains.Count);
        var referenceUnmet = 0.0;
        for (var d = 0; d < Domains.Count; d++)
            referenceUnmet += p.Unmet[d];
        ageing[0] = 1;
        for (var year = 1; year < ageing.Length; year++)
            ageing[year] = ageing[year - 1] * (1 + population.Ageing);
        for (var d = 0; d < Domains.Count; d++)
        {
            var f = Math.Clamp(p.Unmet[d] / p.Any[d], LeastUnmet, MostUnmet);
            unmetFraction[d] = f;
            meet[d] = (float)((1 - f) / f * (p.Recover * p.ReferenceCare + p.Lapse * (1 - p.ReferenceCare)) / p.ReferenceCare);
            for (var g = 0; g < TargetGroups.Count; g++)
            {
                var share = Math.Clamp(p.Any[d] * Factor(p, g, d), LeastPrevalence, MostPrevalence);
                any[g * Domains.Count + d] = share;
                onset[g * Domains.Count + d] =
                    (float)(share / (1 - share) * (f * p.Spontaneous + (1 - f) * p.Recover * p.ReferenceCare)
                    / (1 + p.Spill * referenceUnmet / Domains.Count));
            }
        }
        (MostOnset, MostMeet) = (onset.Max(), meet.Max());
        Lanes = new TransitionLanes(this);
    }

    /// <summary>Probability that an unmet need goes away by itself.</summary>
    public float Spontaneous { get; }

    /// <summary>Hazard per unit of care.</summary>
    public float Recover { get; }

    /// <summary>Hazard per unit of missing care.</summary>
    public float Lapse { get; }

    public float SpillPerNeed { get; }

    /// <summary>Factor on mortality by years since entry.</summary>
    public double Ageing(Month arrival, Month now) => ageing[Math.Clamp((now - arrival) / 12, 0, ageing.Length - 1)];

    /// <summary>Whose care counts.</summary>
    public Carer CarerOf(int domain) => carers[domain];

    /// <summary>Who leads which needs.</summary>
    public Leads Leads { get; }

    /// <summary>Hazards of onset at severity 1, by domain.</summary>
    public ReadOnlySpan<float> Onset(int group) => onset.AsSpan(group * Domains.Count, Domains.Count);

    /// <summary>Hazards of meeting an unmet need per unit of care, by domain.</summary>
    public ReadOnlySpan<float> Meet => meet;

    /// <summary>The greatest hazard of onset at severity 1 of any group and domain.</summary>
    public float MostOnset { get; }

    /// <summary>The greatest hazard of being met per unit of care of any domain.</summary>
    public float MostMeet { get; }

    /// <summary>The same as the lanes of <see cref="NeedBounds"/> want them.</summary>
    public TransitionLanes Lanes { get; }
    /// <summary>Prevalence of any need under reference care.</summary>
    public double Any(int group, int domain) => any[group * Domains.Count + domain];

    /// <summary>Share of needs that are unmet under reference care.</summary>
    public double UnmetFraction(int domain) => unmetFraction[domain];

    private static double Factor(NeedsParameters p, int group, int domain)
    {
        var bit = 1u << domain;
        var factor = (bit & Domains.OfCounty) != 0 ? p.Clinical[group]
            : (bit & Domains.OfMunicipality) != 0 ? p.Social[group] : p.Relational[group];
        return (Domain)domain switch
        {
            Domain.PsychoticSymptoms => factor * p.Psychotic[group],
            Domain.Alcohol or Domain.Drugs => factor * p.Substance[group],
            _ => factor,
        };
    }
}
