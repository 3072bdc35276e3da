using Samverkan.Model;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Results;

/// <summary>Whether minutes are still worth reading when one has read many of them.</summary>
public sealed class MinutesVarietyTests
{
    private const int Runs = 6;
    private const int KindsWanted = 80;
    private const string PutOff = "PutOff";

    private static readonly Lazy<List<string>[]> Told = new(() => [.. Enumerable.Range(1, Runs).Select(Entries)]);

    [Fact]
    public void No_six_kinds_of_entry_are_over_half_of_a_run() => Assert.All(Told.Value, entries =>
    {
        var most = entries.GroupBy(kind => kind).Select(kind => (Kind: kind.Key, Times: kind.Count()))
            .OrderByDescending(kind => kind.Times).ToList();
        var share = most.Take(6).Sum(kind => kind.Times) / (double)entries.Count;
        Assert.True(share <= .5,
            $"{share:0.00} of {entries.Count}: {string.Join(", ", most.Take(8).Select(kind => $"{kind.Kind} {kind.Times}"))}");
    });

    [Fact]
    public void Each_run_has_eighty_kinds_of_entry() =>
        Assert.All(Told.Value, entries => Assert.InRange(entries.Distinct().Count(), KindsWanted, int.MaxValue));

    [Fact]
    public void What_there_was_no_time_for_is_a_small_part() => Assert.All(
        Told.Value, entries => Assert.InRange(entries.Count(kind => kind == PutOff) / (double)entries.Count, 0, .1));

    // An entry is a paragraph: news, a matter that was taken up, or all that was put off together.
    private static List<string> Entries(int replication)
    {
        var baseline = ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", "baseline.yaml")).Blueprint;
        var (simulation, entries) = (new Simulation(baseline, 1, replication), new List<string>());
        while (!simulation.Finished)
            foreach (var minutes in simulation.Advance().Minutes)
            {
                entries.AddRange(minutes.Notes.Select(news => news.Topic));
                entries.AddRange(minutes.Items.Where(item => item.Reason != Deferral.NoTime)
                    .Select(item => item.Item.Occasion.Topic));
                if (minutes.Items.Any(item => item.Reason == Deferral.NoTime)) entries.Add(PutOff);
            }
        return entries;
    }
}
