using Samverkan.App.Web.Security;
using Samverkan.App.Web.Studying;
using static Microsoft.AspNetCore.Http.Results;

namespace Samverkan.App.Web.Results;

/// <summary>The files of a result, to open or to take along: those that lie in its folder and are of a kind that is told here, by
/// name.</summary>
internal static class ResultFiles
{
    public const string Report = "report.html";
    public const string Summary = Analysis.Reports.Report.SummaryName;

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".md"] = "text/markdown; charset=utf-8",
        [".json"] = "application/json",
        [".csv"] = "text/csv; charset=utf-8",
        [".gz"] = "application/gzip",
        [".parquet"] = "application/vnd.apache.parquet",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    public static IReadOnlyList<string> Of(ResultEntry entry) => In(entry.Path);

    public static IReadOnlyList<string> Of(StudyEntry entry) => In(entry.Path);

    public static void Map(WebApplication app) => app.MapGet("/results/{id}/{file}",
        (HttpContext context, ResultStore store, StudyService studies, string id, string file) =>
        Open(context, store.Find(id)?.Path ?? studies.Find(id)?.Path, id, file) ?? NotFound()).ExcludeFromDescription();

    /// <param name="folder">The result's; null: there is none.</param>
    /// <returns>null if there is no such result or file.</returns>
    public static IResult? Open(HttpContext context, string? folder, string id, string file)
    {
        if (folder is null || !In(folder).Contains(file)) return null;
        var path = ToldFiles.Of(folder, file) ?? Path.GetFullPath(Path.Combine(folder, file));
        var kind = Kinds[Path.GetExtension(file)];
        if (file is not (Report or Summary)) return File(path, kind, $"{id}-{file}");
        context.Response.Headers.ContentSecurityPolicy = Headers.ReportPolicy;
        return File(path, kind);
    }

    // The report first, then by name. A link in the folder is not followed out of it.
    private static IReadOnlyList<string> In(string folder) =>
    [
        .. from file in new DirectoryInfo(folder).EnumerateFiles()
           where Kinds.ContainsKey(file.Extension) && file.LinkTarget is null
           && (file.Extension != ".html" || file.Name is Report or Summary)
           orderby file.Name == Report descending, file.Name
           select file.Name,
    ];
}
