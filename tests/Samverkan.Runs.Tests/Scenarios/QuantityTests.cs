using CsCheck;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Values;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("20 %", Measure.Share, .2)]
    [InlineData("1.5 MSEK/yr", Measure.SekPerYear, 1.5e6)]
    [InlineData("125 kSEK/month", Measure.SekPerYear, 1.5e6)]
    [InlineData("2 meetings/semester", Measure.MeetingsPerYear, 4)]
    [InlineData("1 meeting a month", Measure.MeetingsPerYear, 12)]
    [InlineData("18 months", Measure.Months, 18)]
    [InlineData("1.5 years", Measure.Months, 18)]
    [InlineData("1 625 000 SEK per year", Measure.SekPerYear, 1_625_000)]
    [InlineData("1.4 %/yr", Measure.PerYear, .014)]
    [InlineData("on", Measure.Switch, 1)]
    [InlineData("false", Measure.Switch, 0)]
    [InlineData("-3 posts", Measure.Posts, -3)]
    [InlineData("80 %", Measure.Number, .8)]
    [InlineData("96.5 mnkr/år", Measure.SekPerYear, 96.5e6)]
    [InlineData("96.5 mkr per år", Measure.SekPerYear, 96.5e6)]
    [InlineData("500 tkr/mån", Measure.SekPerYear, 6e6)]
    [InlineData("7 200 kr/dygn", Measure.SekPerDay, 7200)]
    [InlineData("24 %/år", Measure.PerMonth, .02)]
    [InlineData("14.5 vårdplatser", Measure.Beds, 14.5)]
    [InlineData("32 årsarbetare", Measure.Posts, 32)]
    [InlineData("4 möten/år", Measure.MeetingsPerYear, 4)]
    public void AValueIsReadInTheUnitThatItIsWrittenIn(string text, Measure measure, double value) =>
        Assert.Equal(value, Quantity.Read(text, measure).Value);

    [Theory]
    [InlineData("20 %", Measure.MeetingsPerYear)]
    [InlineData("6 meetings", Measure.MeetingsPerYear)]
    [InlineData("3", Measure.SekPerYear)]
    [InlineData("3 posts", Measure.Beds)]
    [InlineData("1 MSEK", Measure.SekPerYear)]
    [InlineData("1 mnkr", Measure.SekPerYear)]
    [InlineData("12 months", Measure.MeetingsPerYear)]
    public void AnotherDimensionIsRefused(string text, Measure measure) =>
        Assert.Equal(Codes.WrongUnit, Quantity.Read(text, measure).Code);

    [Theory]
    [InlineData("96.4 mnkr", Measure.SekPerYear, "'96.4 mnkr' does not say per what time. Did you mean '96.4 MSEK/yr'?")]
    [InlineData("12 %", Measure.PerMonth, "'12 %' does not say per what time. Did you mean '12 %/month'?")]
    public void AnAmountWithoutItsTimeIsOfferedOne(string text, Measure measure, string told) =>
        Assert.Equal(told, Quantity.Read(text, measure).Problem);

    [Fact]
    public void AHalfIsOfferedTheWholeNumbersBesideIt() => Assert.EndsWith("Did you mean '32' or '33'?",
        Quantity.ReadWhole("32.5 posts", Measure.Posts, "posts").Problem);

    [Fact]
    public void EveryDefaultReadsBackTheSameToTheBit() =>
        Assert.All(Catalogue.All,
            p => Assert.Equal(p.Default, Quantity.Read(QuantityText.Of(p.Default, p.Measure), p.Measure).Value));

    [Fact]
    public void WhatIsWrittenReadsBack() =>
        Gen.Select(Gen.Enum<Measure>(), Gen.Double[-1e7, 1e7]).Sample((measure, value) =>
        {
            value = measure == Measure.Switch ? value < 0 ? 0 : 1 : Math.Round(value, 6);
            var read = Quantity.Read(QuantityText.Of(value, measure), measure);
            return !read.Failed && Math.Abs(read.Value - value) <= 1e-9 * Math.Max(1, Math.Abs(value));
        });

    [Fact]
    public void AnyTextIsAnswered() => Gen.Select(Gen.String, Gen.Enum<Measure>()).Sample((text, measure) =>
    {
        var read = Quantity.Read(text, measure);
        return read.Failed ? read.Problem is { Length: > 0 } : double.IsFinite(read.Value);
    });
}
