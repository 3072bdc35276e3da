using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Samverkan.Model.Indicators;
using Samverkan.Model.Snapshots;

namespace Samverkan.Model.Tests.Snapshots;

/// <summary>
/// Changes each field of an object's state and changes it back, as the declaration of state has them. Of a list the first and
/// the last item are changed. Where there is nothing, something is made up, so that its fields have their turn too.
/// </summary>
internal static class StateFlips
{
    /// <summary>Looks at the object before and after each change.</summary>
    /// <param name="check">Told of the field that is changed, of its name, and of both looks.</param>
    public static void Each<TLook>(object owner, Func<TLook> look, Action<FieldInfo, string, TLook, TLook> check) =>
        new Walk<TLook>(look, check).Fields(owner, _ => { });

    /// <summary>Every field of every type that an object of this type can reach, as type and name.</summary>
    public static IEnumerable<string> Declared(Type type)
    {
        var met = new HashSet<Type>();
        var fields = new List<string>();
        Visit(type);
        return fields;

        void Visit(Type one)
        {
            if (Item(one) is { } items) foreach (var item in items) Visit(item);
            else if (one.IsAbstract) foreach (var kind in Kinds(one)) Visit(kind);
            else if (!IsLeaf(one) && met.Add(one))
                foreach (var field in DeclaredState.Of(one))
                {
                    if ((IsLeaf(field.FieldType) || CanBeMissing(field.FieldType)) && DeclaredState.CountOf(field) is null)
                        fields.Add($"{field.DeclaringType}.{DeclaredState.NameOf(field)}");
                    Visit(field.FieldType);
                }
        }
    }

