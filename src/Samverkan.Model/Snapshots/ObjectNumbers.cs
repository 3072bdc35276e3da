using System.Runtime.CompilerServices;

namespace Samverkan.Model.Snapshots;

/// <summary>Numbers objects in the order in which they are met: a hash table with open addressing that is emptied fast.</summary>
internal sealed class ObjectNumbers
{
    private object?[] objects = new object?[64];
    private int[] numbers = new int[64];
    private int[] taken = new int[32];
    private int count;

    /// <summary>The number of an object that was met before, or its new one.</summary>
    /// <returns>Whether it was met before.</returns>
    public bool Find(object instance, out int number)
    {
        var slot = SlotOf(instance);
        if (objects[slot] is not null)
        {
            number = numbers[slot];
            return true;
        }
        if (count == taken.Length)
        {
            Grow();
            slot = SlotOf(instance);
        }
        (objects[slot], numbers[slot], taken[count]) = (instance, count, slot);
        number = count++;
        return false;
    }

    public void Clear()
    {
        foreach (var slot in taken.AsSpan(0, count))
            objects[slot] = null;
        count = 0;
    }

    // Where the object is, or where it belongs. Half of the slots are free.
    private int SlotOf(object instance)
    {
        var mask = objects.Length - 1;
        var slot = RuntimeHelpers.GetHashCode(instance) & mask;
        while (objects[slot] is { } other && !ReferenceEquals(other, instance))
            slot = slot + 1 & mask;
        return slot;
    }

    private void Grow()
    {
        var before = Array.ConvertAll(taken, slot => objects[slot]!);
        (objects, numbers) = (new object?[2 * objects.Length], new int[2 * objects.Length]);
        taken = new int[2 * taken.Length];
        count = 0;
        foreach (var instance in before)
            Find(instance, out _);
    }
}
