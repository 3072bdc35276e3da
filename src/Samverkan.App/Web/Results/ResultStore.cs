using System.Text.Json;
using Samverkan.Analysis.Results;
using Samverkan.App.Running;
using Samverkan.Runs;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Results;

/// <summary>A finished result.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Command">The command that made it.</param>
/// <param name="First">Number of its first replication.</param>
/// <param name="Recipe">What it was made from; null: it does not say.</param>
public sealed record ResultEntry(
    string Id, string Command, IReadOnlyList<ResultScenario> Scenarios, ulong Seed, int First, int Replications, string Version,
    string Hash, DateTimeOffset Made, string Path, Recipe? Recipe = null)
{
    /// <summary>The command of a comparison, as its report shows it; null: another result, or it does not say.</summary>
    public string? Typed { get; init; }

    /// <summary>File of the rules of one's own that it was made by; null: the usual ones.</summary>
    public string? Rules { get; init; }

    /// <summary>What makes the same result again.</summary>
    public string Reproduce => Typed ?? CommandWords.Of(
    [
        .. Command != "run" || Recipe is { Run: not null } ? ["reproduce", Path]
            : (string[])[Command, Paths.Typed(ScenarioFile), "--seed", $"{Seed}", "--replication", $"{First}",
                .. CommandWords.Option("--until", Recipe?.Until), .. CommandWords.Options("--set", Recipe?.Sets ?? []),
                .. Recipe is { Persons: not null } ? ["--persons"] : (string[])[]],
        .. CommandWords.Option("--rules", Rules),
    ]);

    /// <summary>What makes a comparison that this version cannot show into one that it can.</summary>
    public string MakeAnew => Typed is null ? $"{Reproduce} --out {CommandWords.Quoted($"{Id}-again")}" : $"{Reproduce} --force";

    // Of a run that was changed while it went on, with what was changed.
    private string ScenarioFile => System.IO.Path.Combine(Path, ChangedScenario.File) is var changed && File.Exists(changed)
        ? changed : Scenarios[0].Path;
}

/// <summary>A scenario of a result, as its manifest tells it.</summary>
/// <param name="Markers">When something begins that the manifest lists.</param>
public sealed record ResultScenario(string Id, string Title, string Question, string Path, string From, string To,
    int Municipalities, IReadOnlyList<Marker> Markers);

/// <summary>An intervention or event on a time axis.</summary>
public sealed record Marker(string Id, string At, string What);

/// <summary>The results that there are. Asked for by the names of their folders; no path comes from a request.</summary>
public sealed class ResultStore(ServeOptions options)
{
    private readonly Lock guard = new();
    private readonly Dictionary<string, (long Stamp, ResultEntry? Entry)> read = [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<ResultEntry> All()
    {
        if (!Directory.Exists(options.Results)) return [];
        lock (guard)
            return [.. Directory.EnumerateDirectories(options.Results).Select(Of).OfType<ResultEntry>()
                .OrderByDescending(entry => entry.Made)];
    }

    public ResultEntry? Find(string? id) => All().FirstOrDefault(entry => entry.Id == id);

    /// <summary>Deletes a result for good.</summary>
    public void Delete(string id)
    {
        if (Find(id) is not { } entry) return;
        using (FolderLock.Take(entry.Path, id))
            Directory.Delete(entry.Path, recursive: true);
    }

    /// <returns>null if it is none, or one that this version cannot read.</returns>
    public static ComparisonResult? Comparison(ResultEntry entry)
    {
        try
        {
            return ComparisonResult.Read(entry.Path);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private ResultEntry? Of(string folder)
    {
        var manifest = new FileInfo(System.IO.Path.Combine(folder, ResultFolder.ManifestName));
        if (!manifest.Exists) return null;
        var stamp = manifest.LastWriteTimeUtc.Ticks;
        if (read.TryGetValue(folder, out var known) && known.Stamp == stamp) return known.Entry;
        var entry = Parse(folder, manifest);
        read[folder] = (stamp, entry);
        return entry;
    }

    private static ResultEntry? Parse(string folder, FileInfo manifest)
    {
        try
        {
            using var json = JsonDocument.Parse(ResultText.ReadJson(manifest.FullName));
            var root = json.RootElement;
            if (root.GetProperty("program").GetString() != Manifest.ProgramName) return null;
            return new(
                System.IO.Path.GetFileName(folder), Text(root, "command"),
                [.. root.GetProperty("scenarios").EnumerateArray().Select(Scenario)],
                root.GetProperty("seed").GetUInt64(), root.GetProperty("replications")[0].GetInt32(),
                root.GetProperty("replications").GetArrayLength(), Text(root, "version"), Text(root, "result"),
                manifest.LastWriteTimeUtc, folder,
                root.TryGetProperty("recipe", out var recipe) ? recipe.Deserialize<Recipe>(Manifest.Format) : null)
            {
                Typed = Text(root, "command") == "compare" ? ComparisonResult.CommandIn(folder) : null,
                Rules = root.TryGetProperty("rules", out var rules) && rules.ValueKind == JsonValueKind.Object
                    ? Text(rules, "file") : null,
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or IOException)
        {
            return null;
        }
    }

    private static ResultScenario Scenario(JsonElement scenario) => new(
        Text(scenario, "id"), Text(scenario, "title"), Text(scenario, "question"), Text(scenario, "path"), Text(scenario, "from"),
        Text(scenario, "to"),
        scenario.GetProperty("municipalities").GetInt32(),
        [
            .. from list in new[] { "interventions", "events" }
               from one in scenario.GetProperty(list).EnumerateArray()
               where one.TryGetProperty("at", out var at) && at.ValueKind == JsonValueKind.String
               select new Marker(Text(one, "id"), Text(one, "at"), one.TryGetProperty("parameter", out _) ? Text(one, "parameter")
                   : Text(one, "kind")),
        ]);

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
