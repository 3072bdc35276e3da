using System.Text;
using Samverkan.Analysis.Deciding.Causes;
using Samverkan.Analysis.Deciding.Changes;
using Samverkan.Analysis.Deciding.Goals;
using Samverkan.Analysis.Deciding.Portfolios;
using Samverkan.Analysis.Deciding.Robustness;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Deciding;

/// <summary>A decision in words: its question, and the parts of its answer, each a sentence with its table. Made when it is
/// read.</summary>
/// <param name="Title">"What of best-of-all did it?"</param>
/// <param name="Sections">The answer first.</param>
public sealed record DecisionText(string Title, IReadOnlyList<StudySection> Sections)
{
    public static DecisionText Of(DecisionResult result) => result switch
    {
        GoalResult goal => GoalText.Of(goal),
        ChangesResult changes => ChangesText.Of(changes),
        RobustResult robust => RobustText.Of(robust),
        PortfolioResult portfolio => PortfolioText.Of(portfolio),
        WhyResult why => WhyText.Of(why),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>What it rests on.</summary>
    public static string Basis(DecisionHead head) =>
        Localized.Of($"Means of {Localized.OfMonth(head.Since)} to {Localized.OfMonth(head.To)}; "
            + $"{head.Replications} replications, seed {head.Seed}")
        + (head.Draws is not { } draws ? Localized.Of("; the shipped values are taken for known")
            : Localized.Of($"; all that is not known: {draws.Pairs} draws of {draws.Region}, the noise of chance taken off")
            + (draws.Missing == 0 ? ""
                : Localized.Of($" ({draws.Missing} uncertain parameters of this build are not in them)")))
        + Localized.Of($"; {head.Futures} futures in all, the same people and the same luck in each choice.")
        + (head.PriceYear is { } year ? " " + Localized.Of($"Sums are in SEK of {year}.") : "");

    /// <summary>In English, as all that results keep.</summary>
    public static string Markdown(DecisionResult result)
    {
        using var language = Localized.In(Localized.English);
        var told = Of(result);
        var text = new StringBuilder($"# {told.Title}\n\n");
        foreach (var section in told.Sections)
            text.Append(section.Markdown());
        return text.Append($"{Basis(result.Head)}\n").ToString();
    }

    internal static StudySection Section(
        string heading, string sentence, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, string? note =
            null) =>
        new(StudyPart.Decision, heading, sentence, head, [.. rows], note);

    /// <summary>"below 2.20", "above 2.20"</summary>
    internal static string Side(bool below, string level) =>
        below ? Localized.Of($"below {level}") : Localized.Of($"above {level}");

    /// <summary>"a", "a and b", "a, b and c"</summary>
    internal static string Listed(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))}{Localized.Of(" and ")}{items[^1]}",
    };
}
