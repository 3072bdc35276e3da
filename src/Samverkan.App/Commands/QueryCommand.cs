using System.CommandLine;
using Samverkan.Analysis.Studies;

namespace Samverkan.App.Commands;

/// <summary><c>query "select ..." DIR</c>: SQL on the tables of a result.</summary>
public static class QueryCommand
{
    private const int MostShown = 200;

    public static Command Create()
    {
        var sql = new Argument<string>("SQL")
        {
            Description =
                "What is asked, such as \"select scenario, avg(value) from figures where outcome = 'sustained' group by 1\""
        };
        var folder = new Argument<string>("DIR") { Description = "Folder of a study, comparison or run" };
        var csv = new Option<bool>("--csv") { Description = "Print rows as CSV, all of them" };
        var command = new Command("query", "Ask the tables of a result by SQL (DuckDB); each file is a table of its name") { sql,
            folder, csv, Terminal.JsonOption() };
        command.Acts((parsed, terminal, _) =>
        {
            var answer = ResultQuery.Ask(parsed.GetValue(folder)!, parsed.GetValue(sql)!, parsed.GetValue(csv) || terminal.Json
                ? null : MostShown);
            foreach (var line in answer.LeftOut)
                terminal.Remark(line);
            if (parsed.GetValue(csv))
            {
                terminal.Say(string.Join(',', answer.Columns.Select(Runs.Results.Csv.Field)));
                foreach (var row in answer.Rows)
                    terminal.Say(string.Join(',', row.Select(cell => Runs.Results.Csv.Field(ResultQuery.Text(cell)))));
            }
            else
            {
                var table = TextTable.OfWords([.. answer.Columns]);
                foreach (var row in answer.Rows)
                    table.Add(row.Select(ResultQuery.Text));
                terminal.Show(table);
                if (answer.More)
                    terminal.Say($"(the first {MostShown} rows; --csv prints all)");
            }
            terminal.Object(new
            {
                status = "done",
                exitCode = ExitCode.Done,
                columns = answer.Columns,
                rows = answer.Rows.Select(row => row.Select(ResultQuery.Json)),
                leftOut = answer.LeftOut
            });
            return ExitCode.Done;
        });
        return command;
    }
}
