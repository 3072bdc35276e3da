using System.Text;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>Describes the tables of a study, from the catalogue that the model measures by.</summary>
public static class StudyDictionary
{
    private const string Tables = """
        # Data dictionary of a study

        Every table is a Parquet file and, but for `years`, a CSV file of the same name and columns.

        | table | one row for each | columns beside scenario, levers, sample, replication and seed |
        |---|---|---|
        | runs | run | status (done, failed), hash of its result |
        | figures | run and outcome | outcome, value over the outcome's period, unit |
        | fates | run and municipality | fate of the cooperation (kept; lost: dissolved or hollow; never began), lost_at, years until then or to the end |
        | years | run, year and indicator | year, indicator, value, unit |
        | bands | cell, year and indicator | runs, mean, median, p10, p90, p2_5, p97_5, unit |
        | samples | sample and parameter | factor, parameter, quantile of the factor, value |
        | differences | scenario, lever point and outcome | what the scenario changes against the first: see below |
        | levels | scenario, lever point and outcome | mean with its 95 % interval, percentiles, and the step from the lever point before |
        | sensitivity | scenario (or difference), outcome and factor | method, indices with 95 % intervals |
        | shares | scenario (or difference) and outcome | share of the variance that is due to the parameters, and to chance |
        | ledger | scenario (or difference), outcome and factor | share of the variance by factor, with the grade of its evidence |
        | boxes | question, box and restriction | the boxes in which something happens, with coverage, density and score |
        | peeling | question, box, step and restriction | every box on the way to each |
        | waves, region | wave; accepted sample and parameter | what history matching ruled out, and what calibration keeps |

        `scenario` is the id in the study; `levers` names the lever point and is empty without levers; `lever.NAME`, a column for each lever, holds what it
        is at (a number where all its options are numbers); `sample` counts from 1,
        and so does `replication`: the same replication of two cells shares its random numbers. A table is there if the study
        has something to put into it.

        In `differences`: `low`, `high` are the 95 % interval of the mean paired difference (Student's t; of shares Newcombe's), `boot_low`, `boot_high` the bootstrap's (BCa).
        Where uncertain numbers are sampled, they and `p` count a draw of them (`draws`) once, however many runs it has, and hold the luck that
        all draws share; those of `levels` do too. `pairs` counts runs;
        `p10`, `p90` the spread of the differences over pairs; `probability_better` the share of pairs that are better, ties half;
        `effect` the difference in standard deviations of the base, `effect_of_pairs` in those of the differences;
        `variance_reduction` how many times more replications unpaired runs would need; `p_holm` is p (of the paired t test; of shares of cooperations McNemar's exact), corrected for all
        outcomes, scenarios and lever points that were asked for; `replications_for_5_percent` how many replications would bring
        the interval to 5 % of the base's mean either way, 0 where replications alone would not. What is undefined is empty: the bootstrap where all
        pairs differ by the same, an effect where the base never varies, everything but the means with one pair.

        ## Indicators

        | indicator | unit | better | meaning |
        |---|---|---|---|

        """;

    public static string Markdown()
    {
        var text = new StringBuilder(Tables.ReplaceLineEndings("\n"));
        foreach (var fate in FateOutcome.All)
            text.Append($"| `{fate.Id}` | {fate.Unit} | {fate.Better.ToString().ToLowerInvariant()} | {fate.Meaning} |\n");
        foreach (var i in IndicatorCatalogue.All)
            text.Append(
                $"| `{i.Id}` | {i.Unit} | {(i.Better == Better.Neither ? "" : i.Better.ToString().ToLowerInvariant())} | "
                    + $"{i.Title}: {i.Meaning} |\n");
        return text.ToString();
    }
}
