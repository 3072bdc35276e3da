using System.Reflection;
using System.Runtime.CompilerServices;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Tests;

/// <summary>What holds for all code of the model.</summary>
public class ConventionTests
{
    private static readonly Assembly Model = typeof(Pulse).Assembly;

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> Types =>
        Model.GetTypes().Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute), false) && !t.FullName!.Contains('<'));

    [Fact]
    public void The_model_uses_the_base_libraries_alone() => Assert.All(Model.GetReferencedAssemblies(), reference =>
        Assert.True(reference.Name!.StartsWith("System.", StringComparison.Ordinal) || reference.Name == "System",
            reference.Name));

    [Fact]
    public void Nothing_static_can_change() => Assert.All(
        Types.SelectMany(t => t.GetFields(All))
        .Where(f => f.IsStatic && !f.IsLiteral && !f.Name.StartsWith("<>", StringComparison.Ordinal)),
        // A buffer of each thread's own is no state: it is empty again when its user is done.
        field => Assert.True(field.IsInitOnly || field.IsDefined(typeof(ThreadStaticAttribute), false),
            $"{field.DeclaringType}.{field.Name}"));

    [Fact]
    public void No_static_array_or_list_is_given_out() => Assert.All(
        Types.SelectMany(t => t.GetFields(All)).Where(f => f is { IsStatic: true, IsPublic: true, IsLiteral: false }),
        field => Assert.False(field.FieldType.IsArray
            || typeof(System.Collections.IList).IsAssignableFrom(field.FieldType) && !field.FieldType.IsValueType,
            $"{field.DeclaringType}.{field.Name}"));

    [Fact]
    public void No_actor_keeps_a_collection_without_an_order() => Assert.All(
        // The caches of the timeline, the catalogue and the snapshots are looked up by key and never gone through.
        Types.Where(t => t != typeof(Samverkan.Model.Policies.ParameterTimeline)
            && t != typeof(Samverkan.Model.Parameters.Catalogue)
                && t.Namespace != "Samverkan.Model.Snapshots").SelectMany(t => t.GetFields(All)),
        field => Assert.False(IsUnordered(field.FieldType), $"{field.DeclaringType}.{field.Name}"));

    [Fact]
    public void No_message_has_a_collection_that_can_be_changed() => Assert.All(
        Types.Where(t => t.Name.EndsWith("Mandate", StringComparison.Ordinal)
            || t.Name.EndsWith("Report", StringComparison.Ordinal)
                || t.Name is "Brief" or "Resolution" or "Minutes" or "Context" or "Decision" or "Blueprint" or "MinutedItem")
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance)),
        property =>
        {
            Assert.False(property.PropertyType.IsArray
                || property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(List<>),
                $"{property.DeclaringType}.{property.Name}");
            Assert.True(property.SetMethod is null
                || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)),
                $"{property.DeclaringType}.{property.Name}");
        });

    [Fact]
    public void No_actor_holds_its_children_or_its_parent()
    {
        Type[] actors =
        [
            typeof(Samverkan.Model.Nations.Nation), typeof(Samverkan.Model.Counties.County),
            typeof(Samverkan.Model.Municipalities.Municipality),
            typeof(Samverkan.Model.SteeringCommittees.SteeringCommittee), typeof(Samverkan.Model.Units.Unit),
            typeof(Samverkan.Model.Teams.Team),
        ];
        Assert.All(actors, actor => Assert.All(actor.GetFields(All), field => Assert.DoesNotContain(field.FieldType, actors)));
    }

    [Fact]
    public void A_purpose_of_chance_fits_its_part_of_the_key() =>
        Assert.All(Enum.GetValues<Purpose>(), p => Assert.InRange((int)p, 1, ushort.MaxValue));

    [Fact]
    public void A_month_fits_its_part_of_the_key() => Assert.InRange(Month.Of(2200, 12).Index, 0, ushort.MaxValue);

    private static bool IsUnordered(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var open
        && (open == typeof(HashSet<>) || open == typeof(Dictionary<,>)
            || open.Name.StartsWith("Concurrent", StringComparison.Ordinal));
}
