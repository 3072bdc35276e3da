using CsCheck;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Xunit;

namespace Samverkan.Grains.Tests;

public sealed class StretchTests
{
    private static readonly Month Start = Month.Of(1995);

    [Fact]
    public void Its_months_are_begun_once_each_and_in_order() =>
        Gen.Int[0, 60].Sample(length =>
        {
            var stretch = new Stretch(Start, Start + length);

            Assert.Equal(Enumerable.Range(0, length).Select(i => Start + i), Begun(stretch));
            Assert.Equal(Start + length, stretch.Next);
        });

    [Fact]
    public void Cut_short_it_begins_no_further_month_and_says_where_it_ends() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60]).Sample((length, lived) =>
        {
            var stretch = new Stretch(Start, Start + length);
            var before = Begun(stretch, lived).ToList();

            Assert.Equal(Start + before.Count, stretch.Cut());
            Assert.Empty(Begun(stretch));
        });

    [Fact]
    public async Task Cut_by_another_thread_it_ends_before_the_month_that_was_named()
    {
        for (var round = 0; round < 200; round++)
        {
            var stretch = new Stretch(Start, Start + 100_000);
            var living = Task.Run(() => Begun(stretch).LastOrDefault(Start - 1), TestContext.Current.CancellationToken);
            Thread.SpinWait(round * 20);

            var end = stretch.Cut();

            Assert.Equal(end - 1, await living);
        }
    }

    private static IEnumerable<Month> Begun(Stretch stretch, int most = int.MaxValue)
    {
        for (var i = 0; i < most && stretch.Begin(out var month); i++)
            yield return month;
    }
}
