using System.CommandLine;
using Samverkan.Analysis.Reports;

namespace Samverkan.App.Commands;

/// <summary><c>report DIR</c>: the page to hand over, with its figures and tables, from what a result's folder holds.</summary>
public static class ReportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a comparison" };
        var command = new Command("report", "Write report.html, figures and an Excel workbook for a comparison") { folder, Terminal.JsonOption() };
        command.Acts((parsed, terminal, _) =>
        {
            var place = parsed.GetValue(folder)!.TrimEnd(Path.DirectorySeparatorChar);
            var report = Report.Of(FactsIn(place), Path.Combine(place, "minutes"));
            report.Write(place);
            var page = Path.Combine(place, Report.PageName);
            terminal.Say($"{page}   {Report.FiguresName}/ ({report.Figures.Count} pictures as SVG and PNG)   {Report.TablesName}");
            terminal.Object(new { status = "done", exitCode = ExitCode.Done, report = page, figures = report.Figures.Select(figure => figure.Id), tables = Path.Combine(place, Report.TablesName) });
            return ExitCode.Done;
        });
        return command;
    }

    private static ReportFacts FactsIn(string folder)
    {
        if (!Directory.Exists(folder))
            throw new BadRequest($"There is no folder '{folder}'. Name the folder that 'compare' wrote, such as out/funding-cut-vs-baseline.");
        var file = Path.Combine(folder, ReportFacts.File);
        if (!File.Exists(file))
            throw new BadRequest($"'{folder}' holds no {ReportFacts.File}: it is no comparison, or one of an older version. Make it with 'compare'.");
        try
        {
            return ReportFacts.Read(file);
        }
        catch (InvalidDataException e)
        {
            throw new BadRequest($"{e.Message} Make the comparison again with 'compare'.");
        }
    }
}
