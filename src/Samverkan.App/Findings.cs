using Samverkan.Runs.Scenarios;

namespace Samverkan.App;

/// <summary>Warnings and notes about a scenario that is used all the same.</summary>
public static class Findings
{
    public static void Tell(Terminal terminal, Scenario scenario)
    {
        foreach (var finding in scenario.Findings)
            terminal.Remark(finding.ToString());
    }
}
