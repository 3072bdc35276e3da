using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Own;
using Samverkan.Runs.Studies;
using Xunit;

namespace Samverkan.Runs.Tests.Studies;

/// <summary>Outcomes that are expressions over indicators: what they mean, and what is refused.</summary>
public sealed class OwnFigureTests
{
    private const string Unmet = "[needs.unmetPerPerson]", County = "[money.countyCost]";

    [Theory]
    [InlineData("mean([needs.unmetPerPerson])", 2.5)]
    [InlineData("first([needs.unmetPerPerson]) - last([needs.unmetPerPerson])", -1)]
    [InlineData("max([needs.unmetPerPerson]) / min([needs.unmetPerPerson])", 1.5)]
    [InlineData("total([money.countyCost])", 330)]
    [InlineData("total([money.countyCost] / [needs.unmetPerPerson])", 110 / 2.5 + 220 / 3.0)]
    [InlineData("quantile([money.countyCost], .25)", 137.5)]
    [InlineData("shareAbove([needs.unmetPerPerson], 2)", 2 / 3.0)]
    [InlineData("mean(100 * [needs.unmetPerPerson] - 50)", 200)]
    [InlineData("-mean([needs.unmetPerPerson])", -2.5)]
    [InlineData("max(byMunicipality([money.countyCost])) - min(byMunicipality([money.countyCost]))", 270 / 3.0 * 12)]
    [InlineData("gini(byMunicipality([money.countyCost]))", .4090909090909091)]
    [InlineData("mean(ofGroup([needs.unmetPerPerson], 'psychosis'))", 4)]
    [InlineData("max(byGroup([needs.unmetPerPerson])) / min(byGroup([needs.unmetPerPerson]))", 4)]
    public void An_expression_is_computed_from_months_municipalities_and_groups(string expression, double expected) =>
        Assert.Equal(expected, Read(expression).Own!.Figure.Of(new Run()), 10);

    [Theory]
    [InlineData("mean([needs.unmetPerPerson])", "needs")]
    [InlineData("total([money.countyCost]) / total([money.municipalCost])", "ratio")]
    [InlineData("total([money.countyCost]) / mean([people.inService])", "SEK per persons")]
    [InlineData("shareAbove([needs.unmetPerPerson], 3)", "share")]
    [InlineData("recovery([cooperation.trust], .9)", "months")]
    [InlineData("gini(byGroup([needs.unmetPerPerson]))", "index")]
    [InlineData("max(byMunicipality([money.countyCost]))", "SEK per year")]
    [InlineData("1 - mean([cooperation.trust])", "index")]
    public void A_unit_follows_from_its_parts(string expression, string unit) => Assert.Equal(unit, Read(expression).Unit);

    [Fact]
    public void What_a_planner_calls_it_its_unit_and_its_direction_can_be_said()
    {
        var outcome = Read("gini(byGroup([needs.unmetPerPerson]))",
            "title: Inequality of need, unit: Gini, better: lower, during: 2008..2012");

        Assert.Equal(("Inequality of need", "Gini", Better.Lower, 2008, 2012),
            (outcome.Title, outcome.Unit, outcome.Better, outcome.From.Year, outcome.To.Year));
        Assert.True(outcome.Own!.Figure.NeedsEverything);
        Assert.False(Read("mean([needs.unmetPerPerson])").Own!.Figure.NeedsEverything);
    }

