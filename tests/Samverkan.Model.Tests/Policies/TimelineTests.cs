using CsCheck;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Model.Tests.Policies;

public class TimelineTests
{
    private const string Beds = "ward.beds";

    private static readonly Month At = Month.Of(1995, 7);

    [Fact]
    public void A_value_is_in_force_from_its_month_to_its_last()
    {
        var change = TestWorlds.Set(Beds, 40, At) with { Until = At + 3 };
        Assert.Equal([16, 40, 40, 16], Values(change, At - 1, At, At + 3, At + 4));
    }

    [Fact]
    public void A_value_can_be_added_to_or_multiplied()
    {
        var add = TestWorlds.Set(Beds, 4, At) with { Operation = Operation.Add };
        var half = TestWorlds.Set(Beds, .5, At) with { Operation = Operation.Multiply };
        Assert.Equal((20, 8), (Values(add, At)[0], Values(half, At)[0]));
    }

    [Fact]
    public void Changes_apply_in_their_order()
    {
        var world = Town()
            .Having(TestWorlds.Set(Beds, 40, At), TestWorlds.Set(Beds, .5, At) with { Operation = Operation.Multiply });
        Assert.Equal(20, Value(world, At));
    }

    [Fact]
    public void A_linear_ramp_arrives_in_equal_steps()
    {
        var ramp = TestWorlds.Set(Beds, 20, At) with { Ramp = new(4, RampShape.Linear) };
        Assert.Equal([16, 17, 18, 19, 20, 20], Values(ramp, At - 1, At, At + 1, At + 2, At + 3, At + 9));
    }

    [Fact]
    public void A_smooth_ramp_starts_and_ends_gently() => Gen.Int[2, 40].Sample(months =>
    {
        var ramp = TestWorlds.Set(Beds, 26, At) with { Ramp = new(months, RampShape.Smooth) };
        var values = Values(ramp, [.. Enumerable.Range(-1, months + 1).Select(m => At + m)]);
        return values[0] == 16 && Math.Abs(values[^1] - 26) < 1e-9 && values.Zip(values.Skip(1)).All(x => x.Second >= x.First);
    });

    [Fact]
    public void A_seasonal_change_is_in_force_in_its_months_alone()
    {
        var summer = TestWorlds.Set(Beds, 10, Month.Of(1995)) with { Seasons = [7, 8] };
        Assert.Equal([16, 10, 10, 16, 10],
            Values(summer, Month.Of(1995, 6), Month.Of(1995, 7), Month.Of(1995, 8), Month.Of(1995, 9), Month.Of(1996, 7)));
    }

    [Fact]
    public void A_scope_means_its_places_alone()
    {
        var world = TestWorlds.TwoCounties().Having(
            TestWorlds.Set(Beds, 30, At, new Scope(County: "02")),
            TestWorlds.Set("cost.unit", 1_000_000, At, new Scope(Municipality: "0102")));
        var timeline = new World(world, 1, 0).Timeline;
        var sets = Enumerable.Range(0, 6).Select(i => timeline.At(i, new(At, []))).ToArray();
        Assert.Equal([16, 16, 16, 30, 30, 30], sets.Select(s => s.Ward.Beds));
        Assert.Equal([1], sets.Index().Where(s => s.Item.Cost.Unit == 1_000_000).Select(s => s.Index));
    }

    [Fact]
    public void A_triggered_change_waits_for_its_trigger()
    {
        var change = new Intervention("t", Beds, Scope.Everywhere, Operation.Set, 40, null,
            When: new("people.waiting", true, 1, 1, false));
        var timeline = new World(Town().Having(change), 1, 0).Timeline;
        Assert.Equal(16, timeline.At(0, new(At, [null])).Ward.Beds);
        Assert.Equal(40, timeline.At(0, new(At, [At - 1])).Ward.Beds);
    }

    [Fact]
    public void Months_between_which_nothing_changes_share_one_set()
    {
        var timeline = new World(TestWorlds.TwoCounties().Having(TestWorlds.Set(Beds, 30, At, new Scope(County: "02"))), 1, 0)
            .Timeline;
        Assert.Same(timeline.At(4, new(At, [])), timeline.At(5, new(At + 7, [])));
        Assert.Same(timeline.At(0, new(At, [])), timeline.At(3, new(At - 1, [])));
    }

    [Fact]
    public void Events_happen_in_the_places_that_they_mean()
    {
        var world = new World(TestWorlds.TwoCounties(), 1, 0);
        Assert.Equal([0, 1, 2, 3, 4, 5], Meant(Scope.Everywhere));
        Assert.Equal([3, 4, 5], Meant(new(County: "02")));
        Assert.Equal([1], Meant(new(Municipality: "0102")));
        Assert.Empty(Meant(new(County: "02", Municipality: "0102")));

        IEnumerable<int> Meant(Scope scope) => Enumerable.Range(0, 6).Where(i => Places.Concerns(world, i, scope));
    }

    private static double[] Values(Intervention change, params Month[] months) =>
        [.. months.Select(m => Value(Town().Having(change), m))];

    private static double Value(Blueprint world, Month month) => new World(world, 1, 0).Timeline.At(0, new(month, [])).Ward.Beds;

    private static Blueprint Town() => TestWorlds.Town(60).With((Beds, 16));
}

public class MonthTests
{
    private static readonly Gen<Month> AnyMonth = Gen.Select(Gen.Int[1900, 2200], Gen.Int[1, 12]).Select(Month.Of);

    [Fact]
    public void A_month_is_read_as_it_is_written() =>
        AnyMonth.Sample(month => Month.TryParse(month.ToString(), out var read) && read == month);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2003")]
    [InlineData("2003-13")]
    [InlineData("2003-00")]
    [InlineData("2003-1")]
    [InlineData("2003/01")]
    [InlineData("1899-12")]
    [InlineData("+203-01")]
    [InlineData("2003-01 ")]
    public void Other_texts_are_no_month(string? text) => Assert.False(Month.TryParse(text, out _));

    [Fact]
    public void Arithmetic_counts_months() => Gen.Select(AnyMonth, Gen.Int[-500, 500]).Sample((month, months) =>
        month + months - month == months && month + months - months == month && (month + months > month) == (months > 0));

    [Fact]
    public void Years_begin_in_January() =>
        AnyMonth.Sample(month => month.IsJanuary == (month.Number == 1) && Month.Of(month.Year, month.Number) == month);
}
