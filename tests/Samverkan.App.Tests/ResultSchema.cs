using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Samverkan.Analysis.Results;

namespace Samverkan.App.Tests;

/// <summary>Makes <c>docs/comparison.schema.json</c> from the types of a result and their comments.</summary>
internal static partial class ResultSchema
{
    private static readonly XElement Comments = XElement.Load(Path.Combine(AppContext.BaseDirectory, "Samverkan.Analysis.xml"));
    private static readonly JsonSerializerOptions Written = new(ComparisonResult.Format) { WriteIndented = true };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    public static string Text()
    {
        var schema = ComparisonResult.Format.GetJsonSchemaAsNode(typeof(ComparisonResult),
            new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Described }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Samverkan: result of a comparison");
        return schema.ToJsonString(Written) + "\n";
    }

    private static JsonNode Described(JsonSchemaExporterContext context, JsonNode node)
    {
        if (context.TypeInfo.Type == typeof(double) || context.TypeInfo.Type == typeof(float))
            node = new JsonObject { ["type"] = new JsonArray("number", "null") };
        if (context.PropertyInfo?.AttributeProvider is System.Reflection.PropertyInfo list
            && (node as JsonObject)?["items"] is JsonObject items && HoldsNull(list))
            items["type"] = new JsonArray((string)items["type"]!, "null");
        var words = context.PropertyInfo is { AttributeProvider: System.Reflection.MemberInfo member }
            ? OfMember(member) : OfType(context.TypeInfo.Type);
        if (words is not null && node is JsonObject described)
            described.Insert(0, "description", words);
        return node;
    }

    // The exporter sees whether a property may be null, and not whether the elements of a list may.
    private static bool HoldsNull(System.Reflection.PropertyInfo list) =>
        new System.Reflection.NullabilityInfoContext().Create(list)
        .GenericTypeArguments is [{ ReadState: System.Reflection.NullabilityState.Nullable }];

    private static string? OfMember(System.Reflection.MemberInfo member)
    {
        var type = member.DeclaringType!.FullName;
        var parameter = Comments.Descendants("member")
            .Where(one => ((string)one.Attribute("name")!).StartsWith($"M:{type}.#ctor(", StringComparison.Ordinal))
            .Elements("param").FirstOrDefault(one => (string?)one.Attribute("name") == member.Name);
        return Plain(parameter ?? Member($"P:{type}.{member.Name}")?.Element("summary"));
    }

    private static string? OfType(Type type) => Plain(Member($"T:{type.FullName}")?.Element("summary"));

    private static XElement? Member(string name) =>
        Comments.Descendants("member").FirstOrDefault(one => (string?)one.Attribute("name") == name);

    private static string? Plain(XElement? comment)
    {
        if (comment is null)
            return null;
        var text = string.Concat(comment.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" or "paramref" } link =>
                ((string?)link.Attribute("cref") ?? (string?)link.Attribute("name") ?? "").Split('(')[0].Split('.', ':')[^1],
            XElement element => element.Value,
            _ => node.ToString(),
        }));
        return Blanks().Replace(System.Net.WebUtility.HtmlDecode(text), " ").Trim();
    }
}
