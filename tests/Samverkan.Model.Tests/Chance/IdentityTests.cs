using CsCheck;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Tests.Chance;

public class IdentityTests
{
    private static readonly Gen<(uint, uint, Month, int)> Origin =
        Gen.Select(Gen.UInt[0, 16_383], Gen.UInt[0, 8], Gen.Int[0, 3_000].Select(m => Month.Of(1900) + m), Gen.Int[0, 1 << 23]);

    [Fact]
    public void Two_persons_of_different_origin_have_different_identities() => Gen.Select(Origin, Origin)
        .Sample((a, b) => a == b == (Of(a) == Of(b)), iter: 10_000);

    [Fact]
    public void Neighbours_have_different_identities()
    {
        var ids = from municipality in Enumerable.Range(0, 12)
                  from @group in Enumerable.Range(0, 9)
                  from month in Enumerable.Range(0, 24)
                  from ordinal in Enumerable.Range(0, 8).Concat(Enumerable.Range(1 << 22, 4))
                  select Identity.OfPerson((uint)municipality, (uint)@group, Month.Of(1990) + month, ordinal);
        var all = ids.ToArray();
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void No_actor_is_taken_for_a_person() => Gen.Select(Gen.String, Origin)
        .Sample((path, origin) => (Identity.OfActor(path) >> 63, Of(origin) >> 63) == (0UL, 1UL));

    [Fact]
    public void Actors_of_a_world_have_different_identities()
    {
        var paths = from kind in new[] { "unit", "team", "county", "committee", "municipality", "newcomers" }
                    from place in Enumerable.Range(100, 300)
                    from ordinal in Enumerable.Range(0, 10)
                    select $"{kind}/{place:0000}/{ordinal}";
        var ids = paths.Select(Identity.OfActor).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void A_short_name_fits_its_bits() =>
        Gen.Select(Gen.String, Gen.Int[1, 30]).Sample((name, bits) => Identity.OfName(name, bits) < 1u << bits);

    private static ulong Of((uint Municipality, uint Group, Month Arrival, int Ordinal) origin) =>
        Identity.OfPerson(origin.Municipality, origin.Group, origin.Arrival, origin.Ordinal);
}
