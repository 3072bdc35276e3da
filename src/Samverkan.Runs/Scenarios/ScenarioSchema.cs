using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.Runs.Scenarios;

/// <summary>The JSON schema by which editors complete names and show what they mean. Made from the grammar and the
/// catalogue.</summary>
public static class ScenarioSchema
{
    /// <summary>Relative to the folder of scenarios; what the first line of a scenario file names.</summary>
    public const string File = "schema/scenario.schema.json";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Generate() => Generate(Grammar.Scenario, "Samverkan scenario");

    internal static string Generate(Shape root, string title) => new Writer().Write(root, title) + "\n";

    private sealed class Writer
    {
        /// <summary>Long lists of words stand once, under a name.</summary>
        private const int LongList = 12;

        private readonly JsonObject definitions = [];

        public string Write(Shape shape, string title)
        {
            var root = Of(shape);
            var schema = new JsonObject
            {
                ["$schema"] = "http://json-schema.org/draft-07/schema#",
                ["title"] = title,
            };
            foreach (var (name, value) in root.ToArray())
            {
                root.Remove(name);
                schema[name] = value;
            }
            schema["definitions"] = definitions;
            return schema.ToJsonString(Readable);
        }

        private JsonObject Of(Shape shape) => shape switch
        {
            ScalarShape scalar => Scalar(scalar),
            MapShape map => Map(map),
            ParametersShape parameters => Parameters(parameters),
            ListShape list => new JsonObject
            {
                ["description"] = list.Meaning,
                ["type"] = new JsonArray("array", "null"),
                ["items"] = Of(list.Item)
            },
            EitherShape either => new JsonObject
            {
                ["description"] = either.Meaning,
                ["anyOf"] = new JsonArray(Of(either.Short), Of(either.Long))
            },
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };

        private JsonObject Scalar(ScalarShape shape)
        {
            var schema = new JsonObject { ["description"] = shape.Meaning };
            if (shape.Words.Count > LongList)
                schema["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{Define(shape)}" });
            else if (shape.Words.Count > 0)
                schema["enum"] = Words(shape);
            else
                schema["type"] = new JsonArray("string", "number", "boolean");
            if (shape.Pattern is { } pattern)
                (schema["type"], schema["pattern"]) = (new JsonArray("string", "integer"), pattern);
            return schema;
        }

        private string Define(ScalarShape shape)
        {
            var name = string.Concat(shape.Noun.Split(' ').Select((w, i) => i == 0 ? w : char.ToUpperInvariant(w[0]) + w[1..]));
            if (definitions.ContainsKey(name))
                return name;
            var words = new JsonObject { ["enum"] = Words(shape) };
            definitions[name] = shape.Wildcards
                ? new JsonObject { ["anyOf"] = new JsonArray(words, new JsonObject { ["type"] = "string", ["pattern"] = "\\*" }) }
                : words;
            return name;
        }

        /// <summary>YAML reads 1 and on as a number and a truth: both are said.</summary>
        private static JsonArray Words(ScalarShape shape)
        {
            var words = new JsonArray([.. shape.Words.Select(w => (JsonNode)w)]);
            foreach (var word in shape.Words)
                if (int.TryParse(word, out var number))
                    words.Add(number);
                else if (bool.TryParse(word, out var truth))
                    words.Add(truth);
            return words;
        }

        private JsonObject Map(MapShape map)
        {
            var properties = new JsonObject();
            foreach (var key in map.Keys)
                properties[key.Name] = Of(key.Shape);
            var schema = new JsonObject
            {
                ["description"] = map.Meaning,
                ["type"] = new JsonArray("object", "null"),
                ["additionalProperties"] = false,
                ["properties"] = properties,
            };
            if (map.Keys.Any(k => k.Required))
                schema["required"] = new JsonArray([.. map.Keys.Where(k => k.Required).Select(k => (JsonNode)k.Name)]);
            return schema;
        }

        private JsonObject Parameters(ParametersShape shape)
        {
            definitions["parameterValue"] ??= Of(shape.Value);
            var properties = new JsonObject();
            foreach (var name in Wildcard.Names)
                properties[name] = new JsonObject
                {
                    ["description"] = Describe(name),
                    ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/definitions/parameterValue" }),
                };
            return new JsonObject
            {
                ["description"] = shape.Meaning,
                ["type"] = new JsonArray("object", "null"),
                ["additionalProperties"] = false,
                ["properties"] = properties,
                ["patternProperties"] = new JsonObject { ["\\*"] = new JsonObject { ["$ref"] = "#/definitions/parameterValue" } },
            };
        }

        private static string Describe(string name)
        {
            var one = Catalogue.Find(name);
            var p = one ?? Wildcard.Parameters(name)[0];
            var usual = one is null ? "by " + p.Id[(name.Length + 1)..] + " and others" : QuantityText.Of(p.Default, p.Measure);
            return $"{p.Meaning}. {QuantityText.Range(p.Min, p.Max, p.Measure)}; default {usual}. {p.Role}, "
                + $"{p.Evidence.ToString().ToLowerInvariant()}: {p.Source}";
        }
    }
}
