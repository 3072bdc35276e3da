using Samverkan.Runs.Scenarios;

namespace Samverkan.App;

/// <summary>Warnings and notes about a scenario that is used all the same.</summary>
public static class Findings
{
    /// <summary>What a reader of the result must know of the place: which figures are not its own.</summary>
    public static IEnumerable<string> AboutThePlace(Scenario scenario) =>
        scenario.Findings.Where(finding => finding.Code is Codes.ScaledFromCase).Select(finding => finding.Message);

    /// <param name="base">A scenario whose findings were told before; those that this one shares are not told again.</param>
    public static void Tell(Terminal terminal, Scenario scenario, Scenario? @base = null)
    {
        var told = @base is null || @base == scenario ? [] : @base.Findings;
        // What is removed is told among the differences.
        FindingsDisplay.Show(terminal, scenario.Findings.Where(finding => finding.Code != Codes.Removed).Except(told));
    }
}
