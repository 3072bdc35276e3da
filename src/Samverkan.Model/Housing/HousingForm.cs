using System.Runtime.InteropServices;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Housing;

/// <summary>The forms of housing with support that a municipality gives.</summary>
public enum HousingForm : uint
{
    /// <summary>A place in supported housing: staff in the house.</summary>
    Supported,
    /// <summary>Housing First: an ordinary flat, with support that asks for no treatment first.</summary>
    First,
    /// <summary>Floating support (boendestöd): hours of support in the person's own home.</summary>
    Floating,
}

public static class HousingForms
{
    /// <summary>What a person who has the form carries.</summary>
    internal static Traits Trait(this HousingForm form) => form switch
    {
        HousingForm.Supported => Traits.Housed,
        HousingForm.First => Traits.HousingFirst,
        _ => Traits.FloatingSupport,
    };
}

/// <summary>What the municipality knows of a person who asks for housing with support.</summary>
[Flags]
public enum Circumstances : uint
{
    None = 0,
    /// <summary>The need of accommodation is unmet.</summary>
    NoHome = 1,
    /// <summary>In the ward.</summary>
    InWard = 2,
    /// <summary>Unmet needs of alcohol or drugs.</summary>
    Substances = 4,
    /// <summary>Has moved on from a home with staff this month.</summary>
    MovedOn = 8,
}

/// <summary>A person in service who asks for housing with support: asked anew each month while the need lasts.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct HousingApplication(ulong Person, float Severity, Circumstances Circumstances)
{
    public bool Has(Circumstances circumstance) => (Circumstances & circumstance) != 0;
}

/// <summary>Housing that a person gets.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct HousingGiven(ulong Person, HousingForm Form);

/// <summary>Homes and support that came free in a month, and why.</summary>
/// <param name="MovedOn">Persons who moved on to a home of their own.</param>
/// <param name="Lost">Persons who lost their home.</param>
public record struct HousingLeft(int Supported, int First, int Floating, int MovedOn, int Lost)
{
    /// <summary>Takes from a person all housing with support that it has.</summary>
    internal void Leave(ref ServiceUser person)
    {
        if (person.Has(Traits.Housed)) Supported++;
        if (person.Has(Traits.HousingFirst)) First++;
        if (person.Has(Traits.FloatingSupport)) Floating++;
        person.Traits &= ~Traits.Housing;
    }

    /// <summary>Support ends for a person whom no team sees any more; a home stays.</summary>
    internal void EndSupport(ref ServiceUser person)
    {
        if (!person.Has(Traits.FloatingSupport)) return;
        Floating++;
        person.Traits &= ~Traits.FloatingSupport;
    }

    public void Add(in HousingLeft other)
    {
        Supported += other.Supported;
        First += other.First;
        Floating += other.Floating;
        MovedOn += other.MovedOn;
        Lost += other.Lost;
    }
}
