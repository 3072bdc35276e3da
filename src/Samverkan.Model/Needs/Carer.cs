namespace Samverkan.Model.Needs;

/// <summary>
/// Whose care counts for a need: that of the domain's owner. Accommodation is the municipality's, but supported housing
/// gives its own care.
/// </summary>
internal enum Carer { County, Municipality, Both, Accommodation }

internal static class Carers
{
    public const int Count = 4;

    public static Carer Of(int domain) =>
        (1u << domain & Domains.OfCounty) != 0 ? Carer.County
        : (1u << domain & Domains.OfBoth) != 0 ? Carer.Both
        : domain == (int)Domain.Accommodation ? Carer.Accommodation : Carer.Municipality;
}
