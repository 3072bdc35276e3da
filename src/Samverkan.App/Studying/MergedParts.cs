using Samverkan.Analysis.Studies;
using Samverkan.Runs;
using Samverkan.Runs.Results;

namespace Samverkan.App.Studying;

/// <summary>The parts of a study, put together as if it had been run in one go.</summary>
internal static class MergedParts
{
    private const string Minutes = "minutes";

    /// <param name="shown">The folders as the user typed them.</param>
    /// <exception cref="ResultFolderRefused">They do not make a whole.</exception>
    public static void RefuseWhatDoesNotFit(IReadOnlyList<StudyJob> parts, IReadOnlyList<string> shown)
    {
        var wrong = new List<string>();
        for (var i = 0; i < parts.Count; i++)
        {
            var (part, name) = (parts[i], shown[i]);
            if (part.Part is null)
                wrong.Add($"'{name}' is no part of a study, but a whole.");
            else if (StudyManifest.InputsOf(part.Study, part.Manifest.Version, null)
                != StudyManifest.InputsOf(parts[0].Study, parts[0].Manifest.Version, null))
                wrong.Add($"'{name}' belongs to another study than '{shown[0]}', or was made by another version of the program.");
            else if (part.Part.Value.Of != parts[0].Part?.Of)
                wrong.Add($"'{name}' is part {part.Part}; '{shown[0]}' is part {parts[0].Part}: the study was split otherwise.");
            else if (part.Manifest.Status != StudyManifest.Complete)
                wrong.Add(
                    $"'{name}' is not complete ({part.Results.Count().Done:#,0} of {part.Manifest.RunsAsked:#,0} runs). Go on "
                        + $"with it:\n  {CommandWords.Of("study", "resume", name)}");
            else if (parts.Take(i).ToList().FindIndex(other => other.Part == part.Part) is var twin and >= 0)
                wrong.Add($"'{name}' and '{shown[twin]}' are both part {part.Part}.");
        }
        if (wrong.Count == 0 && parts[0].Part is { } first
            && Enumerable.Range(1, first.Of).Except(parts.Select(part => part.Part!.Value.Number))
            .ToList() is { Count: > 0 } missing)
            wrong.Add(
                $"{(missing.Count == 1 ? "Part" : "Parts")} {string.Join(", ", missing)} of {first.Of} "
                    + $"{(missing.Count == 1 ? "is" : "are")} missing.");
        if (wrong.Count > 0)
            throw new ResultFolderRefused(string.Join('\n', wrong));
    }

    /// <summary>Writes journal, failures and minutes of the whole.</summary>
    public static void Write(IReadOnlyList<StudyJob> parts, StudyFolder folder, Design design)
    {
        var readers = parts.OrderBy(part => part.Part!.Value.Number).Select(part => part.Results.RecordsInOrder().GetEnumerator())
            .ToList();
        var errors = parts.SelectMany(Errors).GroupBy(one => one.Key).ToDictionary(same => same.Key, same => same.Last().Error);
        var keys = StudyRun.Keys(design, new(0, design.Samples, 1, design.Study.Replications));
        using (var journal = Journal.Append(folder.Journal, StudyResults.ShapeOf(design)))
        {
            var (turn, ofTurn) = (0L, 0);
            foreach (var key in keys)
            {
                var reader = readers[(int)(turn % readers.Count)];
                if (!reader.MoveNext() || reader.Current.Key != key)
                    throw new ResultFolderRefused(
                        $"Part {turn % readers.Count + 1}/{readers.Count} does not hold replication {key.Replication} of "
                            + $"'{design.BlueprintOf(key.Policy, key.Point, key.Sample).Name}', which it should.");
                journal.Write(reader.Current);
                if (reader.Current.Failed)
                    StudyRun.Note(folder, design, key, errors.GetValueOrDefault(key, ""));
                if (++ofTurn == design.Study.Policies.Length)
                    (turn, ofTurn) = (turn + 1, 0);
            }
        }
        readers.ForEach(reader => reader.Dispose());
        foreach (var minutes in parts.Select(part => Path.Combine(part.Folder, Minutes)).Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(minutes, "*", SearchOption.AllDirectories))
            {
                var to = folder[Minutes, Path.GetRelativePath(minutes, file)];
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
    }

    private static IEnumerable<(RunKey Key, string Error)> Errors(StudyJob part)
    {
        var file = Path.Combine(part.Folder, StudyFolder.FailuresName);
        return !File.Exists(file) ? [] : Csv.Read(file).Select(row => (
            new RunKey(part.Study.Policies.ToList().FindIndex(policy => policy.Id == row["scenario"]),
                int.Parse(row["point"]) - 1, int.Parse(row["sample"]) - 1, int.Parse(row["replication"])), row["error"]));
    }
}
