using System.Text;
using Samverkan.Model.Indicators;

namespace Samverkan.Runs.Results;

/// <summary>Describes the columns and the indicators of the series, from the catalogue that the model itself measures
/// by.</summary>
public static class DataDictionary
{
    private const string Columns = """
        # Data dictionary

        `series.parquet` (and `series.csv`, where it is kept) holds one row per measured number:

        | column | meaning |
        |---|---|
        | scenario | id of the scenario |
        | replication | 1 or more; the same replication of two scenarios shares its random numbers |
        | seed | seed of the ensemble |
        | month | first day of the month |
        | actor | path of the actor, such as `municipality/0181` |
        | group | target group; empty for all together |
        | indicator | see below |
        | value | the number; empty where it is undefined in that month |
        | unit | its unit |

        `paired.csv` holds, per compared scenario, replication and headline indicator, the figure of the period in both
        scenarios and their difference. A figure of the period is the mean over its months, the sum per year, or the last
        month's value, as the column "period" says; over several municipalities it is their mean, sum or mean.

        `bands.csv` holds, per scenario, headline indicator and quarter, the mean over replications, the tenth and ninetieth
        percentile (of the first 200 replications), and the mean paired difference to the base with its 95 % interval.
        `comparison.json` holds the whole result: answers, tables, curves, budget and bands. Its schema is `docs/comparison.schema.json`.

        ## Persons

        `persons.parquet` (and `persons.csv.gz`, where the series are kept as text) is there where `--persons` asked for it. It holds
        one row per person and month, of the replications that the manifest names under `recipe.persons`. Everyone who is in the target
        population at the month's end has a row; who has died or left has none from then on. All persons are synthetic.

        | column | meaning |
        |---|---|

        """;

    private const string Indicators = """

        ## Indicators

        Headline indicators are kept for every municipality and replication, the others where all series were asked for:
        in `run`, in replication 1 of `compare`, and with `--series all`.

        | indicator | unit | better | period | headline | meaning |
        |---|---|---|---|---|---|

        """;

    public static string Markdown()
    {
        var text = new StringBuilder(Columns.ReplaceLineEndings("\n"));
        foreach (var (column, meaning) in PersonTable.Columns)
            text.Append($"| {column.Name} | {meaning} |\n");
        text.Append(Indicators.ReplaceLineEndings("\n"));
        foreach (var i in IndicatorCatalogue.All)
            text.Append(
                $"| `{i.Id}` | {i.Unit} | {InWords(i.Better)} | {InWords(i.Over)} | {(i.Headline ? "yes" : "")} | {i.Title}: "
                    + $"{i.Meaning} |\n");
        return text.ToString();
    }

    private static string InWords(Better better) => better == Better.Neither ? "" : better.ToString().ToLowerInvariant();

    private static string InWords(Reduction over) => over switch
    {
        Reduction.Mean => "mean",
        Reduction.Sum => "sum per year",
        Reduction.Last => "last month",
        _ => throw new ArgumentOutOfRangeException(nameof(over)),
    };
}
