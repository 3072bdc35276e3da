namespace Samverkan.App.Remaking;

/// <summary>Everything that hangs on the bits of the model, in the order in which it is made: a step may read what an earlier
/// one wrote.</summary>
public static class RemakeSteps
{
    private const string Scenarios = "scenarios/*.yaml data/*.csv";

    /// <summary>What comparisons draw all that is not known from.</summary>
    private const string Region = $"{RemakeStep.Results}/calibration/draws.csv";

    public static IReadOnlyList<RemakeStep> All { get; } =
    [
        RemakeStep.OfStudy("calibration", minutes: 4),
        RemakeStep.OfStudy("assumptions", minutes: 2.5),
        RemakeStep.OfStudy("what-matters", minutes: 2),
        RemakeStep.OfCommand("library", "the answers of all shipped scenarios", "library", "docs/scenarios.md",
            $"{Scenarios} {Region}", minutes: 2.5),
        RemakeStep.OfCommand("prior", "in how many draws each pattern holds", "patterns --prior 100", "docs/patterns-prior.csv",
            Scenarios, minutes: 1.5),
        RemakeStep.OfCommand("patterns", "the patterns of the case", "patterns", "docs/patterns.md",
            $"{Scenarios} docs/patterns-prior.csv", minutes: 1.5),
        RemakeStep.OfCommand("rivals", "rival explanations of the case", "patterns --across rivals", "docs/rivals.md",
            $"{Scenarios} scenarios/studies/rivals.yaml", minutes: 2),
        RemakeStep.OfCommand("doses", "what each lever does, dose by dose", "doses", "docs/doses.md", "scenarios/baseline.yaml",
            minutes: 3),
        RemakeStep.OfDocument("survival", "docs/survival.md", Scenarios, minutes: 1),
        RemakeStep.OfDocument("faults", "docs/faults.md", Scenarios, minutes: 0.7),
        RemakeStep.OfDocument("readme", "README.md", $"{Scenarios} {RemakeStep.Results}/assumptions/ledger.csv {Region}",
            minutes: 0.4),
        RemakeStep.OfDocument("researcher", "docs/tutorials/researcher.md",
            $"{Scenarios} scenarios/studies/funding-cut.yaml", minutes: 0.1),
        RemakeStep.OfDocument("deciding", "docs/deciding.md", $"{Scenarios} {Region}", minutes: 0.8),
    ];
}
