using System.Reflection;
using CsCheck;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;
using ParameterInfo = Samverkan.Model.Parameters.ParameterInfo;

namespace Samverkan.Model.Tests.Parameters;

public class CatalogueTests
{
    private static readonly Gen<ParameterInfo> Any = Gen.Int[0, Catalogue.All.Count - 1].Select(i => Catalogue.All[i]);

    [Fact]
    public void Every_parameter_says_what_it_means_in_which_unit_and_where_its_value_comes_from() =>
        Assert.All(Catalogue.All, p =>
    {
        Assert.True(p.Meaning.Length > 3, p.Id);
        Assert.True(p.Source.Length > 3, p.Id);
        Assert.True(Enum.IsDefined(p.Measure) && Enum.IsDefined(p.Role) && Enum.IsDefined(p.Evidence), p.Id);
    });

    [Fact]
    public void Every_default_lies_within_its_range() =>
        Assert.All(Catalogue.All, p => Assert.True(p.Min <= p.Default && p.Default <= p.Max && p.Min <= p.Max,
            $"{p.Id}: {p.Default} in {p.Min} to {p.Max}"));

    [Fact]
    public void A_default_is_the_value_of_the_shipped_set() =>
        Assert.All(Catalogue.All, p => Assert.Equal(p.Default, p.Get(ParameterSet.Defaults)));

    [Fact]
    public void Every_id_is_unique_and_written_alike() => Assert.All(Catalogue.All.CountBy(p => p.Id), id =>
    {
        Assert.Equal(1, id.Value);
        Assert.Matches(@"^[a-z][A-Za-z]*\.[a-z][A-Za-z]*(\.[A-Za-z-]+)?$", id.Key);
    });

    [Fact]
    public void Every_id_is_found() => Assert.All(Catalogue.All, p => Assert.Same(p, Catalogue.Find(p.Id)));

    [Fact]
    public void What_is_no_parameter_is_not_found() => Assert.Null(Catalogue.Find("ward.bedz"));

    [Fact]
    public void Every_property_of_a_section_is_a_parameter() => Assert.All(Sections(), section =>
        Assert.All(section.PropertyType.GetProperties(BindingFlags.Public | BindingFlags.Instance), property =>
        {
            Assert.NotNull(property.GetCustomAttribute<ParameterAttribute>());
            Assert.Contains(property.PropertyType, new[] { typeof(double), typeof(Table) });
            Assert.Equal(property.PropertyType == typeof(Table),
                property.GetCustomAttribute<ParameterAttribute>()!.By != Keys.None);
        }));

    [Fact]
    public void Every_section_of_the_assembly_is_in_the_set() => Assert.Equal(
        typeof(ParameterSet).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ParameterSection))).Select(t => t.Name).Order(),
        Sections().Select(s => s.PropertyType.Name).Order());

    [Fact]
    public void A_family_has_a_member_for_every_key_or_for_those_that_it_names() => Assert.All(
        from section in Sections()
        from property in section.PropertyType.GetProperties()
        where property.PropertyType == typeof(Table)
        select (Family: property, Section: section), x =>
    {
        var declared = x.Family.GetCustomAttribute<ParameterAttribute>()!;
        var keys = Catalogue.NamesOf(declared.By);
        var table = (Table)x.Family.GetValue(x.Section.GetValue(ParameterSet.Defaults))!;
        Assert.Equal(keys.Count, table.Count);
        var family = $".{x.Family.Name[..1].ToLowerInvariant()}{x.Family.Name[1..]}.";
        Assert.Equal(
            declared.Of?.Select(element => element.Id()) ?? keys,
            Catalogue.All.Where(p => p.Section == x.Section.PropertyType && p.Id.Contains(family, StringComparison.Ordinal))
            .Select(p => p.Id.Split('.')[^1]));
    });

    [Fact]
    public void A_switch_is_0_or_1() => Assert.All(Catalogue.All.Where(p => p.Measure == Measure.Switch), p =>
    {
        Assert.Contains(p.Default, new[] { 0.0, 1.0 });
        Assert.Equal((0, 1), (p.Min, p.Max));
    });

    [Fact]
    public void A_share_lies_between_0_and_1() =>
        Assert.All(Catalogue.All.Where(p => p.Measure == Measure.Share), p => Assert.True(p.Min >= 0 && p.Max <= 1, p.Id));

    [Fact]
    public void A_changed_set_differs_in_what_was_named_and_in_nothing_else() =>
        Gen.Select(Any, Gen.Double[-5, 5]).Sample((parameter, value) =>
    {
        var changed = ParameterSet.Defaults.With((parameter.Id, value));
        return parameter.Get(changed) == value && parameter.Get(ParameterSet.Defaults) == parameter.Default
            && Catalogue.All.All(p => p == parameter || p.Get(changed) == p.Default);
    });

    [Fact]
    public void A_set_that_was_changed_twice_has_both_changes() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        var once = ParameterSet.Defaults.With((a.Id, 1.25));
        var twice = once.With((b.Id, 2.5));
        return b.Get(twice) == 2.5 && (a == b || a.Get(twice) == 1.25) && (a == b || b.Get(once) == b.Default);
    });

    [Fact]
    public void Rates_that_follow_from_values_follow_them_in_a_changed_set()
    {
        var before = ParameterSet.Defaults.Transitions.Any(0, 0);
        var changed = ParameterSet.Defaults.With(("needs.any.accommodation", .5));
        Assert.NotEqual(before, changed.Transitions.Any(0, 0));
        Assert.Equal(before, ParameterSet.Defaults.Transitions.Any(0, 0));
    }

    [Fact]
    public void Everything_that_can_be_named_has_an_id_of_its_own()
    {
        Named<TargetGroup>(TargetGroups.Count, TargetGroups.Ids);
        Named<Element>(Elements.Count, Elements.Ids);
        Named<UnitKind>(UnitKinds.Count, UnitKinds.Ids);
        Named<Domain>(Domains.Count, Domains.Ids);
        Named<Model.Economy.Sector>(Model.Economy.Sectors.Count, Model.Economy.Sectors.Ids);

        static void Named<T>(int count, IReadOnlyList<string> ids) where T : struct, Enum
        {
            Assert.Equal((count, count), (Enum.GetValues<T>().Length, ids.Distinct().Count()));
            Assert.All(ids, id => Assert.Matches("^[a-zA-Z-]+$", id));
        }
    }

    [Fact]
    public void Every_indicator_says_what_it_means() => Assert.All(IndicatorCatalogue.All, i =>
    {
        Assert.True(i.Title.Length > 3 && i.Meaning.Length > 3 && i.Unit.Length > 1, i.Id);
        Assert.Same(i, IndicatorCatalogue.Find(i.Id));
        Assert.Same(i, IndicatorCatalogue.All[i.Index]);
    });

    private static IEnumerable<PropertyInfo> Sections() =>
        typeof(ParameterSet).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.PropertyType.IsSubclassOf(typeof(ParameterSection)));
}
