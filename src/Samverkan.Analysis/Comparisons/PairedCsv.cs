using Samverkan.Model.Indicators;
using Samverkan.Runs.Results;

namespace Samverkan.Analysis.Comparisons;

/// <summary>
/// Every pair of figures behind the estimates: one row per scenario, replication and headline indicator or outcome of one's own.
/// Those of the headline table count from the policy's first month as the table does, all others from the month that tables count
/// from.
/// </summary>
public static class PairedCsv
{
    public static void Write(PairedComparison comparison, string path)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine("base,scenario,replication,seed,indicator,period,base_value,value,difference,unit,from");
        for (var scenario = 1; scenario < comparison.Scenarios.Count; scenario++)
            for (var replication = 0; replication < comparison.Replications; replication++)
            {
                for (var own = 0; own < comparison.Own.Count; own++)
                    file.WriteLine(Own(comparison, scenario, replication, own));
                foreach (var indicator in IndicatorCatalogue.All.Where(indicator => indicator.Headline))
                {
                    var inTable = HeadlineTable.Indicators.Contains(indicator);
                    var from = inTable ? comparison.Starts[scenario] : comparison.Since;
                    double Of(RunOutcome run) => inTable ? run.Horizon.From(from, indicator) : run.Figures[indicator];
                    var (before, after) =
                        (Of(comparison.Outcomes[0][replication]), Of(comparison.Outcomes[scenario][replication]));
                    file.WriteLine(string.Join(',',
                        Csv.Field(comparison.Base.Id), Csv.Field(comparison.Scenarios[scenario].Id), replication + 1,
                        comparison.Seed, indicator.Id,
                        Period(indicator.Over), Csv.Number(before), Csv.Number(after), Csv.Number(after - before),
                        Csv.Field(indicator.Unit), $"{from}-01"));
                }
            }
    }

    private static string Own(PairedComparison comparison, int scenario, int replication, int place)
    {
        var outcome = comparison.Own[place];
        var before = comparison.Outcomes[0][replication].Own[place];
        var after = comparison.Outcomes[scenario][replication].Own[place];
        return string.Join(
            ',', Csv.Field(comparison.Base.Id), Csv.Field(comparison.Scenarios[scenario].Id), replication + 1, comparison.Seed,
            outcome.Id, "expression", Csv.Number(before), Csv.Number(after), Csv.Number(after - before), Csv.Field(outcome.Unit),
            $"{outcome.From}-01");
    }

    private static string Period(Reduction over) => over switch
    {
        Reduction.Sum => "sum per year",
        Reduction.Last => "last month",
        _ => "mean",
    };
}
