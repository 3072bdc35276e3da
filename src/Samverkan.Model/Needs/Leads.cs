namespace Samverkan.Model.Needs;

/// <summary>
/// Whose needs are: domains that the county leads, and those that need both sectors; the rest are the municipality's. A law can
/// give alcohol and drugs, which need both, to the county.
/// </summary>
/// <param name="County">One bit each; so <paramref name="Both"/>.</param>
internal readonly record struct Leads(uint County, uint Both)
{
    public static Leads Of(bool countyLeadsAddiction) => countyLeadsAddiction
        ? new(Domains.OfCounty | Domains.Substances, Domains.OfBoth & ~Domains.Substances)
        : new(Domains.OfCounty, Domains.OfBoth);

    public Carer CarerOf(int domain) =>
        (1u << domain & County) != 0 ? Carer.County
        : (1u << domain & Both) != 0 ? Carer.Both
        : domain == (int)Domain.Accommodation ? Carer.Accommodation : Carer.Municipality;
}
