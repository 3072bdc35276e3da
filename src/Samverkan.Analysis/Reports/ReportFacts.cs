using System.Text.Json;
using System.Text.Json.Serialization;
using Samverkan.Analysis.Ledgers;
using Samverkan.Runs.Results;

namespace Samverkan.Analysis.Reports;

/// <summary>
/// All that a report of a comparison is made from, as <c>report.json</c> keeps it: so that the report can be made again,
/// and other programs can draw the same pictures.
/// </summary>
/// <param name="Command">What makes the result again.</param>
/// <param name="Inputs">Hash of all that determines the result.</param>
/// <param name="Result">Fold of the hashes of all runs.</param>
/// <param name="Since">First month that counts in tables.</param>
/// <param name="Quarters">First months of the quarters of all bands.</param>
/// <param name="Context">What happens in the base, and so in every scenario, in certain months.</param>
/// <param name="Scenarios">The base first.</param>
/// <param name="Evidence">What the base's parameters rest on, by part of the model.</param>
public sealed record ReportFacts(
    string Version, string Command, string Inputs, string Result, ulong Seed, int Replications, string From, string To, string Since, int Municipalities,
    IReadOnlyList<string> Quarters, IReadOnlyList<DatedWords> Context, IReadOnlyList<ScenarioFacts> Scenarios, IReadOnlyList<EvidenceFacts> Evidence)
{
    public const string File = "report.json";

    internal static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new DefinedOnly(), new DefinedOnlySingle(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public ScenarioFacts Base => Scenarios[0];

    public IEnumerable<ScenarioFacts> Others => Scenarios.Skip(1);

    public void Write(string path) => System.IO.File.WriteAllText(path, JsonSerializer.Serialize(this, Format) + "\n");

    /// <exception cref="InvalidDataException">The file holds no facts that this version can read.</exception>
    public static ReportFacts Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ReportFacts>(ResultText.ReadJson(path), Format) is { Scenarios.Count: > 0 } facts
                ? facts : throw new InvalidDataException($"'{path}' holds no comparison.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' cannot be read by this version: {e.Message}", e);
        }
    }

    /// <summary>JSON has no word for what is not a number: null stands for it.</summary>
    private sealed class DefinedOnly : JsonConverter<double>
    {
        public override bool HandleNull => true;

        public override double Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value)) writer.WriteNumberValue(value);
            else writer.WriteNullValue();
        }
    }

    private sealed class DefinedOnlySingle : JsonConverter<float>
    {
        public override bool HandleNull => true;

        public override float Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? float.NaN : reader.GetSingle();

        public override void Write(Utf8JsonWriter writer, float value, JsonSerializerOptions options)
        {
            if (float.IsFinite(value)) writer.WriteNumberValue(value);
            else writer.WriteNullValue();
        }
    }
}

/// <summary>One scenario.</summary>
/// <param name="Changes">What it does otherwise than the base, in words; none for the base.</param>
/// <param name="Dated">Those of the changes that begin in a certain month.</param>
/// <param name="Answer">What that does, in a sentence; null for the base.</param>
/// <param name="Saving">What the pairing saved, in words; null for the base.</param>
/// <param name="Headline">The table against the base; none for the base, as in all tables.</param>
/// <param name="Verdicts">What became of what was expected, in words.</param>
/// <param name="Ledger">What a shipped study says of how far the answer rests on assumptions; null for the base.</param>
public sealed record ScenarioFacts(
    string Id, string Title, string Question, string Path, string Inputs, IReadOnlyList<string> Changes, IReadOnlyList<DatedWords> Dated, int UnchangedParameters,
    string? Answer, string? Saving, IReadOnlyList<RowFacts> Headline, IReadOnlyList<string> Verdicts, IReadOnlyList<BandFacts> Bands, LastingFacts Lasting,
    IReadOnlyList<GroupFacts> Groups, IReadOnlyList<GroupFacts> Sectors, IReadOnlyList<PaymentFacts> Payments, QuotedLedger? Ledger = null)
{
    /// <summary>First month of the policy, from which the headline's means count; null in results of 0.1.0.</summary>
    public string? Start { get; init; }

    /// <summary>The budget by year and sector; null in results of 0.1.0.</summary>
    public BudgetFacts? Budget { get; init; }
}

