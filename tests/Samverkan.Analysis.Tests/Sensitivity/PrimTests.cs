using Samverkan.Analysis.Discovering;
using Samverkan.Analysis.Studies.Sampling;
using Xunit;

namespace Samverkan.Analysis.Tests.Sensitivity;

public sealed class PrimTests
{
    [Fact]
    public void The_corner_in_which_it_happens_is_found_among_idle_factors()
    {
        var units = UnitSamples.LatinHypercube(400, 8, seed: 1);

        var box = Prim.Find(units, [.. units.Select(u => u[2] > .6 && u[5] < .5)])!;

        Assert.Equal([2, 5], box.Restrictions.Select(side => side.Factor).Order());
        Assert.Equal(.6, box.Restrictions.Single(side => side.Factor == 2).Low, .05);
        Assert.Equal(.5, box.Restrictions.Single(side => side.Factor == 5).High, .05);
        Assert.InRange(box.Density, .9, 1);
        Assert.InRange(box.Coverage, .9, 1);
        Assert.Equal(.2, box.Base, .03);
    }

    [Fact]
    public void A_condition_that_holds_only_often_is_found_all_the_same()
    {
        var units = UnitSamples.Sobol(512, 6, seed: 1);
        var chance = UnitSamples.Chance(5);

        var box = Prim.Find(units, [.. units.Select(u => chance.NextDouble() < (u[0] < .3 ? .8 : .1))])!;

        Assert.Contains(box.Restrictions, side => side.Factor == 0 && Math.Abs(side.High - .3) < .08);
        Assert.True(box.Density > 2 * box.Base);
    }

    [Fact]
    public void Chance_alone_gives_no_strong_condition()
    {
        var units = UnitSamples.LatinHypercube(400, 5, seed: 2);
        var chance = UnitSamples.Chance(3);

        var box = Prim.Find(units, [.. units.Select(_ => chance.NextDouble() < .4)])!;

        Assert.True(box.Density < 1.6 * box.Base);
    }

    [Fact]
    public void What_never_or_always_happens_has_no_conditions()
    {
        var units = UnitSamples.LatinHypercube(50, 3, seed: 1);

        Assert.Null(Prim.Find(units, [.. units.Select(_ => true)]));
        Assert.Null(Prim.Find(units, [.. units.Select(_ => false)]));
    }
}
