using Samverkan.Runs.Scenarios;

namespace Samverkan.App;

/// <summary>Warnings and notes about a scenario that is used all the same.</summary>
public static class Findings
{
    public static void Tell(Terminal terminal, Scenario scenario)
    {
        // What is removed is told among the differences.
        FindingsDisplay.Show(terminal, scenario.Findings.Where(finding => finding.Code != Codes.Removed));
    }
}
