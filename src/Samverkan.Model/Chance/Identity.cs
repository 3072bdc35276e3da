namespace Samverkan.Model.Chance;

/// <summary>
/// Who a draw is for. Identities derive from where and when somebody came into the world, never from a running number,
/// so that a policy gives nobody else another luck.
/// </summary>
public static class Identity
{
    private const ulong Person = 1UL << 63;

    /// <summary>
    /// A person: municipality, group (both by name), month of arrival and ordinal within them. Unique by construction up
    /// to collisions of names, which <see cref="World"/> rules out.
    /// </summary>
    public static ulong OfPerson(uint municipality, uint group, Month arrival, int ordinal) =>
        Person | (ulong)(municipality & 0x3FFF) << 49 | (ulong)(group & 0xFFF) << 37
        | (ulong)((uint)(arrival.Index - Month.Of(1850).Index) & 0x1FFF) << 24 | (uint)ordinal & 0xFFFFFF;

    /// <summary>The month of arrival that a person's identity holds.</summary>
    public static Month ArrivalOf(ulong person) => new((int)(person >> 24 & 0x1FFF) + Month.Of(1850).Index);

    /// <summary>The group, by its position among all groups, that a person's identity holds.</summary>
    public static int GroupOf(ulong person) => (int)(person >> 37 & 0xFFF);

    /// <summary>The ordinal, from 0, that a person's identity holds.</summary>
    public static int OrdinalOf(ulong person) => (int)(person & 0xFFFFFF);

    /// <summary>An actor, by its path.</summary>
    public static ulong OfActor(string path)
    {
        var hash = new StateHash();
        hash.Add(path);
        return hash.Value & ~Person;
    }

    /// <summary>The short form of a municipality within a person's identity: a four-digit code as it is, another by
    /// hash.</summary>
    public static uint OfMunicipality(string code) =>
        uint.TryParse(code, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
            out var number) && number < 1 << 14 ? number : OfName(code, 14);

    /// <summary>The short form of a name within a person's identity: a number as it is, other names by hash.</summary>
    public static uint OfName(string name, int bits)
    {
        var hash = new StateHash();
        hash.Add(name);
        return (uint)(hash.Value & ((1UL << bits) - 1));
    }
}
