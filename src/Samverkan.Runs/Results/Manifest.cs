using System.Text.Json;
using System.Text.Json.Serialization;
using Samverkan.Model;
using Samverkan.Runs.Rules;

namespace Samverkan.Runs.Results;

/// <summary>
/// Connects a result with what it was made from: the same program version and inputs give the same hashes.
/// </summary>
/// <param name="Inputs">
/// Hash of everything that determines the result: version, scenarios, seed, replications and what was kept.
/// </param>
/// <param name="Result">Fold of the state hashes of all runs, in their order.</param>
/// <param name="Recipe">
/// What repeats the result from its own folder; null: its version kept no files, or its run went on in a cluster.
/// </param>
public sealed record Manifest(
    string Program,
    string Version,
    string Command,
    string Inputs,
    string Result,
    ulong Seed,
    IReadOnlyList<int> Replications,
    IReadOnlyList<ScenarioEntry> Scenarios,
    IReadOnlyList<RunEntry> Runs,
    Recipe? Recipe = null)
{
    /// <summary>The draws of all that is not known; null where chance alone was asked for.</summary>
    public DrawsEntry? Draws { get; init; }

    /// <summary>Rules of one's own that it was made with; null: the usual ones.</summary>
    public RulesEntry? Rules { get; init; }

    /// <summary>How manifests are written and read.</summary>
    public static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new MonthAsText(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Format) + "\n");

    /// <returns>Null if the file is not a manifest of a run or a comparison.</returns>
    public static Manifest? Read(string path)
    {
        try
        {
            return File.Exists(path)
                && JsonSerializer.Deserialize<Manifest>(ResultText.ReadJson(path), Format)
                    is { Program: ProgramName, Runs: not null } read
                ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The inputs' hash of an earlier manifest; null if the file is not a manifest of this program.</summary>
    public static string? InputsOf(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return json.RootElement.GetProperty("program").GetString() == ProgramName
                ? json.RootElement.GetProperty("inputs").GetString() : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    public const string ProgramName = "samverkan";

    private sealed class MonthAsText : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Month.TryParse(reader.GetString(), out var month) ? month
            : throw new JsonException("A month is written like 2003-01.");

        public override void Write(Utf8JsonWriter writer, Month month, JsonSerializerOptions options) =>
            writer.WriteStringValue(month.ToString());
    }
}

/// <summary>The draws that a comparison's further pairs lived under.</summary>
/// <param name="Region">Its file.</param>
/// <param name="Hash">Of that file.</param>
/// <param name="Pairs">By pair: the number of the draw in the file.</param>
/// <param name="Result">Fold of the state hashes of all runs under draws, pair by pair.</param>
public sealed record DrawsEntry(string Region, string Hash, IReadOnlyList<int> Pairs, string Result);

/// <summary>The result hash of one run.</summary>
public sealed record RunEntry(string Scenario, int Replication, string Hash);
