using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Xunit;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Tests;

public class SustainabilityTests
{
    private const int Years = 10;
    private static readonly Blueprint World = Blueprint.Case with { To = Blueprint.Case.From + (12 * Years - 1) };

    [Fact]
    public void A_shock_that_is_never_felt_needs_no_recovery() =>
        Assert.False(Recovery.Of(Steady(120), Series(120, month => month < 40 ? .5 : .49), 40).Felt);

    [Fact]
    public void Recovery_counts_from_when_the_shock_is_felt_until_the_benefit_is_back_for_a_year()
    {
        // Twelve-month means fall under 95 % after four months at 0.42, and pass it again when all but three of them are gone.
        var recovery = Recovery.Of(Steady(120), Series(120, month => month is >= 40 and < 60 ? .42 : .5), 40);

        Assert.True(recovery.Felt);
        Assert.Equal(new Lifetime(25, Ended: true), recovery.Time);
    }

    [Fact]
    public void What_does_not_come_back_is_seen_to_the_end_of_the_run_and_no_longer()
    {
        var recovery = Recovery.Of(Steady(120), Series(120, month => month < 40 ? .5 : .3), 40);

        Assert.Equal(new Lifetime(120 - 41, Ended: false), recovery.Time);
    }

    [Fact]
    public void The_area_under_benefit_counts_from_the_month_that_counts()
    {
        var figures = Live(since: 60, _ => [(Benefit, .5), (CostPerPerson, 100)]);

        Assert.Equal(.5 * 5, Of(figures, SustainabilityFigure.BenefitYears), 10);
    }

    [Fact]
    public void Voltage_drops_when_a_krona_does_less_than_in_the_best_year()
    {
        var dearer = Live(since: 0, month => [(Benefit, .5), (CostPerPerson, month < 60 ? 100 : 200)]);
        var rising = Live(since: 0, month => [(Benefit, .1 + month * .001), (CostPerPerson, 100)]);

        Assert.Equal(.5, Of(dearer, SustainabilityFigure.VoltageDrop), 10);
        Assert.Equal(0, Of(rising, SustainabilityFigure.VoltageDrop), 10);
    }

    [Fact]
    public void A_cooperation_stands_until_it_is_dissolved_is_sustained_until_it_is_hollow_and_else_not_at_all()
    {
        var hollow = Live(since: 0, month =>
            [(Trust, month < 72 ? .5 : .1), (JointUnits, month < 110 ? 1 : 0), (CooperationIndex, .5), (CostPerPerson, 100)]);
        var never = Live(since: 0, _ => [(JointUnits, 1), (CooperationIndex, .1), (CostPerPerson, 100)]);

        Assert.Equal(110.0 / 12, Of(hollow, SustainabilityFigure.YearsStanding), 10);
        Assert.InRange(Of(hollow, SustainabilityFigure.YearsSustained), 72.0 / 12, 84.0 / 12);
        Assert.Equal(0, Of(never, SustainabilityFigure.YearsStanding));
        Assert.Equal(0, Of(never, SustainabilityFigure.YearsSustained));
    }

    [Fact]
    public void Funding_is_stable_in_months_without_a_deficit_of_either_sector()
    {
        var figures =
            Live(since: 0, month => [(CountyDeficit, month % 4 == 0 ? .02 : 0), (MunicipalDeficit, month % 4 == 1 ? .02 : 0),
                (Shifted, 0), (AdaptationLag, 12)]);

        Assert.Equal(.5, Of(figures, SustainabilityFigure.Profile[1]), 10);
        Assert.Equal(.5, Of(figures, SustainabilityFigure.Profile[4]), 10);
    }

    private static SustainabilityFigures Live(int since, Func<int, (Model.Indicators.Indicator, double)[]> values)
    {
        var fates = new FateObserver(World.From);
        var figures = new SustainabilityFigures(World, World.From + since, fates);
        for (var month = 0; month < 12 * Years; month++)
        {
            var seen = Months.Of(World.From + month, values(month));
            fates.Observe(seen);
            figures.Observe(seen);
        }
        fates.Finish();
        figures.Finish();
        return figures;
    }

    private static double Of(SustainabilityFigures figures, SustainabilityFigure figure) =>
        figures.Figures[SustainabilityFigure.All.ToList().IndexOf(figure)];

    private static double[] Steady(int months) => Series(months, _ => .5);

    private static double[] Series(int months, Func<int, double> value) => [.. Enumerable.Range(0, months).Select(value)];
}
