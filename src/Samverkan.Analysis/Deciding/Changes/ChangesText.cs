using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Deciding.Changes;

/// <summary>Which change did it, in words, tables and bars.</summary>
internal static class ChangesText
{
    public static DecisionText Of(ChangesResult result) => new(
        Localized.Of($"Which change of {result.Scenario.Title} did it?"),
        [DecisionText.Section("The answer", Answer(result), [], []), .. result.Outcomes.Select((_, at) => Table(result, at)),
            .. Together(result)]);

    private static string Answer(ChangesResult result)
    {
        var (figures, whole) = (new DecisionFigures(result.Outcomes[0]), result.Whole[0]);
        var start = Localized.Of($"All {result.Changes.Count} changes together: ")
            + $"{Localized.Of(result.Outcomes[0].Label)} {Localized.Of(figures.InWords(whole))}. ";
        var ordered = result.Changes.OrderByDescending(change => Math.Abs(Part(change).Difference)).ToList();
        var parts = ordered.Select(change =>
            $"{Localized.Of(change.Words)}: {Localized.Of(figures.Change(Part(change).Difference))}"
            + (whole.IsClear && change.Share is not null
                ? Localized.Of($" ({DecisionFigures.Share(Part(change).Difference / whole.Difference)} of it)") : "")
            + (Part(change).IsClear ? "" : Localized.Of(", not clear")));
        return start + Localized.Of(result.Changes[0].Share is null ? "What goes away when one is left out" : "What each adds")
            + $": {string.Join("; ", parts)}. "
            + Interplay(result, figures);
    }

    private static string Interplay(ChangesResult result, DecisionFigures figures)
    {
        var clear = result.Together.Where(two => two.More[0].IsClear)
            .OrderByDescending(two => Math.Abs(two.More[0].Difference)).ToList();
        return result.Together.Count == 0
            ? Localized.Of($"With {result.Changes.Count} changes not every combination was lived, so that nothing is said of "
                + $"what two do together.")
            : clear.Count == 0 ? Localized.Of("No two of them clearly strengthen or weaken each other.")
            : string.Join(" ", clear.Select(two => Localized.Of($"Together, '{result.Changes[two.One].Id}' and "
                + $"'{result.Changes[two.Other].Id}' do {figures.Change(two.More[0].Difference)} more than the two alone.")));
    }

    private static StudySection Table(ChangesResult result, int at)
    {
        var (figures, drawn) = (new DecisionFigures(result.Outcomes[at]), result.Head.Draws is not null);
        var shares = result.Changes[0].Share is not null;
        return DecisionText.Section(
            result.Outcomes[at].Label, "What each change does alone, and what goes away when it alone is left out.",
            ["", .. DecisionFigures.Heads("alone", drawn), .. DecisionFigures.Heads("left out: goes away", drawn), .. shares
                ? ["its part"] : Array.Empty<string>()],
            [
                .. result.Changes.Select(change => (IReadOnlyList<string>)
                [
                    change.Words, .. figures.Cells(change.Alone[at], drawn), .. figures.Cells(change.Last[at], drawn),
                    .. shares ? [figures.Change(change.Share![at].Difference)] : Array.Empty<string>(),
                ]),
                ["all together", .. figures.Cells(result.Whole[at], drawn), .. figures.Cells(result.Whole[at], drawn),
                    .. shares ? [figures.Change(result.Whole[at].Difference)] : Array.Empty<string>()],
            ],
            shares ? "Its part: the mean of what it adds over all orders in which the changes could be made; the parts add up "
                + "to the whole." : null) with
        {
            Picture = new Dots(
                Localized.Of($"{result.Outcomes[at].Label}: what each change does"), result.Outcomes[at].Unit,
                [.. result.Changes.Select(change => change.Words), "all together"], ["alone", "left out: goes away"],
                [
                    .. result.Changes.SelectMany((change, row) =>
                        new[] { Dot(0, row, change.Alone[at]), Dot(1, row, change.Last[at]) }),
                    Dot(0, result.Changes.Count, result.Whole[at]),
                ], Zero: true),
        };
    }

    private static IEnumerable<StudySection> Together(ChangesResult result) => result.Together.Count == 0 ? [] :
    [
        DecisionText.Section(
            "Two at a time", "What two changes do together more than each of them alone: 0 if they do not meddle with each "
                + "other.",
            ["", .. result.Outcomes.SelectMany(outcome => DecisionFigures.Heads(outcome.Label, result.Head.Draws is not null))],
            result.Together.Select(two => (IReadOnlyList<string>)
            [
                DecisionText.Listed([result.Changes[two.One].Id, result.Changes[two.Other].Id]),
                .. two.More.SelectMany((more, at) => new DecisionFigures(result.Outcomes[at])
                    .Cells(more, result.Head.Draws is not null)),
            ])),
    ];

    private static Dot Dot(int place, int row, EffectRow effect) => new(place, row, effect.Difference, effect.Low, effect.High);

    private static EffectRow Part(OneChange change) => change.Share?[0] ?? change.Last[0];
}
