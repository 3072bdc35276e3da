using Samverkan.Model.Needs;

namespace Samverkan.Model.Tests.Needs;

/// <summary>What a target group's factors change in its needs.</summary>
public class TransitionTableTests
{
    [Theory]
    [InlineData("needs.clinical.psychosis", 0)]
    [InlineData("needs.social.psychosis", 1)]
    [InlineData("needs.relational.psychosis", 2)]
    public void A_groups_factor_changes_the_needs_of_its_own_carer_alone(string factor, int carer)
    {
        var own = new[] { Domains.OfCounty, Domains.OfMunicipality, Domains.OfBoth }[carer];
        var (usual, rarer) = (Examples.P.Transitions, Examples.P.With((factor, .2)).Transitions);
        for (var d = 0; d < Domains.Count; d++)
        {
            var changes = (own >> d & 1) != 0;
            Assert.Equal(changes, rarer.Any((int)TargetGroup.Psychosis, d) < usual.Any((int)TargetGroup.Psychosis, d));
            Assert.Equal(changes, rarer.Any((int)TargetGroup.Psychosis, d) != usual.Any((int)TargetGroup.Psychosis, d));
            Assert.Equal(usual.Any((int)TargetGroup.Depression, d), rarer.Any((int)TargetGroup.Depression, d));
        }
    }

    [Fact]
    public void Mortality_grows_by_the_stated_share_with_each_year_since_entry()
    {
        var rates = Examples.P.With(("population.ageing", .05)).Transitions;
        Assert.Equal(1, rates.Ageing(Examples.Some, Examples.Some + 11));
        Assert.Equal(1.05, rates.Ageing(Examples.Some, Examples.Some + 12), 1e-12);
        Assert.Equal(Math.Pow(1.05, 10), rates.Ageing(Examples.Some, Examples.Some + 120), 1e-12);
    }
}
