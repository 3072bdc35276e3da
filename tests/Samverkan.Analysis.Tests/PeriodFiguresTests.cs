using Samverkan.Analysis.Comparisons;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Xunit;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Tests;

public class PeriodFiguresTests
{
    private static readonly ActorPath One = ActorPath.Municipality("0001");
    private static readonly ActorPath Two = ActorPath.Municipality("0002");

    private static readonly Month Start = Month.Of(1995);

    [Fact]
    public void Stocks_are_averaged_flows_summed_per_year_and_states_read_at_the_end()
    {
        var figures = Over(24, month => [(InService, month), (Meetings, .5), (Dissolved, month == 23 ? 1 : 0)]);

        Assert.Equal(11.5, figures[InService]);
        Assert.Equal(6, figures[Meetings]);
        Assert.Equal(1, figures[Dissolved]);
    }

    [Fact]
    public void A_part_of_a_year_is_counted_up_to_a_year() => Assert.Equal(6, Over(18, _ => [(Meetings, .5)])[Meetings]);

    [Fact]
    public void Months_in_which_it_is_undefined_do_not_count()
    {
        var figures = Over(4, month => [(AdaptationLag, month == 1 ? 8 : month == 3 ? 12 : double.NaN)]);

        Assert.Equal(10, figures[AdaptationLag]);
        Assert.True(double.IsNaN(figures[Trust]));
    }

    [Fact]
    public void Municipalities_are_averaged_or_added_as_the_indicator_says()
    {
        var figures = new PeriodFigures();
        figures.Observe(Months.Of(Start) with
        {
            Observations =
            [
                new(One, null, Trust, .2), new(Two, null, Trust, .4),
                new(One, null, CountyCost, 100), new(Two, null, CountyCost, 200),
                new(ActorPath.County("01"), null, Trust, 9), new(One, "psychosis", Trust, 9),
            ],
        });
        figures.Finish();

        Assert.Equal(.3, figures[Trust], 12);
        Assert.Equal(12 * 300, figures[CountyCost], 9);
    }

    [Fact]
    public void Months_before_the_first_that_counts_are_left_out() =>
        Assert.Equal(20, Over(24, month => [(InService, month < 12 ? 10 : 20)], since: Start + 12)[InService]);

    private static PeriodFigures Over(int months, Func<int, (Indicator, double)[]> values, Month since = default)
    {
        var figures = new PeriodFigures(since);
        for (var month = 0; month < months; month++)
            figures.Observe(Months.Of(Start + month, values(month)));
        figures.Finish();
        return figures;
    }
}
