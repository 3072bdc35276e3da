using System.Reflection;
using System.Text.Json;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Remaking;

/// <summary>What a step was made from when it was made last.</summary>
/// <param name="Program">Fingerprint of the program.</param>
/// <param name="Inputs">Hash of the recipe and of the files that it read.</param>
/// <param name="Outputs">Hash of the files that it wrote.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record RemadeStep(string Program, string Inputs, string Outputs, double Seconds);

/// <summary>
/// The page <c>docs/remade.json</c>: what each step was made from. It goes with the files that it tells of, so that
/// an interrupted remake goes on, and everybody can tell what is out of date.
/// </summary>
public sealed class RemakeRecord
{
    public const string File = "docs/remade.json";

    private static readonly Lazy<string> Program = new(Fingerprint);

    /// <summary>Fingerprint of this program.</summary>
    public static string OfProgram => Program.Value;

    private readonly string root;
    private readonly SortedDictionary<string, RemadeStep> steps;

    private RemakeRecord(string root, Dictionary<string, RemadeStep> steps) =>
        (this.root, this.steps) = (root, new(steps, StringComparer.Ordinal));

    /// <param name="root">Folder of the repository; empty: the one that the program runs in.</param>
    /// <exception cref="BadRequest">The file is no such record.</exception>
    public static RemakeRecord Read(string root = "")
    {
        var path = Path.Combine(root, File);
        try
        {
            return new(root, System.IO.File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string,
                RemadeStep>>(System.IO.File.ReadAllText(path), Terminal.Format)! : []);
        }
        catch (JsonException)
        {
            throw new BadRequest($"{File} cannot be read. Delete it, and everything is made anew.");
        }
    }

    public RemadeStep? Of(RemakeStep step) => steps.GetValueOrDefault(step.Id);

    /// <summary>Why a step has to be made anew; null: it is up to date.</summary>
    public string? Stale(RemakeStep step) => Of(step) switch
    {
        null => "never made by this command",
        var made when made.Program != Program.Value => "the program changed",
        var made when made.Inputs != InputsOf(step) => "what it is made from changed",
        var made when made.Outputs != OutputsOf(step) => "the files were changed since",
        _ => null,
    };

    public void Made(RemakeStep step, TimeSpan took)
    {
        steps[step.Id] = new(Program.Value, InputsOf(step), OutputsOf(step), Math.Round(took.TotalSeconds));
        WholeFile.Write(Path.Combine(root, File), JsonSerializer.Serialize(steps, Terminal.Format) + "\n");
    }

    /// <summary>What is in the files of some patterns, by their names.</summary>
    public IReadOnlyList<(string Name, string Text)> Files(IEnumerable<string> patterns) =>
    [
        .. patterns.Select(pattern => (Folder: Path.Combine(root, Path.GetDirectoryName(pattern)!), Pattern: pattern))
            .Select(at => (Folder: at.Folder.Length == 0 ? "." : at.Folder, at.Pattern))
            .Where(at => Directory.Exists(at.Folder))
            .SelectMany(at => Directory.EnumerateFiles(at.Folder, Path.GetFileName(at.Pattern)), (at, file) =>
                (Name: $"{Path.GetDirectoryName(at.Pattern)}/{Path.GetFileName(file)}", File: file))
            .DistinctBy(file =>
                file.Name).OrderBy(file =>
                    file.Name, StringComparer.Ordinal).Select(file => (file.Name, System.IO.File.ReadAllText(file.File))),
    ];

    private string InputsOf(RemakeStep step) =>
        InputsHash.Of([step.Made, .. Files(step.Reads).SelectMany(file => new[] { file.Name, file.Text })]);

    // Of a document that somebody wrote, the blocks alone are made.
    private string OutputsOf(RemakeStep step) => InputsHash.Of(
        Files(step.Writes).SelectMany(file =>
            MeasuredBlocks.Of(file.Text) is { Count: > 0 } blocks ? [file.Name, .. blocks] : new[] { file.Name, file.Text }));

    /// <summary>
    /// Names the code of the model, of its runs and of its figures, and every parameter's value and range. The commit that it was
    /// built from is no part of it: what is remade is committed after it was made.
    /// </summary>
    private static string Fingerprint() => InputsHash.Of([
        ReferencePages.Parameters(), ReferencePages.Indicators(),
        .. new[] { typeof(Blueprint), typeof(Job), typeof(Analysis.Comparisons.PairedComparison) }.SelectMany(one =>
            CodeOf(one.Assembly)),
    ]);

    private static IEnumerable<string> CodeOf(Assembly assembly) =>
        from type in assembly.GetTypes().OrderBy(type => type.MetadataToken)
        from method in type.GetMembers(
            BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public
            | BindingFlags.NonPublic)
            .OfType<MethodBase>().OrderBy(method => method.MetadataToken)
        where method.GetMethodBody() is not null
        select $"{type.FullName}.{method.Name} {Convert.ToHexString(method.GetMethodBody()!.GetILAsByteArray() ?? [])}";
}
