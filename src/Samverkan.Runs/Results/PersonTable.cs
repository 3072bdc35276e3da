using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Runs.Results;

/// <summary>A person at the end of a month.</summary>
public readonly record struct PersonRow(Month Month, KeptPerson Kept);

/// <summary>
/// Persons by month: one row per person and month, one column per domain of need. Some tens of thousands of rows are in memory
/// at a time.
/// </summary>
public sealed class PersonTable : IRowFile<PersonRow>
{
    /// <summary>The name of the table, without an ending.</summary>
    public const string Name = "persons";

    private const int NoNeed = 0, MetNeed = 1, UnmetNeed = 2;

    /// <summary>Every column with its meaning.</summary>
    public static IReadOnlyList<(Column Column, string Meaning)> Columns { get; } =
    [
        (Column.Text("scenario"), "id of the scenario"),
        (Column.Small("replication"),
            "1 or more; a person of the same replication meets the same random numbers in every scenario"),
        (Column.Whole("seed"), "seed of the ensemble"),
        (Column.Month("month"), "first day of the month at whose end the person is shown"),
        (Column.Text("person"), "who: the same in every scenario; 16 digits that `person` takes, too"),
        (Column.Text("municipality"), "path of the municipality, such as `municipality/0181`"),
        (Column.Text("keeper"), "path of the team or municipality that is responsible for the person"),
        (Column.Text("status"), $"{string.Join(", ", Keepings.Ids.Select(id => $"`{id}`"))}"),
        (Column.Text("group"), "target group"),
        (Column.Month("arrival"),
            "first day of the month in which the person came into the target population, which may be before the first month"),
        (Column.Small("months_since_arrival"), "months from `arrival` to `month`"),
        (Column.Small("age"), "age in whole years; no rule of the model reads it, so that nothing depends on it"),
        (Column.Real("severity"), "severity of illness; its mean in the population is 1"),
        (Column.Real("engagement"), "engagement with the service, 0 to 1"),
        (Column.Small("needs_met"), "number of domains with a met need"),
        (Column.Small("needs_unmet"), "number of domains with an unmet need"),
        (Column.Small("coordinator_months"), "months with the same coordinator"),
        (Column.Small("waiting_months"), "months in the queue of a team"),
        (Column.Small("ward_days"),
            "days in the ward that are left at the month's end, those ready for discharge included; 0: not in the ward"),
        (Column.Small("months_out"), "months in a row out of contact with every service"),
        .. Domains.Ids.Select(id => (Column.Small($"need_{id}"),
            $"need in the domain `{id}`: 0 none, 1 met, 2 unmet, as the Camberwell Assessment of Need rates")),
    ];

    private readonly TidyTable table;
    private readonly Dictionary<ActorPath, (string Keeper, string Municipality)> places = [];

    /// <param name="folder">Where the files are written.</param>
    /// <param name="asText">Write <c>persons.csv.gz</c> beside <c>persons.parquet</c>.</param>
    public PersonTable(string folder, bool asText) =>
        table = new(Path.Combine(folder, Name), [.. Columns.Select(column => column.Column)], asText, zipped: true);

    public void Write(RunLabel run, ReadOnlySpan<PersonRow> rows)
    {
        Span<Cell> cells = new Cell[Columns.Count];
        foreach (ref readonly var row in rows)
        {
            Fill(cells, run, row);
            table.Write(cells);
        }
    }

    public void Dispose() => table.Dispose();

    private void Fill(Span<Cell> cells, RunLabel run, in PersonRow row)
    {
        var person = row.Kept.Person;
        var arrival = Identity.ArrivalOf(person.Id);
        var (keeper, municipality) = PlaceOf(row.Kept.Keeper);
        Cell[] start =
        [
            run.Scenario, run.Replication, run.Seed, row.Month, person.Id.ToString("x16"), municipality, keeper,
            row.Kept.Keeping.Id(), person.Group.Id(),
            arrival, row.Month - arrival, Age.In(row.Month, person.Id, person.Group), (double)person.Severity,
            (double)person.Engagement, person.MetCount, person.UnmetCount,
            (int)person.CoordinatorMonths, (int)person.WaitingMonths, person.WardDays + person.DelayDays, (int)person.MonthsOut,
        ];
        start.CopyTo(cells);
        for (var domain = 0; domain < Domains.Count; domain++)
            cells[start.Length + domain] = (person.Unmet >> domain & 1) != 0 ? UnmetNeed : (person.Met >> domain & 1) != 0
                ? MetNeed : NoNeed;
    }

    private (string Keeper, string Municipality) PlaceOf(ActorPath keeper)
    {
        if (!places.TryGetValue(keeper, out var place))
            places[keeper] = place = (keeper.ToString(), ActorPath.Municipality(keeper.Code).ToString());
        return place;
    }
}
