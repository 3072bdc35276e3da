using System.Reflection;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Units;

namespace Samverkan.Model.Parameters;

/// <summary>
/// Every parameter of the model. The one registry that drives defaults, validation, schema and documentation; it is
/// read off the <see cref="ParameterAttribute"/>s of the sections of <see cref="ParameterSet"/>.
/// </summary>
public static class Catalogue
{
    private static readonly ParameterInfo[] Sorted = Collect();
    private static readonly Dictionary<string, ParameterInfo> ById = Sorted.ToDictionary(p => p.Id, StringComparer.Ordinal);

    /// <summary>All parameters, section by section in the order of their declaration.</summary>
    public static IReadOnlyList<ParameterInfo> All => Sorted;

    public static ParameterInfo? Find(string id) => ById.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">No parameter has that id.</exception>
    public static ParameterInfo Get(string id) => ById[id];

    /// <summary>The names of a family's keys, in their order.</summary>
    public static IReadOnlyList<string> NamesOf(Keys keys) => keys switch
    {
        Keys.Group => TargetGroups.Ids,
        Keys.Domain => Domains.Ids,
        Keys.Sector => Sectors.Ids,
        Keys.UnitKind => UnitKinds.Ids,
        Keys.Element => Elements.Ids,
        _ => [],
    };

    private static ParameterInfo[] Collect() =>
    [
        .. from section in typeof(ParameterSet).GetProperties(BindingFlags.Public | BindingFlags.Instance)
           from property in section.PropertyType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let declared = property.GetCustomAttribute<ParameterAttribute>()
           where declared is not null
           from info in declared.By == Keys.None ? Alone(section, property, declared) : Family(section, property, declared)
           select info,
    ];

    private static ParameterInfo[] Alone(PropertyInfo section, PropertyInfo property, ParameterAttribute declared) =>
        [new(section, property, declared, Id(section, property))];

    private static ParameterInfo[] Family(PropertyInfo section, PropertyInfo property, ParameterAttribute declared) =>
    [
        .. declared.Positions.Select((position, i) => new ParameterInfo(
            section, property, declared, $"{Id(section, property)}.{NamesOf(declared.By)[position]}", position,
            declared.Defaults?[i], declared.Reaches?[i])),
    ];

    private static string Id(PropertyInfo section, PropertyInfo property) => $"{Camel(section.Name)}.{Camel(property.Name)}";

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
