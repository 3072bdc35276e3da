using System.Reflection;
using System.Reflection.Emit;

namespace Samverkan.Model.Snapshots;

internal delegate void WriteFields<T>(StateWriter writer, ref T value);

internal delegate void ReadFields<T>(StateReader reader, ref T value);

/// <summary>
/// Two methods made for a type: one writes all its fields in the order of their declaration, the other reads them back,
/// into read-only ones too.
/// </summary>
internal static class Fields<T>
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static readonly WriteFields<T> Write = MakeWrite();

    public static readonly ReadFields<T> Read = MakeRead();

    private static List<FieldInfo> All()
    {
        var fields = new List<FieldInfo>();
        for (var type = typeof(T); type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
            fields.InsertRange(0, type.GetFields(Declared).OrderBy(field => field.MetadataToken));
        return fields;
    }

    private static bool IsState(FieldInfo field) => field.GetCustomAttribute<NotStateAttribute>() is null;

    private static WriteFields<T> MakeWrite()
    {
        var method = new DynamicMethod($"write {typeof(T)}", null, [typeof(StateWriter), typeof(T).MakeByRefType()], typeof(Fields<T>).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        foreach (var field in All().Where(IsState))
        {
            var shape = typeof(Shape<>).MakeGenericType(field.FieldType);
            var write = typeof(Write<>).MakeGenericType(field.FieldType);
            il.Emit(OpCodes.Call, shape.GetProperty("Write")!.GetMethod!);
            il.Emit(OpCodes.Ldarg_0);
            Owner(il);
            il.Emit(OpCodes.Ldfld, field);
            il.Emit(OpCodes.Callvirt, write.GetMethod("Invoke")!);
        }
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<WriteFields<T>>();
    }

    private static ReadFields<T> MakeRead()
    {
        var method = new DynamicMethod($"read {typeof(T)}", null, [typeof(StateReader), typeof(T).MakeByRefType()], typeof(Fields<T>).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        foreach (var field in All())
        {
            if (!IsState(field))
            {
                Renew(il, field);
                continue;
            }
            var shape = typeof(Shape<>).MakeGenericType(field.FieldType);
            var read = typeof(Read<>).MakeGenericType(field.FieldType);
            Owner(il);
            il.Emit(OpCodes.Call, shape.GetProperty("Read")!.GetMethod!);
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Callvirt, read.GetMethod("Invoke")!);
            il.Emit(OpCodes.Stfld, field);
        }
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<ReadFields<T>>();
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

    // Fields of a struct are reached by its address, those of an object by its reference.
    private static void Owner(ILGenerator il)
    {
        il.Emit(OpCodes.Ldarg_1);
        if (!typeof(T).IsValueType) il.Emit(OpCodes.Ldind_Ref);
    }
}