    [Theory]
    [InlineData("mean([needs.unmetPerPersn])", "Did you mean 'needs.unmetPerPerson'?")]
    [InlineData("mean(needs.unmetPerPerson)", "Indicators stand in brackets")]
    [InlineData("mean(whereAbove([person.unmetNeeds], 65))", "whereAbove(...) takes three things, and 2 are given.")]
    [InlineData("mean(whereAbove([person.unmetNeeds], [money.countyCost], 65))",
        "whereAbove(...) takes two numbers of each person, group or municipality, and a plain number")]
    [InlineData("mea([money.countyCost])", "There is no function 'mea'. Did you mean 'mean'?")]
    [InlineData("[money.countyCost]", "a number for each month")]
    [InlineData("byGroup([needs.unmetPerPerson])", "a number for each of the target groups")]
    [InlineData("total([money.countyCost]) + mean([cooperation.trust])", "SEK and index cannot be added")]
    [InlineData("gini([money.countyCost])", "is of groups, municipalities or persons")]
    [InlineData("gini(byGroup([money.countyCost]))", "is not measured for target groups")]
    [InlineData("mean(ofGroup([needs.unmetPerPerson], 'psychoses'))", "Did you mean 'psychosis'?")]
    [InlineData("mean(ofGroup([needs.unmetPerPerson] * 2, 'psychosis'))", "takes an indicator as it is")]
    [InlineData("last(byMunicipality([money.countyCost]))", "have no order")]
    [InlineData("max(byGroup([needs.unmetPerPerson]) / byMunicipality([needs.unmetPerPerson]))", "cannot be put together")]
    [InlineData("quantile([money.countyCost], 90)", "a share from 0 to 1")]
    [InlineData("quantile([money.countyCost])", "takes two things, and 1 are given")]
    [InlineData("mean(mean([money.countyCost]))", "and this is one")]
    [InlineData("mean([money.countyCost]) > 3", "by + - * / alone")]
    [InlineData("mean([money.countyCost]) ? 1 : 2", "An expression is made of")]
    [InlineData("3 + 4", "the same for every run")]
    [InlineData("file('x')", "There is no function 'file'.")]
    [InlineData("", "")]
    public void What_is_wrong_is_told_at_its_line(string expression, string told)
    {
        var errors = Assert.Throws<ScenarioErrors>(() => Read(expression));

        Assert.Contains(errors.Findings,
            finding => finding.Line == 6 && finding.Message.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_wrong_with_an_expression_is_told_at_once()
    {
        var errors = Assert.Throws<ScenarioErrors>(() => Read("mean([money.countyCst]) / mean([money.municipalCst])"));

        Assert.Equal(2, errors.Findings.Count(finding => finding.Code == Codes.UnknownIndicator));
    }

    [Theory]
    [InlineData("- { expression: 'mean([money.countyCost])' }", "needs an 'id'")]
    [InlineData("- { id: cooperation.trust, expression: 'mean([money.countyCost])' }", "is the name of an indicator")]
    [InlineData("- { id: both, indicator: money.countyCost, expression: 'mean([money.countyCost])' }", "not both")]
    [InlineData("- { id: none }", "names an 'indicator', or has an 'expression'")]
    [InlineData("- { indicator: money.countyCost, better: lower }", "'better' goes with an 'expression'")]
    public void An_outcome_is_an_indicator_or_a_named_expression(string outcome, string told) =>
        Assert.Contains(Assert.Throws<ScenarioErrors>(() => Study(outcome)).Findings,
            finding => finding.Message.Contains(told, StringComparison.Ordinal));

    [Theory]
    [InlineData(new[] { 1.0, 1, 1 }, 0)]
    [InlineData(new[] { 0.0, 0, 1 }, 2 / 3.0)]
    [InlineData(new[] { 1.0, double.NaN, 3 }, .25)]
    [InlineData(new[] { 0.0, 0 }, double.NaN)]
    [InlineData(new double[0], double.NaN)]
    public void Ginis_coefficient_is_that_of_the_textbook(double[] values, double gini) =>
        Assert.Equal(gini, Several.Gini(values), 12);

    [Theory]
    [InlineData(new[] { 1.0, .95, .8, .7, .92, .5 }, 2)]
    [InlineData(new[] { 1.0, .8, .7 }, 2)]
    [InlineData(new[] { 1.0, .9, 1.1 }, 0)]
    public void Time_to_recovery_counts_the_months_below(double[] values, double months) =>
        Assert.Equal(months, Several.Recovery(values, .9));

    private static Outcome Read(string expression, string more = "") => Study(
        $"- {{ id: own, expression: \"{expression}\"{(more == "" ? "" : ", " + more)} }}").Outcomes[0];

    private static Study Study(string outcome) => StudyReader.ReadText(
        $"id: own-outcome\ntitle: Own\nquestion: What?\nscenarios: [baseline]\noutcomes:\n  {outcome}\n", "own-outcome.yaml");

    // Three months, two municipalities.
    private sealed class Run : IRunMonths
    {
        public IReadOnlyList<double[]> Of(Measured what) => (what.Indicator.Id, what.Group) switch
        {
            ("needs.unmetPerPerson", null) => [[2, double.NaN], [2, 3], [3, 3]],
            ("needs.unmetPerPerson", "psychosis") => [[4, 4], [4, 4], [4, 4]],
            ("needs.unmetPerPerson", _) => [[1, 1], [1, 1], [1, 1]],
            ("money.countyCost", null) => [[double.NaN, double.NaN], [10, 100], [20, 200]],
            _ => throw new InvalidOperationException(what.ToString()),
        };

        public IPersonsOfPeriod Persons => throw new InvalidOperationException("nobody asks for persons");
    }
}
