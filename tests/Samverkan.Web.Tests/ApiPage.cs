using System.Text;
using System.Text.Json;

namespace Samverkan.Web.Tests;

/// <summary>The page <c>docs/http-api.md</c>, made from the description that the program itself serves.</summary>
internal static class ApiPage
{
    public static string Of(JsonElement api)
    {
        var page = new StringBuilder($"""
            # Interface for programs

            What `./samverkan serve` answers to programs. {api.GetProperty("info").GetProperty("description").GetString()} The same, for machines, is at
            `/openapi/v1.json` of a running server; examples in Python, R and C# are in [pages.md](pages.md#for-programs). Made from
            that description; do not edit.


            """);
        foreach (var tag in api.GetProperty("tags").EnumerateArray().Select(t => t.GetProperty("name").GetString()!))
        {
            page.Append($"## {tag}\n\n| request | what it does | takes | answers |\n|-|-|-|-|\n");
            foreach (var path in api.GetProperty("paths").EnumerateObject())
                foreach (var operation in path.Value.EnumerateObject()
                    .Where(o => o.Value.GetProperty("tags")[0].GetString() == tag))
                    page.Append(
                        $"| `{operation.Name.ToUpperInvariant()} {path.Name}` | "
                            + $"{operation.Value.GetProperty("summary").GetString()} | {Takes(operation.Value)} | "
                            + $"{Answers(operation.Value)} |\n");
            page.Append('\n');
        }
        page.Append("## Objects\n\nNames with a question mark may be absent or null.\n\n| object | its names |\n|-|-|\n");
        foreach (var schema in api.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(s => s.Value.TryGetProperty("properties", out _)))
            page.Append(
                $"| {schema.Name} | "
                    + $"{string.Join(", ", schema.Value.GetProperty("properties").EnumerateObject().Select(p => $"`{p.Name}`{(MayBeNothing(p.Value) ? "?" : "")} {Kind(p.Value)}"))} |\n");
        return page.ToString();
    }

    private static string Takes(JsonElement operation)
    {
        var query = operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query")
            .Select(p => $"`?{p.GetProperty("name").GetString()}=`") : [];
        var body = operation.TryGetProperty("requestBody", out var request)
            ? request.GetProperty("content").EnumerateObject().Take(1).Select(c => Body(c)) : [];
        return string.Join(", ", query.Concat(body));
    }

    private static string Answers(JsonElement operation) =>
        string.Join(", ", operation.GetProperty("responses").EnumerateObject().Select(r =>
            r.Value.TryGetProperty("content", out var content)
        && content.EnumerateObject().FirstOrDefault() is { Name: not "application/problem+json" } first
            ? $"{r.Name} {Body(first)}" : r.Name));

    private static string Body(JsonProperty content) =>
        content.Value.TryGetProperty("schema", out var schema) && content.Name == "application/json" ? Kind(schema)
        : content.Name;

    private static string Kind(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return reference.GetString()!.Split('/')[^1];
        if (schema.TryGetProperty("oneOf", out var several))
            return Kind(several.EnumerateArray().Last());
        if (schema.TryGetProperty("items", out var items))
            return $"list of {Kind(items)}";
        if (schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object)
            return $"{Kind(values)} by name";
        if (schema.TryGetProperty("anyOf", out var first))
            return Kind(first[0]);
        return schema.TryGetProperty("type", out var type)
            ? type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!).Last(t => t != "null")
            : type.GetString()!
            : schema.TryGetProperty("enum", out var words) ? string.Join(" or ", words.EnumerateArray().Select(w => $"\"{w}\""))
            : "anything";
    }

    private static bool MayBeNothing(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array
        && type.EnumerateArray().Any(t => t.GetString() == "null")
        || schema.TryGetProperty("oneOf", out var several)
        && several.EnumerateArray()
        .Any(s => s.TryGetProperty("type", out var t) && t.ValueKind == JsonValueKind.String && t.GetString() == "null");
}
