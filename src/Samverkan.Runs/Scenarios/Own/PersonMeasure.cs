using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Results;

namespace Samverkan.Runs.Scenarios.Own;

/// <summary>
/// What expressions read of persons: a number of a person at the end of a month. Its mean over the person's months counts.
/// </summary>
/// <param name="Id">Its name in expressions, such as <c>person.unmetNeeds</c>.</param>
public sealed record PersonMeasure(string Id, string Unit, string Meaning, Func<KeptPerson, Month, double> Of) : Need
{
    private const string Prefix = "person.", Share = "share";

    public static ImmutableArray<PersonMeasure> All { get; } =
    [
        new($"{Prefix}unmetNeeds", "needs", "domains with an unmet need", (kept, _) => kept.Person.UnmetCount),
        new($"{Prefix}metNeeds", "needs", "domains with a met need", (kept, _) => kept.Person.MetCount),
        new($"{Prefix}age", "years", "age in whole years; no rule of the model reads it",
            (kept, month) => Age.In(month, kept.Person.Id, kept.Person.Group)),
        new($"{Prefix}severity", "index", "severity of illness; its mean in the population is 1",
            (kept, _) => kept.Person.Severity),
        new($"{Prefix}engagement", "index", "engagement with the service, 0 to 1", (kept, _) => kept.Person.Engagement),
        new($"{Prefix}coordinatorMonths", "months", "months with the same coordinator",
            (kept, _) => kept.Person.CoordinatorMonths),
        new($"{Prefix}inService", Share, "share of the months in which a team cares for the person", Where(Keeping.Caseload)),
        new($"{Prefix}waiting", Share, "share of the months in the queue of a team", Where(Keeping.Queue)),
        new($"{Prefix}outOfContact", Share, "share of the months out of contact with every service", Where(Keeping.Resident)),
        new($"{Prefix}placed", Share, "share of the months placed outside by the municipality", Where(Keeping.Placed)),
        new($"{Prefix}inWard", Share, "share of the months at whose end the person is in the ward",
            (kept, _) => kept.Person.InWard ? 1 : 0),
        .. Domains.Ids.Select((id, domain) => new PersonMeasure(
            $"{Prefix}unmet.{id}", Share, $"share of the months with an unmet need in the domain `{id}`",
            (kept, _) => kept.Person.Unmet >> domain & 1)),
    ];

    public static PersonMeasure? Find(string id) => All.FirstOrDefault(measure => measure.Id == id);

    public static bool IsName(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    public bool Equals(PersonMeasure? other) => other?.Id == Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    private static Func<KeptPerson, Month, double> Where(Keeping keeping) => (kept, _) => kept.Keeping == keeping ? 1 : 0;
}
