using System.Collections.Immutable;
using Samverkan.Model.Counties;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.Rules;
using Samverkan.Model.Snapshots;

namespace Samverkan.Model;

/// <summary>A municipality of the map.</summary>
/// <param name="Code">Its four-digit code, as text; unique in the world.</param>
/// <param name="Population">Inhabitants of all ages in the first month; 0 or more: what figures are stated for.</param>
/// <param name="OverTime">How many there are later; null: always as many.</param>
public sealed record MunicipalityOnMap(string Code, string Name, int Population, InhabitantsOverTime? OverTime = null)
{
    /// <summary>Inhabitants in a month, as share of those of the first month.</summary>
    public double GrowthUntil(Month month, Month first) =>
        OverTime is null || month <= first || OverTime.At(first) <= 0 ? 1 : OverTime.At(month) / OverTime.At(first);
}

/// <summary>A county of the map with its municipalities.</summary>
/// <param name="Code">Its two-digit code, as text; unique in the world.</param>
public sealed record CountyOnMap(string Code, string Name, ImmutableArray<MunicipalityOnMap> Municipalities);

/// <summary>Which lived histories a scenario goes on from.</summary>
public enum PastCooperation
{
    /// <summary>All.</summary>
    Any,
    /// <summary>Those in which the sectors run joint units at the end, in half of the municipalities at least.</summary>
    Running,
    /// <summary>None is founded in the past.</summary>
    None,
}

/// <summary>
/// All that a run is made from except its seed and replication: the same blueprint, seed and replication give the same
/// bits. Scenario files are one way to make it.
/// </summary>
/// <param name="Name">The scenario's id.</param>
/// <param name="From">First month that is reported; the warm-up and years that are only lived run before it.</param>
/// <param name="To">Last month (inclusive).</param>
/// <param name="Parameters">Values from the start.</param>
/// <param name="Since">First month that is lived, if that is before the first that is reported.</param>
/// <param name="PastCooperation">Which histories of such a past are kept.</param>
/// <param name="Interventions">Changes of values, in the order in which they apply.</param>
public sealed record Blueprint(
    string Name,
    Month From,
    Month To,
    ImmutableArray<CountyOnMap> Counties,
    ParameterSet Parameters,
    ImmutableArray<Intervention> Interventions,
    ImmutableArray<ModelEvent> Events,
    Month? Since = null,
    PastCooperation PastCooperation = PastCooperation.Any)
{
    /// <summary>
    /// Rules by which the world works. They travel to no other process: a world with rules of one's own is lived in this one.
    /// </summary>
    [field: NotState]
    public Ruleset Rules { get; init; } = Ruleset.Usual;

    /// <summary>First month after the warm-up.</summary>
    public Month Begins => Since ?? From;

    /// <summary>Whether years are lived that are not reported.</summary>
    public bool HasPast => Begins < From;

    /// <summary>The case: one county, one municipality of 96,000 inhabitants, 1995-01 to 2015-12, and nothing forced.</summary>
    public static Blueprint Case { get; } = new(
        "case", Month.Of(1995), Month.Of(2015, 12),
        [new("01", "The county", [new("0001", "The municipality", 96_000)])],
        ParameterSet.Defaults, [], []);
}
