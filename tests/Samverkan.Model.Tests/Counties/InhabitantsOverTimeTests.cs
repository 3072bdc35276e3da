using Samverkan.Model.Counties;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.Counties;

public class InhabitantsOverTimeTests
{
    // 1 % a year from 2015 to 2024.
    private static readonly InhabitantsOverTime Grows = new([new(1995, 80_000), new(2015, 100_000), new(2024, 109_369)]);

    [Theory]
    [InlineData(1980, 1, 80_000)]
    [InlineData(1996, 1, 80_000)]
    [InlineData(2006, 1, 90_000)]
    [InlineData(2016, 1, 100_000)]
    [InlineData(2025, 1, 109_369)]
    public void Counts_are_met_at_the_end_of_their_year_and_joined_by_lines(int year, int month, double inhabitants) =>
        Assert.Equal(inhabitants, Grows.At(Month.Of(year, month)), 6);

    [Fact]
    public void After_the_last_count_the_own_rate_goes_on_and_is_halved_every_ten_years()
    {
        double InAYear(int year) => Grows.At(Month.Of(year + 1)) / Grows.At(Month.Of(year)) - 1;

        Assert.Equal(.01, Grows.Rate, 5);
        Assert.Equal(.01, InAYear(2025), 3);
        Assert.Equal(InAYear(2025) / 2, InAYear(2035), 4);
        Assert.Equal(InAYear(2025) / 4, InAYear(2045), 4);
    }

    [Fact]
    public void A_place_that_shrinks_goes_on_shrinking_and_one_count_stays() => Assert.Multiple(
        () => Assert.True(new InhabitantsOverTime([new(2015, 9_000), new(2024, 8_000)])
            .At(Month.Of(2045)) is > 6_000 and < 7_500),
        () => Assert.Equal(5_000, new InhabitantsOverTime([new(2024, 5_000)]).At(Month.Of(2060))));

    [Fact]
    public void New_cases_frames_and_beds_follow_the_inhabitants()
    {
        // Without what follows demand or is withdrawn, a frame is what inhabitants make it.
        var still = Town(61, 40_000).With(("funding.withdrawn", 0), ("funding.compensation", 0));
        var year = still.From.Year;
        var county = still.Counties[0];
        var grows = still with
        {
            Counties =
                [county with { Municipalities =
                    [county.Municipalities[0] with { OverTime = new([new(year - 1, 40_000), new(year + 9, 80_000)]) }] }],
        };
        var without = new WatchedWorld(still).Until(still.From + 61).Only.Mandate;
        var with = new WatchedWorld(grows).Until(still.From + 61).Only.Mandate;

        Assert.Equal(40_000, without.Inhabitants);
        Assert.Equal(60_000, with.Inhabitants, 0);
        Assert.Equal(1.5, with.Growth, 3);
        Assert.True(with.Frame > 1.35 * without.Frame, $"{with.Frame} against {without.Frame}");
        Assert.True(with.Beds > without.Beds, $"{with.Beds} against {without.Beds} beds");
    }
}
