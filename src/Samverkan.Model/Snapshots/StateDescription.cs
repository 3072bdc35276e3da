using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Samverkan.Model.Indicators;

namespace Samverkan.Model.Snapshots;

/// <summary>
/// An actor's <see cref="DeclaredState"/> as text: one line per value, named by the way to it, such as
/// <c>caseload.persons[0200e1c400000007].severity</c>. What several fields hold is described where it is met first.
/// </summary>
internal sealed class StateDescription
{
    private static readonly MethodInfo ItemsOfInline = typeof(StateDescription)
        .GetMethod(nameof(ItemsOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    // Objects that have been met, each by itself.
    private readonly Dictionary<object, bool> met = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Field, string Value)> lines = [];

    public static IReadOnlyList<(string Field, string Value)> Of(object actor)
    {
        var description = new StateDescription();
        description.Fields("", actor);
        return description.lines;
    }

    private void Fields(string of, object owner)
    {
        // Two kinds of one thing may have the same fields.
        if (owner.GetType().BaseType is { IsAbstract: true } kinds && kinds.Assembly == typeof(StateDescription).Assembly)
            lines.Add(($"{of}.kind", owner.GetType().Name));
        foreach (var field in DeclaredState.Of(owner.GetType()))
        {
            var count = DeclaredState.CountOf(field) is { } counted ? (int)counted.GetValue(owner)! : int.MaxValue;
            Value(of.Length == 0 ? DeclaredState.NameOf(field) : $"{of}.{DeclaredState.NameOf(field)}", field.GetValue(owner),
                count);
        }
    }

    private void Value(string name, object? value, int count = int.MaxValue)
    {
        if (InWords(value) is { } words)
            lines.Add((name, words));
        else if (value is IEnumerable items)
            Items(name, items, count);
        else if (value!.GetType() is var type && type.GetCustomAttribute<InlineArrayAttribute>() is not null)
            Items(name, (IEnumerable)ItemsOfInline.MakeGenericMethod(type, DeclaredState.AllFields(type)[0].FieldType)
                .Invoke(null, [value])!, count);
        else if (type.IsValueType || DeclaredState.IsRecord(type) || met.TryAdd(value, true))
            Fields(name, value);
    }

    private static TItem[] ItemsOf<TArray, TItem>(TArray value) where TArray : struct =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<TArray, TItem>(ref value), Unsafe.SizeOf<TArray>() / Unsafe.SizeOf<TItem>())
        .ToArray();

    private void Items(string name, IEnumerable items, int count)
    {
        if (!items.GetType().IsValueType && !met.TryAdd(items, true)) return;
        var position = 0;
        foreach (var item in items)
        {
            if (position == count) return;
            Value($"{name}[{Key(item, position++)}]", item);
        }
        if (count == int.MaxValue) lines.Add(($"{name}.length", position.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Key(object? item, int position)
    {
        var key = item is not null && DeclaredState.KeyOf(item.GetType()) is { } field ? field.GetValue(item)! : position;
        return key is ulong id ? id.ToString("x16", CultureInfo.InvariantCulture) : InWords(key)!;
    }

    // Null for what has to be taken apart.
    private static string? InWords(object? value) => value switch
    {
        null => "none",
        string text => text,
        Month month => month.ToString(),
        Indicator indicator => indicator.Id,
        Enum or bool or char => value.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ when value.GetType() is { IsGenericType: true } type && type.GetProperty("IsDefault")?.GetValue(value) is true =>
            "none",
        _ => null,
    };
}
