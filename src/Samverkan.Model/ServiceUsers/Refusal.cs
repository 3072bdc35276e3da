using Samverkan.Model.Chance;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.ServiceUsers;

/// <summary>
/// Staying away from services. Persons differ lastingly in how they take to them (reluctance r, lognormal with mean 1):
/// who drops out, or declines a referral, refuses all contact for a lognormal number of months with mean 24 r. A coordinator
/// who was kept for long shortens that by up to a half; outreach wears it down.
/// </summary>
internal static class Refusal
{
    // Draws from the tail of the distribution are cut here, in months.
    private const int Longest = 600;

    /// <summary>Probability that a referral is declined: certain only in the limit of full reluctance.</summary>
    public static double Declines(EngagementParameters p, float reluctance) =>
        1 - ExactMath.Exp(ExactMath.Log(1 - p.Declines) * reluctance);

    /// <summary>The person will have no contact for months.</summary>
    public static void Begin(ref ServiceUser person, EngagementParameters p, in RandomStreams random, Month month)
    {
        var mean = p.Refusal * person.Reluctance * (1 - p.RefusalContinuity * person.Continuity);
        var months = Distributions.Lognormal(random.Unit(person.Id, month, Purpose.Refusal), mean, p.RefusalSpread);
        person.RefusalMonths = (ushort)Math.Clamp(Math.Floor(months + .5), 1, Longest);
    }

    /// <summary>A month of refusal passes; outreach takes more of it away.</summary>
    /// <param name="outreach">Whether a mobile unit seeks out persons of this group.</param>
    public static void Month(ref ServiceUser person, EngagementParameters p, bool outreach)
    {
        if (person.MonthsOut < ushort.MaxValue) person.MonthsOut++;
        if (person.RefusalMonths == 0) return;
        var passed = 1 + (outreach ? p.RefusalOutreach : 0);
        person.RefusalMonths = (ushort)Math.Max(0, person.RefusalMonths - (int)passed);
    }
}
