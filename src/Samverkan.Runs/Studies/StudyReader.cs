using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Samverkan.Model;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary>Reads study files as scenario files are read: everything that is wrong is said at once, at its line.</summary>
public static class StudyReader
{
    private const int UsualReplications = 50;

    /// <summary>Of a study.</summary>
    public const int MostReplications = 100_000;

    /// <summary>Of more cells than this, years are kept only where a study says so: nobody reads them, and they fill
    /// disks.</summary>
    private const long MostCellsWithYears = 200;

    /// <summary>The folder of the shipped studies, within that of the scenarios.</summary>
    public const string Folder = "studies";

    /// <param name="path">A file, or the name of a shipped study.</param>
    /// <exception cref="ScenarioErrors">The study cannot be used; everything that was found is told at once.</exception>
    public static Study Read(string path)
    {
        var findings = new FindingList();
        var study = Read(Located(path), findings);
        return study is null || findings.HasErrors ? throw Refused(findings) : study;
    }

    /// <summary>Reads a text that came from elsewhere as if it were the file of that path: its scenarios are shipped or lie in
    /// that folder.</summary>
    /// <exception cref="ScenarioErrors">The study cannot be used; everything that was found is told at once.</exception>
    public static Study ReadText(string text, string path)
    {
        var findings = new FindingList();
        var study = Read(path, findings, Encoding.UTF8.GetBytes(text));
        return study is null || findings.HasErrors ? throw Refused(findings) : study;
    }

    private static ScenarioErrors Refused(FindingList findings) => new(findings.InOrder()) { AreOfStudy = true };

    /// <summary>Whether a file looks like a study: it lists scenarios.</summary>
    public static bool IsStudy(string path) =>
        SourceText.Read(Located(path), path, null, new FindingList()) is var (text, _)
            && text.Split('\n').Any(line => line.StartsWith("scenarios:", StringComparison.Ordinal));

    private static Study? Read(string path, FindingList findings, byte[]? given = null)
    {
        var shown = Paths.Shown(path);
        var source = given is null ? SourceText.Read(path, shown, null, findings) : SourceText.Of(given, shown, findings);
        if (given is not null)
            findings.HasRead(path, given);
        if (source is not var (text, _) || NodeReader.Read(text, shown, findings) is not { } root)
            return null;
        new ShapeCheck(findings).Check(root, StudyGrammar.Study);
        if (findings.HasErrors && root.Find("scenarios") is null)
            return null;

        var context = new ReadingContext(findings) { Files = [shown] };
        var policies =
            PolicyReading.Read(root, Path.GetDirectoryName(Path.GetFullPath(path))!, context, isConfined: given is not null);
        if (policies.IsEmpty)
            return null;
        PeriodReading.Read(root, policies, context, out var since, out var to);
        var outcomes = OutcomeReading.Read(root, policies, since, to, context);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var draws = DrawsReading.Read(root, policies, folder, context);
        var uncertain = draws?.Factors ?? UncertainReading.Read(root, policies, context);
        var sampling = SamplingReading.Read(root, uncertain, context);
        if (draws is not null)
            sampling = new(SamplingMethod.File, draws.Count, 0);
        var levers = LeverReading.Read(root, policies, context);
        if (!findings.HasErrors)
            new CrossedRanges(root, policies, levers, uncertain, context).Check();
        var discoveries = DiscoveryReading.Read(root, policies, outcomes, context);
        var (calibration, series) = CalibrationReading.Read(root, policies, uncertain, outcomes, folder, context);
        if (calibration is not null)
            outcomes = [.. outcomes, .. calibration.Targets.Select(target => target.Outcome)
                .Where(outcome => outcomes.All(known => known.Id != outcome.Id))];
        var replications = WholeNumber(root.Scalar("replications"), 1, MostReplications, context) ?? UsualReplications;
        var seed = WholeNumber(root.Scalar("seed"), 0, int.MaxValue, context) ?? 1;
        if (findings.HasErrors)
            return null;

        return new Study
        {
            Id = root.Text("id")!,
            Title = root.Line("title")!,
            Question = root.Line("question")!,
            Path = shown,
            Text = text,
            Policies = policies,
            Replications = replications,
            Seed = (ulong)seed,
            Since = since,
            To = to,
            Outcomes = outcomes,
            Uncertain = uncertain,
            Sampling = sampling,
            Levers = levers,
            Discoveries = discoveries,
            Calibration = calibration,
            Keep = root.Text("keep") is { } keep ? keep == "years" ? Keep.Years : Keep.Figures
                : uncertain.IsEmpty && levers.Aggregate((long)policies.Length, (cells, lever) => cells * lever.Options.Length)
            <= MostCellsWithYears ? Keep.Years : Keep.Figures,
            Inputs =
            [
                new(shown, InputsHash.Of(FlowYaml.Of(root))),
                .. policies.Select(p => new StudyInput(p.Scenario.Name, p.Scenario.InputHash)).Distinct(),
                .. draws is null ? [] : new[] { draws.Input }, .. series,
            ],
            Sources = [.. findings.Sources.Concat(policies.SelectMany(policy => policy.Scenario.Sources))
                .DistinctBy(file => file.Path)],
            Findings = findings.InOrder(),
        };
    }

    /// <summary>The file itself, or the shipped study of that name.</summary>
    internal static string Located(string path) =>
        !File.Exists(path) && Path.GetFileName(path) == path && !path.Contains('.')
            && Paths.Library is { } library && Path.Combine(library, Folder, path + ".yaml") is var shipped
            && File.Exists(shipped)
            ? shipped
            : Names.FileOf(path);

    /// <summary>A whole number within bounds; null if nothing is written, or if what is written is none (which is then
    /// found).</summary>
    internal static int? WholeNumber(ScalarNode? node, int least, int most, ReadingContext context)
    {
        if (node is null)
            return null;
        if (int.TryParse(node.Text.Replace(" ", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        context.Findings.Error(node.Place, Codes.OutOfRange, $"'{node.Text}' is not a whole number from {least} to {most}.");
        return null;
    }
}
