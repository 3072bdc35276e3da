using Samverkan.Analysis.Ledgers;
using Samverkan.Analysis.Results;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>The assumption ledger: what the parameters of the model rest on.</summary>
internal static class Ledger
{
    public static string Of(ComparisonResult facts)
    {
        var (all, study, derived, expert, assumed) =
            (facts.Evidence.Sum(part => part.All), facts.Evidence.Sum(part => part.Study),
                facts.Evidence.Sum(part => part.Derived), facts.Evidence.Sum(part => part.Expert),
                facts.Evidence.Sum(part => part.Assumed));
        return Html.Paragraph(
            $"Of the model's {all} parameters {study} rest on a published figure, {derived} follow from published figures by "
                + $"arithmetic, {expert} are known in the field without a figure that was seen, and {assumed} are assumptions "
                + "of the modeller. "
            + (facts.Draws is { } draws
                ? $"The ranges of all that is not known above say how far they may be off together: "
                    + $"under {draws.Pairs} draws that agree with what was observed. What is named below would settle most of it."
                : "The intervals above are those of chance alone: they say nothing of how far the assumptions may be off."))
            + Html.Table(
                "Parameters by part of the model and by what their values rest on",
                Html.Head("part of the model") + Html.Head("published figure") + Html.Head("derived")
                + Html.Head("known in the field") + Html.Head("assumed"),
                facts.Evidence.Select(part => Html.RowHead(part.Part) + Html.Cell(Dash(part.Study))
                    + Html.Cell(Dash(part.Derived)) + Html.Cell(Dash(part.Expert)) + Html.Cell(Dash(part.Assumed))),
                    "wide rows four")
            + string.Concat(facts.Others.Select((scenario, i) => Quoted(scenario, i + 1, facts.Others.Count() > 1)))
            + Html.Paragraph(
                $"Every parameter with its value, range and source is in {Report.TablesName}; {ProgramName.AsTyped} explain "
                    + "tells of each.", "note");
    }

    private static string Quoted(ScenarioResult scenario, int place, bool several)
    {
        if (scenario.Ledger is not { } ledger)
            return "";
        var whose = ledger.Same
            ? $"The study {ledger.Study} varied all uncertain parameters of these very scenarios at once, as widely as their "
                + "evidence allows."
            : $"No shipped study asks how far this comparison rests on assumptions. The one of its kind, {ledger.Study}, asks "
                + $"it of “{ledger.Scenario}” against “{ledger.Base}”: read its shares as a guide to the order of size.";
        var heading = several ? Html.Named(place, scenario.Title) : Html.Text("How far the answer rests on assumptions");
        return $"<h3>{heading}</h3>\n"
            + Html.Paragraph(
                $"{whose} What is better known of the numbers named would narrow the answer; more replications would not. The "
                    + $"study is quoted by its result hash, {ledger.Result}.")
            + Html.Table(
                "What is not known about the change, by where it comes from",
                Html.Head("change in") + Html.Head("chance, in a single pair of runs") + Html.Head("of the rest: assumptions")
                + Html.Head("better known") + Html.Head("better knowledge would change it most", words: true),
                ledger.Outcomes.Select(one => Html.RowHead(one.Title) + Html.Cell(StudySection.Percent(one.Chance))
                    + Html.Cell(StudySection.Percent(one.Assumed)) + Html.Cell(StudySection.Percent(one.Known))
                    + Html.Cell(one.Foremost.Count == 0 ? "no single number"
                        : string.Join("; ", one.Foremost.Select(factor =>
                            $"{factor.Meaning} ({factor.Factor}, {StudySection.Percent(factor.Share)})")), "text")), "wide rows");
    }

    private static string Dash(int count) =>
        count == 0 ? "–" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
