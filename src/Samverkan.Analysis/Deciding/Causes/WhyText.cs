using Samverkan.Analysis.Studies.Answers;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Deciding.Causes;

/// <summary>Why a scenario does what it does, in words, tables and dots.</summary>
internal static class WhyText
{
    public static DecisionText Of(WhyResult result) => new(
        Localized.Of($"Why does {result.Scenario.Title} do what it does?"),
        [DecisionText.Section("The answer", Answer(result), [], []), Chain(result), Switched(result)]);

    private static string Answer(WhyResult result)
    {
        var figures = new DecisionFigures(result.Outcome);
        var chain = result.Links.Where(link => link.First is not null).Select(link =>
            $"{Localized.Of(link.Title)} {Localized.Of(Figures(link).Change(link.Size.Difference))} "
                + Unit(link) + Localized.Of($"from {link.First}"));
        var start = $"{Localized.Of(result.Scenario.Title)}: {Localized.Of(result.Outcome.Label)} "
            + $"{Localized.Of(figures.InWords(result.Whole))}. ";
        var found = result.Links.Count == 0 ? Localized.Of("No quantity of the chain differs clearly. ")
            : Localized.Of("From cause to effect, each from the first months in which it clearly differs: ")
                + $"{string.Join("; ", chain)}. ";
        return start + found + Checked(result, figures);
    }

    private static string Checked(WhyResult result, DecisionFigures figures)
    {
        if (!result.Whole.IsClear)
            return Localized.Of("The difference itself is not clear, so that nothing is said of what carries it.");
        var carried = result.Switched.Where(link => link.Carried.IsClear && Toward(result, link) > 0)
            .OrderByDescending(link => Toward(result, link)).ToList();
        return carried.Count == 0 ? Localized.Of("No single link that was switched off clearly carries it.")
            : Localized.Of("Switched off one by one, these links take of it away: ")
                + string.Join("; ", carried.Select(link => Localized.Of($"that {link.Words}: "
                    + $"{DecisionFigures.Share(Toward(result, link))} ({figures.Change(link.Carried.Difference)})")))
                + ". " + Localized.Of("Links work together, so that these shares need not add up.");
    }

    private static StudySection Chain(WhyResult result)
    {
        var drawn = result.Head.Draws is not null;
        return DecisionText.Section(
            "The chain",
            Localized.Of("What differs clearly between the two worlds from the policy's first month to the end, causes first.")
                + (drawn && result.Links.Count > 0 ? " " + Surviving(result.Links) : ""),
            ["", "clear since", "half of it by", .. DecisionFigures.Heads("mean difference", drawn), "in"],
            result.Links.Select(link => (IReadOnlyList<string>)
            [
                link.Title, link.First ?? "–", link.Half ?? "–", .. Figures(link).Cells(link.Size, drawn),
                link.AsPercent ? "percentage points" : link.Unit,
            ]),
            "Clear since: the first month of the first three in which the paired difference is clear, as it is over the twelve "
                + "from there on. Half of it: the first month of the first twelve whose difference is half of the mean.");
    }

    /// <summary>Which links keep their direction whatever is not known.</summary>
    private static string Surviving(IReadOnlyList<ChainLink> links)
    {
        var open = links.Where(link => link.Size.Unknown is not { SignSurvives: true }).Select(link =>
            Localized.Of(link.Title)).ToList();
        return open.Count == 0 ? Localized.Of("All of it keeps its direction whatever we do not know.")
            : open.Count == links.Count ? Localized.Of("The direction of all of it hangs on what is not known.")
            : Localized.Of($"The direction of {DecisionText.Listed(open)} hangs on what is not known; the rest keeps it whatever "
                + $"we do not know.");
    }

    private static StudySection Switched(WhyResult result)
    {
        var (figures, drawn) = (new DecisionFigures(result.Outcome), result.Head.Draws is not null);
        return DecisionText.Section(
            "Links switched off", Localized.Of($"The difference in {result.Outcome.Label} when a link is switched off in both "
                + $"worlds from {result.Head.Since} on."),
            ["switched off: that", .. DecisionFigures.Heads("difference left", drawn),
                .. DecisionFigures.Heads("goes away", drawn)],
            result.Switched.Select(link => (IReadOnlyList<string>)[link.Words, .. figures.Cells(link.Left, drawn),
                .. figures.Cells(link.Carried, drawn)]),
            Localized.Of("Switched off by these values, in both worlds: ")
                + string.Join("; ", result.Switched.Select(SetTo)) + ".") with
        {
            Picture = new Dots(
                Localized.Of($"{result.Outcome.Label}: the difference with a link switched off"), result.Outcome.Unit,
                ["nothing is switched off", .. result.Switched.Select(link => Localized.Of($"off: {link.Words}"))],
                    [result.Scenario.Title],
                [Dot(0, result.Whole), .. result.Switched.Select((link, row) => Dot(row + 1, link.Left))], Zero: true),
        };
    }

    private static string SetTo(SwitchedLink link) =>
        $"{link.Id}: {string.Join(", ", link.Set.Select(one => FormattableString.Invariant($"{one.Key} = {one.Value:0.###}")))}";

    private static Dot Dot(int row, EffectRow effect) => new(0, row, effect.Difference, effect.Low, effect.High);

    private static double Toward(WhyResult result, SwitchedLink link) => link.Carried.Difference / result.Whole.Difference;

    private static DecisionFigures Figures(ChainLink link) =>
        new(new OutcomeName(link.Id, link.Title, link.Unit, link.Decimals, link.AsPercent, Better.Neither));

    private static string Unit(ChainLink link) =>
        link.Unit.EndsWith(" year", StringComparison.Ordinal) ? $"{Localized.Of(link.Unit)} " : "";
}
