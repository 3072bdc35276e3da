using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// People who come into the target population. Person k of a municipality, group and month exists in every
/// scenario that has that many arrivals, with the same severity, needs and luck.
/// </summary>
internal sealed class Newcomers(World world, string code)
{
    private readonly uint municipality = Identity.OfMunicipality(code);
    private readonly ulong who = Identity.OfActor($"newcomers/{code}");

    // Ordinals far from those of the month's other arrivals: an influx gives nobody else another luck.
    private const int FirstOfInflux = 1 << 22;

    /// <summary>All who come in a month: new cases by group, and those whom a scenario's events bring.</summary>
    /// <param name="index">Position of the municipality in the map.</param>
    /// <param name="inhabitants">Of the municipality this month.</param>
    public IEnumerable<ServiceUser> Of(ParameterSet p, int index, double inhabitants, Month month)
    {
        for (var g = 0; g < TargetGroups.Count; g++)
            foreach (var person in Arrivals(p, g, inhabitants, month))
                yield return person;
        var came = new int[TargetGroups.Count];
        foreach (var e in world.Blueprint.Events)
        {
            if (e.What is not Influx influx || e.At != month || !Places.Concerns(world, index, e.Scope)) continue;
            var g = (int)influx.Group;
            foreach (var person in Persons(p, g, month, influx.Persons, FirstOfInflux + came[g]))
                yield return person;
            came[g] += influx.Persons;
        }
    }

    // The month's new cases of a group.
    private IEnumerable<ServiceUser> Arrivals(ParameterSet p, int group, double inhabitants, Month month)
    {
        var grown = month - world.Blueprint.Begins + 12 * p.Population.DriftBehind;
        var years = Math.Clamp(grown / 12, 0, p.Population.DriftYears);
        var mean = p.Population.NewPerYear[group] / 12 * p.Nation.IncidenceFactor * inhabitants / p.Population.Reference
            * ExactMath.Pow(1 + p.Population.Drift[group], years);
        var count = Distributions.Poisson(world.RandomStreams.Unit(who, month, Purpose.Arrivals, (uint)group), mean);
        return Persons(p, group, month, count);
    }

    /// <summary>So many persons of a group, as they come in a month.</summary>
    public IEnumerable<ServiceUser> Persons(ParameterSet p, int group, Month month, int count, int firstOrdinal = 0)
    {
        for (var ordinal = 0; ordinal < count; ordinal++)
            yield return Person(p, group, Identity.OfPerson(municipality, (uint)group, month, firstOrdinal + ordinal));
    }

    private ServiceUser Person(ParameterSet p, int group, ulong id)
    {
        var never = new Month(0);
        var random = world.RandomStreams;
        var severity = p.Severities.Of(random.Unit(id, never, Purpose.Severity));
        var person = new ServiceUser
        {
            Id = id,
            Group = (TargetGroup)group,
            Status = Status.Resident,
            Severity = severity,
            Proneness = (float)Distributions.Lognormal(random.Unit(id, never, Purpose.Proneness), 1, p.Crisis.PronenessSpread),
            Reluctance =
                (float)Distributions.Lognormal(random.Unit(id, never, Purpose.Reluctance), 1, p.Engagement.ReluctanceSpread),
            Engagement = (float)p.Engagement.Initial,
            Traits = random.Unit(id, never, Purpose.FirstKeeper) < p.Referral.ClinicFirst ? Traits.ClinicFirst : Traits.None,
        };
        FirstNeeds(ref person, p, random, never);
        Working.Begin(ref person, p.Work, random, never);
        return person;
    }

    // Without care more needs are unmet than under the reference care that prevalences are stated for.
    private static void FirstNeeds(ref ServiceUser person, ParameterSet p, in RandomStreams random, Month never)
    {
        var rates = p.Transitions;
        for (var d = 0; d < Domains.Count; d++)
        {
            var (any, unmet, _, _) = random.Words(person.Id, never, Purpose.FirstNeeds, (uint)d);
            var odds = rates.Any((int)person.Group, d) / (1 - rates.Any((int)person.Group, d)) * person.Severity;
            if (RandomStreams.Unit(any) >= odds / (1 + odds)) continue;
            if (RandomStreams.Unit(unmet) < Math.Min(1, p.Population.UnmetAtEntry * rates.UnmetFraction(d)))
                person.Unmet |= 1u << d;
            else person.Met |= 1u << d;
        }
    }
}
