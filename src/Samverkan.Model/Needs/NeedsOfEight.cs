using System.Runtime.CompilerServices;

namespace Samverkan.Model.Needs;

/// <summary>The needs of eight persons who live their month at once: domains with an unmet need, one bit each, then those with a
/// met one.</summary>
[InlineArray(2 * Persons)]
internal struct NeedsOfEight
{
    public const int Persons = 8;

    private uint first;

    public static ref uint Unmet(ref NeedsOfEight eight, int person) => ref eight[person];

    public static ref uint Met(ref NeedsOfEight eight, int person) => ref eight[Persons + person];
}

/// <summary>Domains of each of eight persons, one bit each.</summary>
[InlineArray(NeedsOfEight.Persons)]
internal struct DomainsOfEight
{
    private uint first;
}
