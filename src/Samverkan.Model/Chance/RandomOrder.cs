namespace Samverkan.Model.Chance;

/// <summary>Who comes first where the order of arrival must not decide: each person has a lot of the month, the lowest comes
/// first.</summary>
internal static class RandomOrder
{
    /// <param name="who">Whose lot decides on an item: no person has two.</param>
    /// <param name="index">Tells several lots of one month apart.</param>
    public static void Order<T>(Span<T> items, Func<T, ulong> who, in RandomStreams random, Month month, uint index = 0)
    {
        if (items.Length < 2) return;
        Span<(double Lot, ulong Who)> draws = items.Length <= 64 ? stackalloc (double, ulong)[64]
            : new (double, ulong)[items.Length];
        for (var i = 0; i < items.Length; i++)
            draws[i] = (random.Unit(who(items[i]), month, Purpose.Lot, index), who(items[i]));
        draws[..items.Length].Sort(items);
    }
}
