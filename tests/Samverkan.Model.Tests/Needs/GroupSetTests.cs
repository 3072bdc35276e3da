using CsCheck;
using Samverkan.Model.Needs;
using Xunit;

namespace Samverkan.Model.Tests.Needs;

public class GroupSetTests
{
    [Fact]
    public void A_set_has_the_groups_that_were_put_into_it_and_no_other() =>
        Gen.Enum<TargetGroup>().Array[0, 12].Select(Gen.Enum<TargetGroup>().Array[0, 3]).Sample((some, others) =>
        {
            var (set, other) = (SetOf(some), SetOf(others));

            return Enum.GetValues<TargetGroup>().All(group => set.Has(group) == some.Contains(group)
                && (set | other).Has(group) == some.Concat(others).Contains(group))
                && set.Count == some.Distinct().Count() && set.IsEmpty == (some.Length == 0)
                && set.Overlaps(other) == some.Intersect(others).Any();
        });

    [Fact]
    public void All_groups_are_in_the_set_of_all() => Assert.Equal(SetOf(Enum.GetValues<TargetGroup>()), GroupSet.All);

    private static GroupSet SetOf(TargetGroup[] groups) =>
        groups.Aggregate(default(GroupSet), (set, group) => set | GroupSet.Of(group));
}
