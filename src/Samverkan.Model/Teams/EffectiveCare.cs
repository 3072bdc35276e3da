using System.Runtime.CompilerServices;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Teams;

/// <summary>
/// From hours to effective care: with x = hours / needed hours,
/// <code>
/// cover = x / (1 + x^4)^(1/4)
/// e = e0 + (1 - e0) min(1, cover * K * (Q/0.88) * coordination * (0.5 + 0.5 engagement))
/// </code>
/// e0 is informal help, which the unserved have too. A hard minimum in place of the bend would hide cuts.
/// </summary>
internal static class EffectiveCare
{
    public static double Cover(CareParameters p, double hours, double needed)
    {
        if (hours <= 0) return 0;
        if (needed <= 0) return 1;
        var x = hours / needed;
        return x / ExactMath.Pow(1 + ExactMath.Pow(x, p.CoverExponent), 1 / p.CoverExponent);
    }

    /// <summary>What a team's care is worth before coordination and engagement: cover, competence and content match.</summary>
    public static double Quality(CareParameters p, double cover, double competence, double match) =>
        cover * competence * match / p.ReferenceMatch;

    /// <summary>What engagement makes of the care that is offered: 0.5 + 0.5 engagement.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Engaged(CareParameters p, float engagement) =>
        p.WithoutEngagement + (1 - p.WithoutEngagement) * engagement;

    /// <param name="quality">Quality times coordination.</param>
    /// <param name="engaged"><see cref="Engaged"/> of the person.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Felt(CareParameters p, double quality, double engaged) =>
        (float)(p.InformalCare + (1 - p.InformalCare) * double.MinNative(1, quality * engaged));
}