/// <summary>The budget over the whole horizon, in MSEK, whatever the months that other tables count.</summary>
/// <param name="Inhabitants">Of all municipalities.</param>
/// <param name="Totals">Net effect by sector and of both; none for the base.</param>
public sealed record BudgetFacts(double Inhabitants, IReadOnlyList<BudgetLine> Lines, IReadOnlyList<BudgetTotal> Totals)
{
    /// <summary>A year.</summary>
    public const double DiscountRate = 0.03;
}

/// <summary>A sector's calendar year: means over replications.</summary>
/// <param name="Income">Frame and state grants.</param>
/// <param name="Steering">Training, committee, administration.</param>
/// <param name="Between">Paid to the other sector less received from it.</param>
/// <param name="Left">Income less all that is spent; below 0 a deficit.</param>
/// <param name="Effect">What the sector spends more than in the base; not a number for the base.</param>
public sealed record BudgetLine(
    int Year, string Sector, double Income, double Staff, double Steering, double Demand, double Between, double Left, double Effect, double Low, double High);

/// <summary>What a sector, or both, spends more than in the base over the horizon.</summary>
/// <param name="Discounted">The same at <see cref="BudgetFacts.DiscountRate"/> a year from the policy's first year.</param>
public sealed record BudgetTotal(string Sector, double Net, double Low, double High, double Discounted);


/// <summary>Something that begins in a month.</summary>
public sealed record DatedWords(string At, string Words);

/// <summary>A row of a table: a paired estimate, as numbers and as printed. Differences are to the base.</summary>
/// <param name="Better">lower, higher or neither.</param>
/// <param name="Cells">Base, this scenario, difference, interval, share of pairs in which it is better.</param>
public sealed record RowFacts(
    string Id, string Label, string Unit, string Better, double Base, double Other, double Difference, double Low, double High, double? BetterShare, int Pairs, IReadOnlyList<string> Cells)
{
    /// <summary>Whether the direction can be told; null in results of 0.1.0, where the interval says so.</summary>
    public bool? IsClear { get; init; }
}

/// <summary>An indicator over time; see <see cref="Comparisons.Band"/>.</summary>
public sealed record BandFacts(
    string Id, string Title, string Unit, float[] Mean, float[] Low, float[] High, float[] Difference, float[] DifferenceLow, float[] DifferenceHigh);

/// <summary>How cooperations last. Counts, curve, median and test are of those that are dissolved or hollow, as results of 0.1.0 have them.</summary>
/// <param name="Began">Cooperations that began, of <paramref name="All"/>.</param>
/// <param name="Curve">Share that lasts, from each month on in which one was lost.</param>
/// <param name="MedianYears">Years until half are lost; null if more than half last.</param>
/// <param name="Test">How it compares to the base, in words; null for the base, or where nothing was lost.</param>
/// <param name="Recovery">How the shock was come through, in words; null for the base.</param>
public sealed record LastingFacts(
    int All, int Began, int Lost, IReadOnlyList<StepFacts> Curve, double? MedianYears, string? Test, string? Recovery, IReadOnlyList<RowFacts> Course, IReadOnlyList<RowFacts> Profile)
{
    /// <summary>Dissolved, hollow and benefit kept, each with its own curve; null in results of 0.1.0.</summary>
    public IReadOnlyList<EndingFacts>? Endings { get; init; }
}

/// <summary>One thing that can happen to a cooperation.</summary>
/// <param name="Id">dissolved, hollow or benefitLost.</param>
/// <param name="Count">How many cooperations ended so.</param>
/// <param name="Curve">Share that did not, from each month on in which one did.</param>
/// <param name="Test">How it compares to the base, in words; null for the base, or where it never happened.</param>
public sealed record EndingFacts(string Id, int Count, IReadOnlyList<StepFacts> Curve, double? MedianYears, string? Test);

/// <summary>From a month on.</summary>
public sealed record StepFacts(string Month, int AtRisk, double Share, double Low, double High);

/// <summary>A target group, or a sector.</summary>
public sealed record GroupFacts(string Id, string Title, IReadOnlyList<RowFacts> Rows);

/// <summary>A kind of payment, SEK per year over the months that count.</summary>
/// <param name="Demand">Whether it follows demand rather than decisions.</param>
/// <param name="Sek">In this scenario.</param>
public sealed record PaymentFacts(string Id, string Title, string From, string To, bool Demand, double Sek, double Difference, double Low, double High);

/// <summary>How many parameters of a part of the model rest on what.</summary>
public sealed record EvidenceFacts(string Part, int Study, int Derived, int Expert, int Assumed);
