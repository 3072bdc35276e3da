using System.Reflection;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Nations;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Parameters;

/// <summary>One value for every parameter of the model. Immutable once built; shared between actors and months.</summary>
[Snapshots.NotState]
public sealed class ParameterSet
{
    private static readonly PropertyInfo[] SectionProperties = typeof(ParameterSet)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.PropertyType.IsSubclassOf(typeof(ParameterSection))).ToArray();

    /// <summary>The shipped defaults.</summary>
    public static ParameterSet Defaults { get; } = new();

    public NationParameters Nation { get; private set; } = null!;
    public PopulationParameters Population { get; private set; } = null!;
    public ReferralParameters Referral { get; private set; } = null!;
    public NeedsParameters Needs { get; private set; } = null!;
    public CareParameters Care { get; private set; } = null!;
    public LinkParameters Link { get; private set; } = null!;
    public CrisisParameters Crisis { get; private set; } = null!;
    public CrisisTeamParameters CrisisTeam { get; private set; } = null!;
    public WardParameters Ward { get; private set; } = null!;
    public PlacementParameters Placement { get; private set; } = null!;
    public EngagementParameters Engagement { get; private set; } = null!;
    public TeamParameters Team { get; private set; } = null!;
    public AssertiveParameters Assertive { get; private set; } = null!;
    public PeersParameters Peers { get; private set; } = null!;
    public IpsParameters Ips { get; private set; } = null!;
    public WorkParameters Work { get; private set; } = null!;
    public CompetenceParameters Competence { get; private set; } = null!;
    public CooperationParameters Cooperation { get; private set; } = null!;
    public CommitteeParameters Committee { get; private set; } = null!;
    public AgendaParameters Agenda { get; private set; } = null!;
    public ServiceParameters Services { get; private set; } = null!;
    public HousingParameters Housing { get; private set; } = null!;
    public CostParameters Cost { get; private set; } = null!;
    public FundingParameters Funding { get; private set; } = null!;
    public ElementParameters Element { get; private set; } = null!;

    /// <summary>What things cost at the world's level of prices.</summary>
    internal CostParameters Prices { get; private set; } = null!;

    /// <summary>The rates of the needs model that follow from these values.</summary>
    internal TransitionTable Transitions { get; private set; } = null!;

    /// <summary>Factors of a person's monthly hazards that follow from these values.</summary>
    internal HazardTable Hazards { get; private set; } = null!;

    /// <summary>The distribution of severity that follows from its shape.</summary>
    internal GammaQuantile Severities { get; private set; } = null!;

    /// <summary>A copy in which the named parameters have other values; this set is unchanged.</summary>
    public ParameterSet With(IEnumerable<KeyValuePair<ParameterInfo, double>> values)
    {
        var changes = values.ToArray();
        var copy = new ParameterSet(this, [.. changes.Select(change => change.Key.Section).Distinct()]);
        foreach (var (parameter, value) in changes)
            parameter.Set(copy, value);
        copy.Derive(this);
        return copy;
    }

    private ParameterSet()
    {
        foreach (var section in SectionProperties)
            section.SetValue(this, Activator.CreateInstance(section.PropertyType));
        Derive(null);
    }

    // Sections that keep their values are shared, since nobody changes a set once it is made: a grant that rises month by
    // month must not copy what is known of needs.
    private ParameterSet(ParameterSet other, Type[] changed)
    {
        foreach (var section in SectionProperties)
        {
            var values = (ParameterSection)section.GetValue(other)!;
            section.SetValue(this, changed.Contains(section.PropertyType) ? values.Copy() : values);
        }
    }

    // What follows from the values, computed once, and again only where a section that it follows from is another.
    private void Derive(ParameterSet? other)
    {
        Prices = Cost == other?.Cost ? other.Prices : Cost.AtLevel();
        Severities = other?.Severities.Shape == Population.SeverityShape ? other.Severities : new(Population.SeverityShape);
        Transitions = other is not null && Needs == other.Needs && Population == other.Population ? other.Transitions
            : new(Needs, Population);
        Hazards = other is not null && Population == other.Population && Crisis == other.Crisis && Placement == other.Placement
            && Engagement == other.Engagement
            ? other.Hazards
            : new(Population, Crisis, Placement, Engagement);
    }
}
