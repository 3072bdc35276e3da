using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Deciding.Causes;

/// <summary>The quantities of the chain month by month, all municipalities together or on average.</summary>
internal sealed class ChainPath(Blueprint world) : IRunObserver
{
    /// <summary>In the order from cause to effect.</summary>
    public static IReadOnlyList<Indicator> Quantities { get; } =
    [
        CountyFrame, MunicipalFrame, CountyDeficit, MunicipalDeficit, Meetings, Trust, AgreementStrength, TeamCooperation,
            JointUnits,
        Posts, Vacancy, Beds, JointReach, InService, Waiting, LongOut, Crises, UnmetCrises, DelayedDays, UnmetPerEligible,
    ];

    private readonly double[] sums = new double[Quantities.Count * (world.To - world.From + 1)];
    private readonly int[] counts = new int[Quantities.Count * (world.To - world.From + 1)];
    private static readonly int[] Places = PlacesOf();

    public void Observe(MonthResult month)
    {
        foreach (var seen in month.Observations)
        {
            if (seen.Group is not null || seen.Actor.Kind != ActorKind.Municipality || double.IsNaN(seen.Value)
                || Places[seen.Indicator.Index] is not (>= 0 and var place))
                continue;
            sums[At(month.Month, place)] += seen.Value;
            counts[At(month.Month, place)]++;
        }
    }

    /// <summary>A mean of some months: of sums, what comes together in a month; not a number where nothing is defined.</summary>
    public double Mean(int quantity, Month from, Month to)
    {
        var (sum, count) = (0.0, 0);
        for (var month = from; month <= to; month += 1)
            if (counts[At(month, quantity)] > 0)
                (sum, count) = (sum + Value(month, quantity), count + 1);
        return count == 0 ? double.NaN : sum / count;
    }

    private double Value(Month month, int quantity) => Quantities[quantity].Over == Reduction.Sum
        ? sums[At(month, quantity)] : sums[At(month, quantity)] / counts[At(month, quantity)];

    private int At(Month month, int quantity) => (month - world.From) * Quantities.Count + quantity;

    private static int[] PlacesOf()
    {
        var places = Enumerable.Repeat(-1, IndicatorCatalogue.All.Count).ToArray();
        for (var place = 0; place < Quantities.Count; place++)
            places[Quantities[place].Index] = place;
        return places;
    }
}
