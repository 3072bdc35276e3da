using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Model.Tests.Policies;

public class AnnouncedTests
{
    // The first year is the one in which a committee plans its first joint unit.
    private static readonly Month At = TestWorlds.Start + 12;

    private static readonly Blueprint Town = TestWorlds.Town(12, 6_000);

    private static readonly ulong[] Unchanged = Town.Run().Hashes();

    public static TheoryData<string> Sections => [.. Catalogue.All.Select(p => p.Section.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Nothing_is_felt_before_its_date_unless_it_is_announced(string section) =>
        Assert.All(Catalogue.All.Where(p => p.Section.Name == section && p.Role != Role.Structural && !p.Announced), p =>
            Assert.Equal(Unchanged,
                Town.Having(TestWorlds.Set(p.Id, p.Default > (p.Min + p.Max) / 2 ? p.Min : p.Max, At)).Run().Hashes()));

    [Fact]
    public void A_committee_plans_for_a_grant_that_is_announced() =>
        Assert.NotEqual(Unchanged, Town.Having(TestWorlds.Set("nation.stimulusGrant", 50e6, At)).Run().Hashes());
}
