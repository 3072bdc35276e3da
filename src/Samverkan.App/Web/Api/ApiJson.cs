using System.Text.Json;
using System.Text.Json.Serialization;
using Samverkan.Model;

namespace Samverkan.App.Web.Api;

/// <summary>The JSON settings of the HTTP interface.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        // A name with a slip, such as "replication" for "replications", would else leave the order as if it were not there.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
    }

    /// <summary>"2003-01"; null stays null.</summary>
    public static string? Text(this Month? month) => month?.ToString();
}