    // Of a struct that is always there the fields are changed alone.
    private static bool CanBeMissing(Type type) =>
        !type.IsValueType || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Month) || type == typeof(Indicator);

    private static Type[]? Item(Type type) =>
        type.IsArray ? [type.GetElementType()!]
        : type.IsGenericType && type.Namespace!.StartsWith("System", StringComparison.Ordinal)
        && !type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal)
            ? type.GetGenericArguments() : null;

    private static IEnumerable<Type> Kinds(Type type) =>
        type.Assembly.GetTypes().Where(kind => kind.IsSealed && kind.BaseType == type);

    private static object Other(object value) => value switch
    {
        bool flag => !flag,
        double.NaN => .5,
        double number => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(number) ^ 1),
        float number => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(number) ^ 1),
        ulong number => number ^ 1,
        string text => text + "'",
        Month month => month + 1,
        Indicator indicator => IndicatorCatalogue.All[(indicator.Index + 1) % IndicatorCatalogue.All.Count],
        Enum one => Enum.ToObject(one.GetType(), Convert.ToInt64(one, null) ^ 1),
        _ => Convert.ChangeType(Convert.ToInt64(value, null) ^ 1, value.GetType(), null),
    };

    private static object Made(Type type)
    {
        if (type == typeof(string)) return "made up";
        if (type == typeof(Month)) return Month.Of(1990);
        if (type == typeof(Indicator)) return IndicatorCatalogue.All[0];
        if (type.IsPrimitive || type.IsEnum) return Other(Activator.CreateInstance(type)!);
        if (Nullable.GetUnderlyingType(type) is { } inner) return Made(inner);
        if (type.IsAbstract && type.IsClass) return Made(Kinds(type).First());
        if (type.IsArray) return Array(type.GetElementType()!);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return Immutable(type, Array(type.GetGenericArguments()[0]));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Array(type.GetGenericArguments()[0]);
        if (Item(type) is { } items)
        {
            var list = Activator.CreateInstance(type)!;
            Add(list, items);
            return list;
        }
        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in DeclaredState.Of(type))
            field.SetValue(made, Made(field.FieldType));
        foreach (var field in DeclaredState.Of(type))
            if (DeclaredState.CountOf(field) is { } count)
                count.SetValue(made, 1);
        return made;
    }

    private static Array Array(Type item)
    {
        var array = System.Array.CreateInstance(item, 1);
        array.SetValue(Made(item), 0);
        return array;
    }

    private static object Immutable(Type type, Array items) =>
        typeof(ImmutableArray).GetMethods().Single(m => m.Name == nameof(ImmutableArray.Create)
            && m.GetParameters() is [{ ParameterType.IsArray: true, ParameterType.IsSZArray: true }])
            .MakeGenericMethod(type.GetGenericArguments()[0]).Invoke(null, [items])!;

    private static void Add(object list, Type[] items)
    {
        if (list is IDictionary dictionary) dictionary.Add(Made(items[0]), Made(items[1]));
        else ((IList)list).Add(Made(items[0]));
    }

    private sealed class Walk<TLook>(Func<TLook> look, Action<FieldInfo, string, TLook, TLook> check)
    {
        private TLook before = look();
        private readonly HashSet<object> met = new(ReferenceEqualityComparer.Instance);

        /// <param name="set">Puts a changed copy of a struct where it belongs.</param>
        public void Fields(object owner, Action<object> set)
        {
            var isStruct = owner.GetType().IsValueType;
            if (!isStruct && !met.Add(owner)) return;
            var fields = DeclaredState.Of(owner.GetType());
            foreach (var field in fields)
            {
                var isCount = fields.Any(other => DeclaredState.CountOf(other) == field);
                var count = DeclaredState.CountOf(field) is { } counted ? (int)counted.GetValue(owner)! : int.MaxValue;
                if (isCount && field.GetValue(owner) is 0) continue;
                Value(field, field.GetValue(owner), field.FieldType, Set, isCount, count);

                void Set(object? value)
                {
                    if (!isStruct)
                    {
                        field.SetValue(owner, value);
                        return;
                    }
                    var copy = RuntimeHelpers.GetObjectValue(owner);
                    field.SetValue(copy, value);
                    set(copy);
                }
            }
        }

        private void Value(FieldInfo field, object? value, Type type, Action<object?> set, bool isCount = false,
            int count = int.MaxValue)
        {
            if (IsNothing(value))
            {
                var made = Made(type);
                Changed(field, set, made, value, () => Inside(field, made, type, set, count));
            }
            else if (IsLeaf(value!.GetType())) Changed(field, set, isCount ? (int)value - 1 : Other(value), value);
            else
            {
                if (CanBeMissing(type) && count == int.MaxValue)
                    Changed(field, set, type.IsValueType ? Activator.CreateInstance(type) : null, value);
                Inside(field, value, type, set, count);
                foreach (var kind in type.IsAbstract && type.IsClass ? Kinds(type).Where(kind => kind != value.GetType()) : [])
                {
                    var made = Made(kind);
                    Changed(field, set, made, value, () => Inside(field, made, type, set, count));
                }
            }
        }

        private void Inside(FieldInfo field, object value, Type type, Action<object?> set, int count)
        {
            switch (value)
            {
                case var leaf when IsLeaf(leaf.GetType()):
                    break;
                case System.Array when count == 0:
                    break;
                case IDictionary dictionary:
                    foreach (var key in dictionary.Keys.Cast<object>().Take(1).ToArray())
                    {
                        Value(field, dictionary[key], dictionary[key]!.GetType(), item => dictionary[key] = item);
                        var current = key;
                        Value(field, key, key.GetType(), Move);

                        void Move(object? to)
                        {
                            var item = dictionary[current];
                            dictionary.Remove(current);
                            dictionary.Add(current = to!, item);
                        }
                    }
                    if (dictionary.Count == 0) Filled(field, value, type, dictionary.Clear);
                    break;
                case IList { IsFixedSize: false, IsReadOnly: false } list when list.Count == 0:
                    Filled(field, value, type, list.Clear);
                    break;
                case IList list when !list.GetType().IsValueType:
                    Items(field, list, (i, item) => list[i] = item, count);
                    break;
                case IList immutable:
                    var setItem = immutable.GetType().GetMethod("SetItem")!;
                    Items(field, immutable, (i, item) => set(setItem.Invoke(immutable, [i, item])), count);
                    break;
                default:
                    Fields(value, set);
                    break;
            }
        }

        private void Items(FieldInfo field, IList list, Action<int, object?> set, int count)
        {
            var item = Item(list.GetType())![0];
            foreach (var i in new[] { 0, Math.Min(count, list.Count) - 1 }.Distinct().Where(i => i >= 0))
                Value(field, list[i], item, one => set(i, one));
        }

        // An empty list has an item for a while.
        private void Filled(FieldInfo field, object list, Type type, Action clear)
        {
            Add(list, Item(type)!);
            Look(field, () => Inside(field, list, type, _ => { }, int.MaxValue));
            clear();
        }

        private void Changed(FieldInfo field, Action<object?> set, object? other, object? as_it_was, Action? meanwhile = null)
        {
            set(other);
            Look(field, meanwhile);
            set(as_it_was);
        }

        // What changes in what was made up is held against it.
        private void Look(FieldInfo field, Action? meanwhile)
        {
            var now = look();
            check(field, DeclaredState.NameOf(field), before, now);
            if (meanwhile is null) return;
            (before, now) = (now, before);
            meanwhile();
            before = now;
        }

        private static bool IsNothing(object? value) => value is null
            || value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && (int?)(value is IList list && !(bool)type.GetProperty("IsDefault")!.GetValue(value)! ? list.Count : 0) == 0;
    }
}
