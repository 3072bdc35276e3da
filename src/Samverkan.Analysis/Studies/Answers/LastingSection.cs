using System.Globalization;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Runs.Studies;
using static Samverkan.Analysis.Studies.Answers.StudySection;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>How long the cooperations of a study without levers last, over all its runs.</summary>
internal static class LastingSection
{
    private const double MonthsOfAYear = 12;

    /// <returns>null: no cooperation began anywhere, or the runs are not of one kind: levers, or a design that moves parameters
    /// in a pattern.</returns>
    public static StudySection? Of(StudyResults results)
    {
        var (study, design) = (results.Study, results.Design);
        if (design.Points.Length > 1
            || study.Sampling?.Method is SamplingMethod.OneAtATime or SamplingMethod.Morris or SamplingMethod.SobolIndices)
            return null;
        var sampled = design.Samples > 1;
        var runs = results.Records().Where(run => !run.Failed).ToList();
        var lasting = study.Policies.Select((policy, place) =>
            Lasting.Of(place, policy.Title, policy.Blueprint, [.. runs.Where(run => run.Key.Policy == place)], !sampled))
            .ToList();
        if (lasting.All(one => one.Lifetimes.Count == 0))
            return null;
        var to = study.Policies[0].Blueprint.To;
        string[] tests = sampled ? [] : [.. lasting.Skip(1).Select(one => Test(lasting[0], one)).OfType<string>()];
        return new(
            StudyPart.Lasting, "Cooperations that are neither dissolved nor hollow",
            $"{string.Join("; ", lasting.Select(one => $"{one.Line.Label}: {one.Line.Lost:N0} of {one.Line.Began:N0} are "
                + "dissolved or hollow"))}.",
            ["", "began", "dissolved or hollow", "half of them within", $"neither by {to.Year}", .. sampled
                ? Array.Empty<string>() : ["95 % interval"]], [.. lasting.Select(one => Row(one, sampled))],
            !sampled ? (tests.Length > 0 ? SurvivalText.Explained : null)
            : "Cooperations of all samples together. Runs of one sample are no independent runs, so that the curves have no "
                + "intervals here; the table differences has one for the outcome `sustained`.")
        {
            Points = tests,
            Picture = new Survival("Cooperations that are neither dissolved nor hollow",
                study.Policies[0].Blueprint.From.ToString(), to.ToString(), [.. lasting.Select(one => one.Line)]),
        };
    }

    private static string? Test(Lasting @base, Lasting other)
    {
        var replications = @base.ByReplication.Keys.Where(other.ByReplication.ContainsKey).Order().ToList();
        return SurvivalText.Test([.. replications.Select(r => @base.ByReplication[r])],
            [.. replications.Select(r => other.ByReplication[r])], EndingText.Of(Ending.NotSustained)) is { } test
            ? $"{other.Line.Label}. {test}" : null;
    }

    private static IReadOnlyList<string> Row(Lasting one, bool sampled)
    {
        var median = KaplanMeier.Median(KaplanMeier.Of(one.Lifetimes));
        var last = one.Line.Curve.Count == 0 ? new("", 1, double.NaN, double.NaN) : one.Line.Curve[^1];
        return [
            one.Line.Label, one.Line.Began.ToString("N0", CultureInfo.InvariantCulture),
            one.Line.Lost.ToString("N0", CultureInfo.InvariantCulture), median is { } months
            ? (months / MonthsOfAYear).ToString("0.0 years", CultureInfo.InvariantCulture) : "–",
            Percent(last.Share), .. sampled ? Array.Empty<string>()
            : [double.IsNaN(last.Low) ? "–" : $"{Percent(last.Low)} .. {Percent(last.High)}"]];
    }

    private sealed record Lasting(SurvivalLine Line, IReadOnlyList<Lifetime> Lifetimes,
        Dictionary<int, IReadOnlyList<Lifetime>> ByReplication)
    {
        public static Lasting Of(int place, string title, Blueprint world, IReadOnlyList<StudyRecord> runs, bool withIntervals)
        {
            IReadOnlyList<Lifetime> Of(IEnumerable<StudyRecord> some) =>
                [.. some.SelectMany(run => run.LostAt).Where(at => at != StudyRecord.NeverBegan)
                .Select(at => at == StudyRecord.Kept ? new Lifetime(world.To - world.From + 1, false)
                    : new Lifetime(Month.Of(at / 12, at % 12 + 1) - world.From, true))];
            var lifetimes = Of(runs);
            double Shown(double end) => withIntervals ? end : double.NaN;
            return new(
                new(place, title, lifetimes.Count, lifetimes.Count(one => one.Ended),
                    [.. KaplanMeier.Of(lifetimes).Select(step =>
                        new SurvivalPoint((world.From + (int)step.Time).ToString(), step.Share, Shown(step.Low),
                            Shown(step.High)))]),
                lifetimes, runs.GroupBy(run => run.Key.Replication).ToDictionary(same => same.Key, Of));
        }
    }
}
