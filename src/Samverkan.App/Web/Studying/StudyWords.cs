using System.Globalization;

namespace Samverkan.App.Web.Studying;

/// <summary>How a study stands, in words that the pages' texts know.</summary>
internal static class StudyWords
{
    public static string State(StudyEntry entry) => entry.State switch
    {
        "waiting" => "Waiting",
        "running" => "Running",
        "failed" => "Failed",
        "done" => "Done",
        _ => "Not finished",
    };

    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Time(TimeSpan? left) =>
        left is not { } time ? "" : time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes} min"
        : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
