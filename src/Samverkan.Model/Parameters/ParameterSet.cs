using System.Reflection;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
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

    private GammaQuantile? severities;

    /// <summary>The shipped defaults.</summary>
    public static ParameterSet Defaults { get; } = new();

    public NationParameters Nation { get; private set; } = new();
    public PopulationParameters Population { get; private set; } = new();
    public ReferralParameters Referral { get; private set; } = new();
    public NeedsParameters Needs { get; private set; } = new();
    public CareParameters Care { get; private set; } = new();
    public LinkParameters Link { get; private set; } = new();
    public CrisisParameters Crisis { get; private set; } = new();
    public WardParameters Ward { get; private set; } = new();
    public PlacementParameters Placement { get; private set; } = new();
    public EngagementParameters Engagement { get; private set; } = new();
    public TeamParameters Team { get; private set; } = new();
    public CompetenceParameters Competence { get; private set; } = new();
    public CooperationParameters Cooperation { get; private set; } = new();
    public CommitteeParameters Committee { get; private set; } = new();
    public AgendaParameters Agenda { get; private set; } = new();
    public ServiceParameters Services { get; private set; } = new();
    public CostParameters Cost { get; private set; } = new();
    public FundingParameters Funding { get; private set; } = new();
    public ElementParameters Element { get; private set; } = new();

    /// <summary>The rates of the needs model that follow from these values.</summary>
    internal TransitionTable Transitions { get; private set; } = null!;

    /// <summary>Factors of a person's monthly hazards that follow from these values.</summary>
    internal HazardTable Hazards { get; private set; } = null!;

    /// <summary>The distribution of severity, computed once for a shape.</summary>
    internal GammaQuantile Severities
    {
        get
        {
            if (severities is null || severities.Shape != Population.SeverityShape) severities = new(Population.SeverityShape);
            return severities;
        }
    }

    /// <summary>A copy in which the named parameters have other values; this set is unchanged.</summary>
    public ParameterSet With(IEnumerable<KeyValuePair<ParameterInfo, double>> values)
    {
        var copy = new ParameterSet(this);
        foreach (var (parameter, value) in values)
            parameter.Set(copy, value);
        copy.Derive();
        return copy;
    }

    private ParameterSet() => Derive();

    // What follows from the values, computed once.
    private void Derive() => (Transitions, Hazards) = (new(this), new(this));

    private ParameterSet(ParameterSet other)
    {
        foreach (var section in SectionProperties)
            section.SetValue(this, ((ParameterSection)section.GetValue(other)!).Copy());
        severities = other.severities;
    }
}
