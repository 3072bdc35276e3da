using System.CommandLine;
using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Reports.Studies;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Results;

namespace Samverkan.App.Commands;

/// <summary><c>report DIR</c>: the page to hand over, with its figures and tables, from what a result's folder holds.</summary>
public static class ReportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a comparison or a study" };
        var rank = RankOption.Create();
        var discount = DiscountOption.Create("the result's own");
        var command = new Command("report",
            "Write report.html, figures and an Excel workbook for a comparison or a study; for a comparison also a one-page "
                + "summary, a Word document and slides") { folder, rank, discount, Terminal.JsonOption() };
        command.Acts((parsed, terminal, _) =>
        {
            var place = parsed.GetValue(folder)!.TrimEnd(Path.DirectorySeparatorChar);
            if (!Directory.Exists(place))
                throw new BadRequest(
                    $"There is no folder '{place}'. Name the folder that 'compare' or 'study run' wrote, such as "
                        + "out/funding-cut-vs-baseline.");
            var rate = DiscountOption.Of(parsed, discount);
            using var held = FolderLock.Take(ResultFolder.FullPath(place), place);
            IReadOnlyList<string> figures = [.. Written(place, RankOption.Of(parsed, rank), rate)];
            var page = Path.Combine(place, Report.PageName);
            terminal.Say(
                $"{page}   {Report.FiguresName}/ ({figures.Count} pictures as SVG and PNG)   "
                    + $"{Report.TablesName}{string.Concat(Handouts(place).Select(name => $"   {name}"))}");
            terminal.Object(new
            {
                status = "done",
                exitCode = ExitCode.Done,
                report = page,
                figures,
                tables = Path.Combine(place, Report.TablesName),
                handouts =
                Handouts(place).Select(name => Path.Combine(place, name))
            });
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string> Handouts(string place) =>
        new[] { Report.SummaryName, Report.DocumentName, Report.SlidesName }.Where(name =>
            File.Exists(Path.Combine(place, name)));

    /// <summary>Writes the report, and gives the names of its pictures.</summary>
    private static IEnumerable<string> Written(string place, string rank, double? discount)
    {
        try
        {
            if (discount is not null && ComparisonResult.Read(place)?.Base.Budget is null)
                throw new BadRequest($"--discount: '{place}' has no budget by year. Only comparisons of this edition have one.");
            if (Path.Combine(place, StudyFacts.File) is var file && File.Exists(file) && StudyFacts.Read(file) is { } study)
            {
                var page = StudyPage.Of(study);
                page.Write(place);
                return page.Figures;
            }
            if (DecisionResult.Read(place) is { } decision)
            {
                var page = DecisionPage.Of(decision);
                page.Write(place);
                return page.Figures;
            }
            if (ComparisonResult.Read(place) is not { } result)
                throw new BadRequest(
                    $"'{place}' holds no {ComparisonResult.File} and no {StudyFacts.File}: it is no comparison or study, or one "
                        + "of an older version. Make it with 'compare', or tell a study's answers anew with 'study answer'.");
            if (discount is { } rate)
                result = DiscountOption.At(result, rate);
            var report = Report.Of(RankOption.By(result, rank), Path.Combine(place, "minutes"), rank);
            report.Write(place);
            return report.Figures.Select(figure => figure.Id);
        }
        catch (InvalidDataException e)
        {
            throw new BadRequest($"{e.Message} Make it again with 'compare', or with 'study answer'.");
        }
    }
}
