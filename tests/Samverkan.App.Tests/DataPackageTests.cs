using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary><c>datapackage.json</c>: a reader that knows nothing of this program reads every table by it, with types.</summary>
public sealed class DataPackageTests : IDisposable
{
    private static readonly string[] Types = ["string", "integer", "number", "date"];

    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Every_table_of_a_comparison_is_read_by_its_description()
    {
        Assert.Equal(0, Run("compare", "baseline", "funding-cut", "--replications", "2", "--no-report", "--csv", "--persons",
            "--out", place["result"]));

        var package = Package();
        Assert.Equal("funding-cut-vs-baseline", package.GetProperty("name").GetString());
        Assert.Equal(["bands-csv", "paired-csv", "persons-csv", "persons", "series-csv", "series"], Names(package));
        Assert.All(package.GetProperty("resources").EnumerateArray(), ReadsAs);
        Assert.Contains(package.GetProperty("indicators").EnumerateArray(), one => one.GetProperty("unit").GetString() == "SEK");
        Assert.Contains("compare baseline funding-cut", package.GetProperty("provenance").GetProperty("command").GetString());
        Assert.Equal(Manifest.Read(place["result/manifest.json"])!.Result,
            package.GetProperty("provenance").GetProperty("result").GetString());
        Assert.Contains(package.GetProperty("sources").EnumerateArray(),
            one => one.GetProperty("title").GetString() == "funding-cut.yaml");
    }

    [Fact]
    public void Every_table_of_a_study_is_read_by_its_description()
    {
        File.WriteAllText(place["small.yaml"], """
            id: small
            title: Small
            question: What?
            scenarios: [baseline, funding-cut]
            replications: 2
            since: 2003-01
            outcomes: [needs.unmetPerEligible]
            """);
        Assert.Equal(0, Run("study", "run", place["small.yaml"], "--out", place["result"]));

        var package = Package();
        Assert.Equal("small", package.GetProperty("name").GetString());
        Assert.Contains("differences", Names(package));
        Assert.Contains("years", Names(package));
        Assert.All(package.GetProperty("resources").EnumerateArray(), ReadsAs);
        Assert.Equal(Names(package).Distinct(), Names(package));
    }

    private static IReadOnlyList<string> Names(JsonElement package) =>
        [.. package.GetProperty("resources").EnumerateArray().Select(one => one.GetProperty("name").GetString()!)];

    private JsonElement Package() => JsonDocument.Parse(File.ReadAllText(place[$"result/{DataPackage.File}"])).RootElement;

    private void ReadsAs(JsonElement resource)
    {
        var path = place[$"result/{resource.GetProperty("path").GetString()}"];
        var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray()
            .Select(field => (Name: field.GetProperty("name").GetString()!, Type: field.GetProperty("type").GetString()!))
            .ToList();
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.Contains(field.Type, Types));
        Assert.Equal(new FileInfo(path).Length, resource.GetProperty("bytes").GetInt64());
        Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}",
            resource.GetProperty("hash").GetString());
        if (resource.GetProperty("format").GetString() != "csv" || path.EndsWith(".gz", StringComparison.Ordinal)) return;
        var lines = File.ReadLines(path).Take(200).ToList();
        Assert.Equal(fields.Select(field => field.Name), lines[0].Split(','));
        foreach (var line in lines.Skip(1).Where(line => !line.Contains('"')))
            foreach (var (value, field) in line.Split(',').Zip(fields))
                Assert.True(value == "" || IsOf(value, field.Type), $"{path}: {field.Name} '{value}' is no {field.Type}");
    }

    private static bool IsOf(string value, string type) => type switch
    {
        "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", out _),
        _ => true,
    };

    private static int Run(params string[] arguments)
    {
        using var output = new StringWriter();
        return CommandLine.Run(arguments, output, output, InProcessRun.Start);
    }
}
