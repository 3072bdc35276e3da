using System.Text.Json;
using System.Text.Json.Serialization;
using Samverkan.Runs.Results;

namespace Samverkan.Analysis.Results;

/// <summary>
/// The result of a comparison, made once when its runs are done. The terminal, the page, the report, the workbook, documents
/// and the
/// interface for programs show this and nothing else; <c>comparison.json</c> holds it. Numbers that are undefined are null.
/// </summary>
/// <param name="Schema">Version of this form; 1 where it was made from files of 0.1.0, which lack what that edition did not
/// know.</param>
/// <param name="BaseId">Id of the scenario that the others are compared with.</param>
/// <param name="Since">First month that counts in tables by target group, sector and payment.</param>
/// <param name="ResultHash">Fold of the hashes of all runs.</param>
/// <param name="Version">The build that made it.</param>
/// <param name="Command">What makes it again.</param>
/// <param name="Inputs">Hash of all that determines it.</param>
/// <param name="From">First month of the horizon.</param>
/// <param name="To">Last month of the horizon.</param>
/// <param name="Quarters">First months of the quarters of all bands.</param>
/// <param name="Context">What happens in the base, and so in every scenario, in certain months.</param>
/// <param name="Scenarios">The base first.</param>
/// <param name="Evidence">What the base's parameters rest on, by part of the model.</param>
public sealed record ComparisonResult(
    int Schema, [property: JsonPropertyName("base")] string BaseId, ulong Seed, int Replications, string Since,
        string ResultHash, string Version,
    string Command, string Inputs, string From, string To, int Municipalities, IReadOnlyList<string> Quarters,
        IReadOnlyList<DatedWords> Context,
    IReadOnlyList<ScenarioResult> Scenarios, IReadOnlyList<PartEvidence> Evidence)
{
    /// <summary>
    /// What the range of all that is not known was drawn from; null where chance alone was asked for, and in results of 0.1.0.
    /// </summary>
    public DrawsResult? Draws { get; init; }

    /// <summary>Whose the base's figures are; null in results of earlier builds.</summary>
    public PlaceResult? Place { get; init; }

    /// <summary>At which net effects of later years count less, a year; 0.03 is 3 %.</summary>
    public double DiscountRate { get; init; } = BudgetResult.UsualDiscountRate;

    public const string File = "comparison.json";

    /// <summary>The form that this build writes.</summary>
    public const int Current = 2;

    /// <summary>How results are written, in files and to programs.</summary>
    public static JsonSerializerOptions Format { get; } = new(JsonSerializerDefaults.Web)
    {
        NewLine = "\n",
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new DefinedOnly(), new DefinedOnlySingle(),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    [JsonIgnore]
    public ScenarioResult Base => Scenarios[0];

    [JsonIgnore]
    public IEnumerable<ScenarioResult> Others => Scenarios.Skip(1);

    /// <summary>Every scenario but the base, with its place.</summary>
    [JsonIgnore]
    public IEnumerable<(ScenarioResult Scenario, int Place)> Placed =>
        Scenarios.Select((scenario, place) => (scenario, place)).Skip(1);

    /// <summary>Its calendar year.</summary>
    [JsonIgnore]
    public int LastYear => YearOf(To);

    /// <summary>The same with net effects discounted at another rate.</summary>
    /// <param name="rate">A year: 0.03 is 3 %.</param>
    public ComparisonResult DiscountedAt(double rate) => this with
    {
        DiscountRate = rate,
        Scenarios = [.. Scenarios.Select(scenario => scenario with
        {
            Budget = scenario.Budget?.DiscountedAt(rate, YearOf(scenario.Start ?? From)),
        })],
    };

    public void Write(string folder) => System.IO.File.WriteAllText(Path.Combine(folder, File),
        JsonSerializer.Serialize(this, Format) + "\n");

    /// <returns>null if the folder holds no result of a comparison.</returns>
    /// <exception cref="InvalidDataException">It holds one that this version cannot read.</exception>
    public static ComparisonResult? Read(string folder)
    {
        try
        {
            return FirstEdition.Read(folder) ?? Told(Path.Combine(folder, File));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"The comparison in '{folder}' cannot be read by this version: {e.Message}", e);
        }
    }

    /// <summary>The command that makes a folder's comparison again; null: the folder holds none, or it cannot be read.</summary>
    public static string? CommandIn(string folder)
    {
        try
        {
            foreach (var path in new[] { File, FirstEdition.Facts }.Select(name => Path.Combine(folder, name)))
            {
                if (!System.IO.File.Exists(path)) continue;
                using var json = JsonDocument.Parse(ResultText.ReadJson(path));
                if (json.RootElement.TryGetProperty("command", out var command)) return command.GetString();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A result whose comparison cannot be read is listed all the same.
        }
        return null;
    }

    private static int YearOf(string month) =>
        int.Parse(month.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    private static ComparisonResult? Told(string path)
    {
        if (!System.IO.File.Exists(path))
            return null;
        using var json = JsonDocument.Parse(ResultText.ReadJson(path));
        if (json.RootElement.GetProperty("schema").GetInt32() is var schema && schema > Current)
            throw new InvalidDataException(
                $"'{path}' has form {schema}; this version reads forms up to {Current}. Use the version that made it.");
        return json.Deserialize<ComparisonResult>(Format) is { Scenarios.Count: > 0 } read ? read
            : throw new JsonException("it holds no scenario");
    }
}

/// <summary>Something that begins in a month.</summary>
/// <param name="Until">Its last month; null: it has no end, or the result is of 0.1.0.</param>
public sealed record DatedWords(string At, string Words, string? Until = null);

/// <summary>How many parameters of a part of the model rest on what.</summary>
public sealed record PartEvidence(string Part, int Study, int Derived, int Expert, int Assumed)
{
    [JsonIgnore]
    public int All => Study + Derived + Expert + Assumed;
}
