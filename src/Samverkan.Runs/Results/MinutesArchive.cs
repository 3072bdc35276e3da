using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Results;

/// <summary>Stores the minutes of one run: one text per meeting, in a folder per municipality if there are several.</summary>
public sealed class MinutesArchive : IRunObserver
{
    private readonly string folder;
    private readonly IMinutesWriter writer;
    private readonly Dictionary<string, string> names;

    /// <param name="writer">Whose sentences are used; null: English.</param>
    public MinutesArchive(string folder, Blueprint blueprint, IMinutesWriter? writer = null)
    {
        (this.folder, this.writer) = (folder, writer ?? EnglishMinutes.Instance);
        names = blueprint.Counties.SelectMany(county => county.Municipalities)
            .ToDictionary(place => place.Code, place => place.Name);
        Directory.CreateDirectory(folder);
    }

    /// <summary>The file that was written last; null before the first meeting.</summary>
    public string? Last { get; private set; }

    public void Observe(MonthResult month)
    {
        foreach (var minutes in month.Minutes)
        {
            var place = names.Count == 1 ? folder
                : Directory.CreateDirectory(Path.Combine(folder, minutes.Municipality)).FullName;
            Last = Path.Combine(place, $"{minutes.Month}-{minutes.Day:00}-meeting-{minutes.Number:000}.txt");
            File.WriteAllText(Last,
                MinutesText.Of(minutes, names.GetValueOrDefault(minutes.Municipality, minutes.Municipality), writer: writer));
        }
    }
}
