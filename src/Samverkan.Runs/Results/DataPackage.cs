using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parquet;
using Samverkan.Model.Indicators;

namespace Samverkan.Runs.Results;

/// <summary>What a result was made by and from.</summary>
/// <param name="Command">What makes it again.</param>
/// <param name="Inputs">Hash of all that determines it.</param>
/// <param name="Result">Fold of the hashes of all runs; null where it is not complete.</param>
public sealed record Provenance(string Program, string Version, string Command, ulong Seed, string Inputs, string? Result);

/// <summary>
/// Describes the tables of a result as a Frictionless data package (<c>datapackage.json</c>), so that an archive takes it and
/// programs read it with types: each table with its columns, units, licence and provenance.
/// </summary>
public static class DataPackage
{
    public const string File = "datapackage.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly string[] Endings = [".parquet", ".csv", ".csv.gz"];

    /// <param name="folder">Of the result; its tables are written.</param>
    /// <param name="name">In small letters, digits and hyphens.</param>
    public static void Write(string folder, string name, string title, string question, Provenance provenance)
    {
        var files = Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!)
            .Where(file => ResultNames.IsTable(file)).Order(StringComparer.Ordinal).ToList();
        var package = new
        {
            profile = "data-package",
            name,
            title,
            description = question,
            homepage = provenance.Program,
            version = provenance.Version,
            licenses = new[]
            {
                new
                {
                    name = "MIT",
                    path = "https://opensource.org/license/mit",
                    title = "The licence of the program. A result belongs to the person who made it: put your own licence here "
                        + "when you publish it.",
                },
            },
            sources = Sources(folder, provenance),
            provenance,
            indicators = IndicatorCatalogue.All
                .Select(one => new { name = one.Id, one.Title, one.Unit, description = one.Meaning }),
            resources = files.Select(file => Resource(folder, file, files)),
        };
        System.IO.File.WriteAllText(Path.Combine(folder, File), JsonSerializer.Serialize(package, Format) + "\n");
    }

    private static IEnumerable<object> Sources(string folder, Provenance provenance)
    {
        yield return new { title = $"{provenance.Command} ({provenance.Version})" };
        var inputs = Path.Combine(folder, "inputs");
        if (!Directory.Exists(inputs)) yield break;
        foreach (var path in Directory.EnumerateFiles(inputs, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            yield return new
            {
                title = Path.GetFileName(path),
                path = Path.GetRelativePath(folder, path).Replace('\\', '/'),
            };
    }

    private static object Resource(string folder, string file, IReadOnlyList<string> all)
    {
        var path = Path.Combine(folder, file);
        var ending = Endings.First(one => file.EndsWith(one, StringComparison.Ordinal));
        var (table, isText) = (file[..^ending.Length], ending != ".parquet");
        var twin = Path.Combine(folder, table + ".parquet");
        var fields = all.Contains(table + ".parquet") ? FieldsOf(twin).GetAwaiter().GetResult()
            : [.. HeadOf(path).Select(name => Field(name, PackageColumns.TypeOf(name)))];
        return new
        {
            profile = isText ? "tabular-data-resource" : "data-resource",
            name = table + (isText ? "-csv" : ""),
            path = file,
            title = table,
            format = isText ? "csv" : "parquet",
            mediatype = isText ? "text/csv" : "application/vnd.apache.parquet",
            encoding = isText ? "utf-8" : null,
            compression = ending == ".csv.gz" ? "gz" : null,
            bytes = new FileInfo(path).Length,
            hash = HashOf(path),
            schema = new { fields, missingValues = new[] { "" } },
        };
    }

    private static object Field(string name, string type) => new { name, type, description = PackageColumns.MeaningOf(name) };

    private static async Task<List<object>> FieldsOf(string parquet)
    {
        await using var reader = await ParquetReader.CreateAsync(parquet);
        return [.. reader.Schema.DataFields.Select(field => Field(field.Name, TypeOf(field.ClrType)))];
    }

    private static string TypeOf(Type type) =>
        type == typeof(int) || type == typeof(long) ? "integer"
            : type == typeof(double) ? "number"
            : type == typeof(DateTime) || type == typeof(DateOnly) ? "date" : "string";

    private static string[] HeadOf(string csv)
    {
        using var reader = new StreamReader(csv);
        return reader.ReadLine()?.Split(',') ?? [];
    }

    private static string HashOf(string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(stream))}";
    }
}
