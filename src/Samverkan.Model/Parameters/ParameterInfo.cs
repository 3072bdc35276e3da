using System.Reflection;
using Samverkan.Model.Economy;

namespace Samverkan.Model.Parameters;

/// <summary>One parameter of the model as users see it. Immutable; listed by <see cref="Catalogue"/>.</summary>
public sealed class ParameterInfo
{
    private readonly PropertyInfo section;
    private readonly PropertyInfo property;
    private readonly int key;

    /// <param name="key">Its position in its family's table; below 0 if it has none.</param>
    internal ParameterInfo(
        PropertyInfo section, PropertyInfo property, ParameterAttribute declared, string id, int key = -1,
        double? @default = null, Reach? reach = null)
    {
        this.section = section;
        this.property = property;
        this.key = key;
        Id = id;
        Declared = declared;
        Default = @default ?? declared.Default;
        Reach = reach ?? (declared.Reach != Reach.Unsaid ? declared.Reach
            : Section.GetCustomAttribute<ReachesAttribute>()?.Reach ?? Reach.Places);
    }

    private ParameterAttribute Declared { get; }

    /// <summary>The name used in scenario files, such as <c>team.hoursPerPost</c> or
    /// <c>arrivals.newPerYear.psychosis</c>.</summary>
    public string Id { get; }

    /// <summary>The section's type, which stands beside the rules that use it.</summary>
    public Type Section => section.PropertyType;

    /// <summary>What it is called in a sentence; {0} stands for its key in words. Null for most that are no levers.</summary>
    public string? Name => Declared.Name;

    /// <summary>What its family is called when all of it changes alike.</summary>
    public string? AllName => Declared.AllName;

    /// <summary>Whether the committee reckons with the value that will hold <c>agenda.lagPlan</c> months on.</summary>
    public bool Announced => Declared.Announced;

    public string Meaning => Declared.Meaning;
    public Measure Measure => Declared.Measure;
    public double Default { get; }
    public double Min => Declared.Min;
    public double Max => Declared.Max;
    public Role Role => Declared.Role;
    public Evidence Evidence => Declared.Evidence;
    public string Source => Declared.Source;

    /// <summary>By which scopes it may be changed; <see cref="Reach.Places"/> always among them.</summary>
    public Reach Reach { get; }

    /// <summary>Whether it is measured in kronor.</summary>
    public bool IsMoney => Measure is Measure.Sek or Measure.SekPerDay or Measure.SekPerMonth or Measure.SekPerYear;

    /// <summary>Whether it is a price, which is kept in SEK of 2015 and restated by the world's level of prices.</summary>
    public bool IsPrice => IsMoney && Section == typeof(CostParameters);

    /// <summary>How it follows inhabitants.</summary>
    public Scaling Scaling => Declared.Scales;

    /// <summary>What its value is multiplied by in a place.</summary>
    /// <param name="scale">The place's inhabitants as share of the reference municipality's.</param>
    public double FactorAt(double scale) => Scaling switch
    {
        Scaling.ByInhabitants => scale,
        Scaling.InLarger => Math.Max(1, scale),
        Scaling.InSmaller => Math.Min(1, scale),
        _ => 1,
    };

    public double Get(ParameterSet set)
    {
        var value = property.GetValue(section.GetValue(set))!;
        return key >= 0 ? ((Table)value)[key] : (double)value;
    }

    /// <summary>The value in a section that is in no set; of a parameter that is no family.</summary>
    internal double GetFrom(ParameterSection owner) => (double)property.GetValue(owner)!;

    /// <summary>Sets it in a section that is in no set; of a parameter that is no family.</summary>
    internal void SetIn(ParameterSection owner, double value) => property.SetValue(owner, value);

    internal void Set(ParameterSet set, double value)
    {
        var owner = section.GetValue(set)!;
        if (key >= 0)
            ((Table)property.GetValue(owner)!).Values[key] = value;
        else
            property.SetValue(owner, value);
    }

    public override string ToString() => Id;
}
