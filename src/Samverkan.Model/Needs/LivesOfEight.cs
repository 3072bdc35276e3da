using System.Runtime.CompilerServices;

namespace Samverkan.Model.Needs;

/// <summary>Eight persons, or fewer, and what their needs' month depends on.</summary>
internal struct LivesOfEight
{
    public NeedsOfEight Needs;
    public IdentitiesOfEight Who;
    public GroupsOfEight Groups;
    public PressureOfEight Pressure;
    public CareOfEight Care;

    /// <param name="pressure">Of <see cref="NeedTransitions.Pressure"/>.</param>
    public void Seat(int seat, ulong who, int group, uint unmet, uint met, float pressure, in EffectiveNeedsCare care)
    {
        (Who[seat], Groups[seat], Pressure[seat], Care[seat]) = (who, TransitionLanes.LanesOf(group), pressure, care);
        (NeedsOfEight.Unmet(ref Needs, seat), NeedsOfEight.Met(ref Needs, seat)) = (unmet, met);
    }
}

[InlineArray(NeedsOfEight.Persons)]
internal struct IdentitiesOfEight
{
    private ulong first;
}

/// <summary>The group of each person: <see cref="TransitionLanes.LanesOf"/>.</summary>
[InlineArray(NeedsOfEight.Persons)]
internal struct GroupsOfEight
{
    private ulong first;
}

/// <summary>Factor on the hazard of onset: severity and spill-over.</summary>
[InlineArray(NeedsOfEight.Persons)]
internal struct PressureOfEight
{
    private float first;
}

[InlineArray(NeedsOfEight.Persons)]
internal struct CareOfEight
{
    private EffectiveNeedsCare first;
}
