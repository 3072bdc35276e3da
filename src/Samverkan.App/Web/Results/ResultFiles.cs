using Samverkan.App.Web.Security;
using static Microsoft.AspNetCore.Http.Results;

namespace Samverkan.App.Web.Results;

/// <summary>The files of a result, to open or to take along: those of a short list, by name.</summary>
internal static class ResultFiles
{
    public const string Report = "report.html";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [Report] = "text/html; charset=utf-8",
        ["comparison.md"] = "text/markdown; charset=utf-8",
        ["comparison.json"] = "application/json",
        ["manifest.json"] = "application/json",
        ["data-dictionary.md"] = "text/markdown; charset=utf-8",
        ["bands.csv"] = "text/csv; charset=utf-8",
        ["paired.csv"] = "text/csv; charset=utf-8",
        ["series.csv"] = "text/csv; charset=utf-8",
        ["series.parquet"] = "application/vnd.apache.parquet",
    };

    public static IEnumerable<string> Of(ResultEntry entry) => Kinds.Keys.Where(name => System.IO.File.Exists(Path.Combine(entry.Path, name)));

    public static void Map(WebApplication app) => app.MapGet("/results/{id}/{file}", (HttpContext context, ResultShelf shelf, string id, string file) =>
        Open(context, shelf, id, file) ?? NotFound()).ExcludeFromDescription();

    /// <returns>null if there is no such result or file.</returns>
    public static IResult? Open(HttpContext context, ResultShelf shelf, string id, string file)
    {
        if (shelf.Find(id) is not { } entry || !Of(entry).Contains(file)) return null;
        var path = Path.GetFullPath(Path.Combine(entry.Path, file));
        if (file != Report) return File(path, Kinds[file], $"{entry.Id}-{file}");
        context.Response.Headers.ContentSecurityPolicy = Headers.ReportPolicy;
        return File(path, Kinds[file]);
    }
}
