using System.Reflection;
using System.Reflection.Emit;

namespace Samverkan.Model.Snapshots;

internal delegate void WriteFields<T>(StateWriter writer, ref T value);

internal delegate void ReadFields<T>(StateReader reader, ref T value);

/// <summary>
/// Two methods made for a type from its <see cref="DeclaredState"/>: one writes its fields in their order, the other reads
/// them back, into read-only ones too.
/// </summary>
internal static class Fields<T>
{
    private static readonly object Target = new();

    public static readonly WriteFields<T> Write = MakeWrite();

    public static readonly ReadFields<T> Read = MakeRead();

    private static WriteFields<T> MakeWrite()
    {
        var method = Method("write", typeof(StateWriter));
        var il = method.GetILGenerator();
        foreach (var field in DeclaredState.Of(typeof(T)))
        {
            il.Emit(OpCodes.Ldarg_1);
            Load(il, field);
            if (DeclaredState.CountOf(field) is { } counted) Load(il, counted);
            il.Emit(OpCodes.Call, ShapeOf(field).GetMethod("Write")!);
        }
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<WriteFields<T>>(Target);
    }

    private static ReadFields<T> MakeRead()
    {
        var method = Method("read", typeof(StateReader));
        var il = method.GetILGenerator();
        foreach (var field in DeclaredState.AllFields(typeof(T)))
        {
            if (field.FieldType == typeof(World))
            {
                Owner(il);
                il.Emit(OpCodes.Ldarg_1);
                il.Emit(OpCodes.Call, typeof(StateReader).GetProperty(nameof(StateReader.World))!.GetMethod!);
                il.Emit(OpCodes.Stfld, field);
                continue;
            }
            if (!DeclaredState.IsState(field))
            {
                Renew(il, field);
                continue;
            }
            Owner(il);
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Call, ShapeOf(field).GetMethod("Read")!);
            il.Emit(OpCodes.Stfld, field);
        }
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<ReadFields<T>>(Target);
    }

    // A delegate with a target is called faster than one without: it need not move its arguments.
    private static DynamicMethod Method(string does, Type with) => new(
        $"{does} {typeof(T)}", null, [typeof(object), with, typeof(T).MakeByRefType()], typeof(Fields<T>).Module,
        skipVisibility: true);

    private static Type ShapeOf(FieldInfo field)
    {
        if (DeclaredState.CountOf(field) is null) return Shape.Of(field.FieldType);
        return field.FieldType is { IsSZArray: true } array
            ? typeof(FirstItemsShape<>).MakeGenericType(array.GetElementType()!)
            : throw new InvalidSnapshot($"{field.DeclaringType}.{field.Name} is counted, but is no array.");
    }

    // What is not state starts afresh: an empty array, a new object where that needs nothing, else null.
    private static void Renew(ILGenerator il, FieldInfo field)
    {
        var constructor = field.FieldType.GetConstructor(Type.EmptyTypes);
        if (!field.FieldType.IsArray && constructor is null) return;
        Owner(il);
        if (constructor is not null) il.Emit(OpCodes.Newobj, constructor);
        else
        {
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Newarr, field.FieldType.GetElementType()!);
        }
        il.Emit(OpCodes.Stfld, field);
    }

    private static void Load(ILGenerator il, FieldInfo field)
    {
        Owner(il);
        il.Emit(OpCodes.Ldfld, field);
    }

    // Fields of a struct are reached by its address, those of an object by its reference.
    private static void Owner(ILGenerator il)
    {
        il.Emit(OpCodes.Ldarg_2);
        if (!typeof(T).IsValueType) il.Emit(OpCodes.Ldind_Ref);
    }
}
