using Samverkan.Analysis.Patterns;
using Samverkan.Analysis.Stories;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Tests;
using Samverkan.Runs.Tests.Results;
using Samverkan.Runs.Wording;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>Results follow from what minutes record, and not from their words.</summary>
public sealed class RewordedMinutesTests
{
    [Fact]
    public void A_writer_who_rewords_every_sentence_changes_no_series_pattern_story_or_hash()
    {
        var (told, reworded) = (Recorded(EnglishMinutes.Instance), Recorded(new Scrambled(7)));

        Assert.Equal(told.Hashes, reworded.Hashes);
        Assert.Equal(told.Series, reworded.Series);
        Assert.Equal(told.Patterns, reworded.Patterns);
        Assert.Equal(told.Story, reworded.Story);
        Assert.Equal(told.Minutes.Select(file => file.Name), reworded.Minutes.Select(file => file.Name));
        Assert.InRange(told.Minutes.Count, 50, int.MaxValue);
        Assert.Empty(told.Minutes.SelectMany(file => file.Lines).Intersect(reworded.Minutes.SelectMany(file => file.Lines)));
        Assert.DoesNotContain(told.Patterns, figure => figure.Figure == "");
    }

    // A figure that was read from sentences that are always made in English would be missed by the test above.
    [Theory]
    [InlineData("Patterns")]
    [InlineData("Stories")]
    [InlineData("Sustainability")]
    [InlineData("Statistics")]
    public void What_finds_has_no_access_to_the_words_of_minutes(string folder) => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Samverkan.Analysis", folder), "*.cs",
            SearchOption.AllDirectories),
        file => Assert.DoesNotMatch("MinutesText|EnglishMinutes|IMinutesWriter|MinutesArchive|MinutesStore",
            File.ReadAllText(file)));

    private static Result Recorded(IMinutesWriter writer)
    {
        using var place = new TemporaryFolder();
        var job = new Job(0, 0, Blueprint.Case, 1, 1, Detail.All);
        using var recording = new Recording(ResultFolder.Open(place["result"], "inputs", force: false), minutesWriter: writer);
        var (life, hashes) = (new LifeRecord(job.Blueprint), new List<ulong>());
        var simulation = new Simulation(job.Blueprint, job.Seed, job.Replication, job.Detail);
        var observers = recording.WritersOf(job);
        while (!simulation.Finished)
        {
            var month = simulation.Advance();
            foreach (var observer in observers.Append(life))
                observer.Observe(month);
            hashes.AddRange(month.Hashes);
        }
        foreach (var observer in observers.Append(life))
            observer.Finish();
        recording.Complete(new("samverkan", "0", "run", "inputs", "result", job.Seed, [1], [], []));
        return new(
            hashes, File.ReadAllText(Path.Combine(place["result"], "series.csv")), [.. Judged(life)], Story(job),
            [.. Kept(Path.Combine(place["result"], "minutes"))]);
    }

    // Every pattern, as if each of its worlds had lived this one life.
    private static IEnumerable<PatternFigure> Judged(LifeRecord life)
    {
        var worlds = new Worlds(PatternList.WorldsOf(PatternList.All)
            .ToDictionary(variant => variant.Name, _ => (IReadOnlyList<LifeRecord>)[life, life]));
        return PatternList.All.SelectMany(pattern => pattern.Judge(worlds));
    }

    private static string Story(Job job)
    {
        var lives = Lives.Run(
            (blueprint, seed, replication, detail) => new InProcessRun(new Simulation(blueprint, seed, replication, detail)),
            job.Blueprint with { To = job.Blueprint.From + 47 }, job.Seed, job.Replication, CancellationToken.None);
        return string.Concat(lives.Persons.Order().Take(20)
            .Select(person => new LifeStory(person, ["the case"], [lives]).Text()));
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Lines)> Kept(string folder) =>
        Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (
            Path.GetFileName(file),
            (IReadOnlyList<string>)[.. File.ReadAllLines(file)
                .Select(line => line.Trim(' ', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.')).Where(line => line != "")]));

    private sealed record Result(
        List<ulong> Hashes, string Series, List<PatternFigure> Patterns, string Story,
        List<(string Name, IReadOnlyList<string> Lines)> Minutes);
}
