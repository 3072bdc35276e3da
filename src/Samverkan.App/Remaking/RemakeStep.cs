using Samverkan.Analysis.Studies;
using Samverkan.App.Studying;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;

namespace Samverkan.App.Remaking;

/// <summary>A command of the program, with its words; gives its exit code and what it printed.</summary>
public delegate (int Code, string Output) RunCommand(params string[] words);

/// <summary>Files of the repository that the program makes and that change with the model's bits.</summary>
/// <param name="Id">What <c>--only</c> calls it.</param>
/// <param name="What">What is made, in a few words.</param>
/// <param name="Writes">The files, or patterns of files in a folder.</param>
/// <param name="Reads">The files that it is made from, beside the program itself.</param>
/// <param name="Minutes">About how long it takes on two idle cores, where it was never made here.</param>
/// <param name="Made">What it is made by, in words: another recipe makes it out of date.</param>
/// <param name="Make">Makes it; gives an exit code.</param>
public sealed record RemakeStep(
    string Id, string What, IReadOnlyList<string> Writes, IReadOnlyList<string> Reads, double Minutes, string Made,
        Func<RunCommand, int> Make)
{
    /// <summary>Where the results of shipped studies are.</summary>
    public const string Results = "scenarios/studies/results";

    private const string Workshop = "out/remake";

    // A study's folder also holds its runs, its report and its inputs: they are large, and are made anew from these.
    private static readonly string[] Shipped =
        ["manifest.json", "study.md", "ledger.csv", "shares.csv", "region.csv", "draws.csv",
        "waves.csv", "sensitivity.csv"];

    /// <summary>Files that a command writes.</summary>
    public static RemakeStep OfCommand(string id, string what, string command, string writes, string reads, double minutes) =>
        new(id, what, writes.Split(' '), reads.Split(' '), minutes, command, run => run(command.Split(' ')).Code);

    /// <summary>What a shipped study found.</summary>
    public static RemakeStep OfStudy(string study, double minutes) => new(
        study, $"the shipped result of the study '{study}'", [$"{Results}/{study}/*"],
            [$"scenarios/studies/{study}.yaml", "scenarios/*.yaml"], minutes,
        $"study run {study}", run => Study(study, run));

    /// <summary>The measured blocks of a document.</summary>
    public static RemakeStep OfDocument(string id, string document, string reads, double minutes) => new(
        id, $"the measured figures in {document}", [document], reads.Split(' '), minutes, "measured blocks", run =>
        {
            var (text, code) = MeasuredBlocks.Remade(File.ReadAllText(document), run);
            if (code == ExitCode.Done) WholeFile.Write(document, text);
            return code;
        });

    // An interrupted study of the same inputs goes on where it was.
    private static int Study(string study, RunCommand run)
    {
        var folder = $"{Workshop}/{study}";
        var code = Goes(study, folder) ? run("study", "resume", folder).Code
            : run("study", "run", study, "--out", folder, "--force").Code;
        if (code != ExitCode.Done) return code;
        var to = $"{Results}/{study}";
        Directory.CreateDirectory(to);
        foreach (var name in Shipped)
        {
            File.Delete(Path.Combine(to, name));
            if (File.Exists(Path.Combine(folder, name))) File.Copy(Path.Combine(folder, name), Path.Combine(to, name));
        }
        return code;
    }

    private static bool Goes(string study, string folder)
    {
        if (StudyManifest.Read(Path.Combine(folder,
            ResultFolder.ManifestName)) is not { Status: StudyManifest.Unfinished } manifest) return false;
        var asked = StudyReader.Read(study);
        return manifest.Version == ProgramVersion.Text
            && manifest.Inputs == StudyManifest.InputsOf(asked, manifest.Version, manifest.Until);
    }
}
