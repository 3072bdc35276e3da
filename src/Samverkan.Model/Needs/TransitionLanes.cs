using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary>
/// The hazards of a <see cref="TransitionTable"/> in 65,536ths, for four domains of eight persons at a time, as
/// <see cref="NeedDraws"/> has their numbers.
/// </summary>
internal sealed class TransitionLanes
{
    /// <summary>Hazards up to here, and no greater ones, can be bounded in lanes.</summary>
    public const float Most = .999f;

    private const int Lanes = 32, LanesOfPerson = NeedDraws.DomainsOfQuad;

    // By quad: in which of a person's bytes the care for each domain stands, two bytes for each carer, two persons in 16.
    private static readonly byte[] CareBytes = BytesOfCare(Leads.Of(false)), CareBytesOfReform = BytesOfCare(Leads.Of(true));

    private readonly byte[] care;

    // By quad: the domains of up to 16 groups, one group after the other, in two vectors; and the domains of each person.
    private readonly ushort[] onset = new ushort[NeedDraws.Quads * 2 * Lanes], meet = new ushort[NeedDraws.Quads * Lanes];
    private readonly ushort recover, lapse, spontaneous;

    public TransitionLanes(TransitionTable rates)
    {
        care = rates.Leads == Leads.Of(true) ? CareBytesOfReform : CareBytes;
        Bounded = Math.Max(rates.Recover, rates.Lapse) <= Most;
        if (!Bounded) return;
        (recover, lapse, spontaneous) = (Whole(rates.Recover), Whole(rates.Lapse), Whole(rates.Spontaneous));
        for (var d = 0; d < Domains.Count; d++)
        {
            if (rates.Meet[d] > Most) Unbounded |= 1u << d;
            var (quad, lane) = (d / NeedDraws.DomainsOfQuad, NeedDraws.LaneOf(d));
            for (var group = 0; group < TargetGroups.Count; group++)
                onset[quad * 2 * Lanes + group * LanesOfPerson + lane] =
                    (ushort)(rates.Onset(group)[d] / rates.MostOnset * 65535);
            for (var person = 0; person < NeedsOfEight.Persons; person++)
                meet[quad * Lanes + person * LanesOfPerson + lane] = Whole(Math.Min(rates.Meet[d], Most));
        }
    }

    /// <summary>Whether the hazards of met needs are small enough.</summary>
    public bool Bounded { get; }

    /// <summary>Domains whose hazards of being met are not.</summary>
    public uint Unbounded { get; }

    public Vector512<ushort> Recover => Vector512.Create(recover);

    public Vector512<ushort> Lapse => Vector512.Create(lapse);

    public Vector512<ushort> Spontaneous => Vector512.Create(spontaneous);

    /// <summary>The same three as plain numbers.</summary>
    public ushort RecoverHazard => recover;

    public ushort LapseHazard => lapse;

    public ushort SpontaneousShare => spontaneous;

    /// <summary>Where a person's lanes find the hazards of its group in both halves of <see cref="Onset"/>.</summary>
    public static ulong LanesOf(int group) => (ulong)group * 0x0004_0004_0004_0004 + 0x0003_0002_0001_0000;

    public static int GroupAt(ulong lanes) => (ushort)lanes / LanesOfPerson;

    /// <summary>Hazards of onset by group, as shares of the greatest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ushort> Onset(int quad, int half) => At(onset, (quad * 2 + half) * Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ushort> Meet(int quad) => At(meet, quad * Lanes);

    /// <summary>Where a person's lanes find the care for their domains, among its cares by <see cref="Carer"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<byte> Care(int quad) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(care), (nuint)(quad * Lanes * sizeof(ushort)));

    /// <summary><see cref="Onset"/> as a row of four domains for each of sixteen groups.</summary>
    public ref readonly ushort OnsetRows(int quad) => ref onset[quad * 2 * Lanes];

    /// <summary><see cref="Meet"/> as a row of four domains, the same for each of eight persons.</summary>
    public ref readonly ushort MeetRows(int quad) => ref meet[quad * Lanes];

    /// <summary><see cref="Care"/> for two persons: sixteen places of bytes.</summary>
    public ref readonly byte CareRows(int quad) => ref care[quad * Lanes * sizeof(ushort)];

    private static Vector512<ushort> At(ushort[] lanes, int first) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(lanes), (nuint)first);

    private static ushort Whole(float hazard) => (ushort)(hazard * 65536);

    private static byte[] BytesOfCare(Leads leads)
    {
        var bytes = new byte[NeedDraws.Quads * Lanes * sizeof(ushort)];
        for (var d = 0; d < Domains.Count; d++)
            for (var person = 0; person < NeedsOfEight.Persons; person++)
            {
                var at = d / NeedDraws.DomainsOfQuad * Lanes + person * LanesOfPerson + NeedDraws.LaneOf(d);
                var place = (person % 2 * LanesOfPerson + (int)leads.CarerOf(d)) * sizeof(ushort);
                (bytes[2 * at], bytes[2 * at + 1]) = ((byte)place, (byte)(place + 1));
            }
        return bytes;
    }
}
