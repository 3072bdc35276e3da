using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>What is said under a budget.</summary>
public sealed class BudgetTextTests
{
    [Fact]
    public void AFrameThatIsFarMoreThanCostIsTold()
    {
        var budget = Budget(left: 24);

        Assert.Contains("The county leaves 24.0 of 98.0 MSEK a year unspent: its frame is more than", BudgetText.Note(budget));
        Assert.DoesNotContain("The municipality leaves", BudgetText.Note(budget));
        using var language = Localized.In(Localized.Swedish);
        Assert.Contains("Regionen lämnar 24,0 av 98,0 mnkr per år oanvända", BudgetText.Note(budget));
    }

    [Fact]
    public void AUsualSurplusIsNot() => Assert.DoesNotContain("unspent", BudgetText.Note(Budget(left: 3)));

    private static BudgetResult Budget(double left) => new(64_500,
        [Line("county", 98, left), Line("municipality", 70, 1), Line("both", 168, left + 1)], []);

    private static BudgetLine Line(string sector, double income, double left) =>
        new(2028, sector, income, income - left, 0, 0, 0, left, double.NaN, double.NaN, double.NaN);
}
