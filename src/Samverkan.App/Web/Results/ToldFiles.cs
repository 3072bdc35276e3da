using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;

namespace Samverkan.App.Web.Results;

/// <summary>
/// What people read of a comparison, in a language other than that of its folder: made when it is first asked for, and kept
/// outside of the result, which stays as it is.
/// </summary>
internal static class ToldFiles
{
    private static readonly string[] Names = [Report.PageName, Report.SummaryName, Report.DocumentName, Report.SlidesName];
    private static readonly string Place = Path.Combine(Path.GetTempPath(), $"samverkan-told-{Environment.ProcessId}");
    private static readonly Lock Making = new();

    static ToldFiles() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        if (Directory.Exists(Place)) Directory.Delete(Place, recursive: true);
    };

    /// <summary>The file in the reader's language; null where the folder's own is to be shown.</summary>
    public static string? Of(string folder, string file)
    {
        if (Localized.Language == Localized.English || !Names.Contains(file) || ComparisonResult.Read(folder) is not { } result)
            return null;
        var told = Path.Combine(Place, Localized.Language, $"{Path.GetFileName(folder)}-{result.ResultHash.Replace(" ", "")}");
        lock (Making)
            if (!File.Exists(Path.Combine(told, file)))
            {
                Directory.CreateDirectory(told);
                Report.Of(result, Path.Combine(folder, "minutes")).Write(told);
            }
        return Path.Combine(told, file);
    }
}
