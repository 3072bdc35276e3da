namespace Samverkan.Runs.Results;

/// <summary>What the columns of tables hold, for their description; those of persons say so themselves.</summary>
internal static class PackageColumns
{
    private const string Text = "string", Whole = "integer", Number = "number", Date = "date";

    // The type counts where a table is kept as text alone.
    private static readonly Dictionary<string, (string Type, string Meaning)> Known = new(StringComparer.Ordinal)
    {
        ["base"] = (Text, "id of the scenario that it is compared with"),
        ["scenario"] = (Text, "id of the scenario"),
        ["levers"] = (Text, "name of the lever point; empty without levers"),
        ["point"] = (Whole, "lever point, counted from 1"),
        ["sample"] = (Whole, "sample of the uncertain numbers, counted from 1"),
        ["replication"] = (Whole, "1 or more; the same replication of two scenarios shares its random numbers"),
        ["seed"] = (Whole, "seed of all chance"),
        ["month"] = (Date, "first day of the month"),
        ["quarter"] = (Date, "first day of the quarter"),
        ["year"] = (Whole, "calendar year"),
        ["from"] = (Date, "first month that counts"),
        ["actor"] = (Text, "path of the actor, such as municipality/0181"),
        ["municipality"] = (Text, "code of the municipality"),
        ["group"] = (Text, "target group; empty for all together"),
        ["indicator"] = (Text, "id of the indicator; see the package's indicators"),
        ["outcome"] = (Text, "id of the outcome: an indicator, or one of the study's own"),
        ["period"] = (Text, "how months become a figure: mean, sum per year, last month, or an expression"),
        ["value"] = (Number, "the number, in the unit of its row; empty where it is undefined"),
        ["base_value"] = (Number, "the same in the base"),
        ["unit"] = (Text, "unit of the numbers of the row"),
        ["mean"] = (Number, "mean over replications"),
        ["median"] = (Number, "median over runs"),
        ["difference"] = (Number, "this scenario less the base, in pairs"),
        ["difference_low"] = (Number, "lower end of the 95 % interval of the mean difference"),
        ["difference_high"] = (Number, "upper end of that interval"),
        ["low"] = (Number, "lower end of the 95 % interval"),
        ["high"] = (Number, "upper end of the 95 % interval"),
        ["percentile_10"] = (Number, "tenth percentile of the replications"),
        ["percentile_90"] = (Number, "ninetieth percentile of the replications"),
        ["p10"] = (Number, "tenth percentile over runs"),
        ["p90"] = (Number, "ninetieth percentile over runs"),
        ["unknown_low"] = (Number, "lower end of the range of all that is not known, of the expected difference"),
        ["unknown_high"] = (Number, "upper end of that range"),
        ["drawn_10"] = (Number, "tenth percentile of the runs under draws of all that is not known"),
        ["drawn_90"] = (Number, "ninetieth percentile of these runs"),
        ["status"] = (Text, "done or failed; of a person, where the person is"),
        ["hash"] = (Text, "hash of the run's result"),
        ["fate"] = (Text, "what became of the cooperation"),
        ["lost_at"] = (Text, "month from which it was dissolved or hollow; empty: neither"),
        ["years"] = (Number, "years until then, or to the end"),
        ["factor"] = (Text, "what is uncertain: a parameter, or several that move together"),
        ["parameter"] = (Text, "id of the parameter"),
        ["quantile"] = (Number, "quantile of the factor in this sample"),
        ["error"] = (Text, "why the run failed"),
        ["rerun"] = (Text, "the command that runs it again"),
    };

    private static readonly Dictionary<string, string> OfPersons =
        PersonTable.Columns.ToDictionary(one => one.Column.Name, one => one.Meaning, StringComparer.Ordinal);

    public static string TypeOf(string column) => Known.TryGetValue(column, out var known) ? known.Type : Text;

    /// <returns>null: <c>data-dictionary.md</c> says what it is.</returns>
    public static string? MeaningOf(string column) =>
        Known.TryGetValue(column, out var known) ? known.Meaning : OfPersons.GetValueOrDefault(column);
}
