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

        var box = Prim.Find(units, [.. units.Select(u => u[2] > .6 && u[5] < .5)])[0].Box;

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

        var box = Prim.Find(units, [.. units.Select(u => chance.NextDouble() < (u[0] < .3 ? .8 : .1))])[0].Box;

        Assert.Contains(box.Restrictions, side => side.Factor == 0 && Math.Abs(side.High - .3) < .08);
        Assert.True(box.Density > 2 * box.Base);
    }

    [Fact]
    public void Chance_alone_gives_hardly_ever_a_box()
    {
        var found = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var units = UnitSamples.LatinHypercube(300, 6, seed);
            var chance = UnitSamples.Chance(seed + 100);
            found += Prim.Find(units, [.. units.Select(_ => chance.NextDouble() < .4)]).Count > 0 ? 1 : 0;
        }

        Assert.InRange(found, 0, 4);
    }

    [Fact]
    public void No_other_box_has_a_better_score()
    {
        var units = UnitSamples.LatinHypercube(300, 3, seed: 3);
        var chance = UnitSamples.Chance(4);
        bool[] happens = [.. units.Select(u => chance.NextDouble() < (u[0] is > .35 and < .75 && u[1] < .45 ? .85 : .12))];

        var found = Prim.Find(units, happens)[0].Box;

        var best = 0.0;
        double[] edges = [.. Enumerable.Range(0, 21).Select(i => i / 20.0)];
        foreach (var (a, b) in Pairs())
            foreach (var (c, d) in Pairs())
            {
                var inside = Enumerable.Range(0, units.Length)
                    .Where(i => units[i][0] >= a && units[i][0] <= b && units[i][1] >= c && units[i][1] <= d).ToList();
                best = Math.Max(best, 2.0 * inside.Count(i => happens[i]) / (inside.Count + happens.Count(h => h)));
            }
        Assert.True(found.Score >= best, $"{found.Score} < {best}");

        IEnumerable<(double, double)> Pairs() => from low in edges from high in edges where high > low select (low, high);
    }

    [Fact]
    public void Two_places_are_two_boxes()
    {
        var units = UnitSamples.LatinHypercube(600, 4, seed: 5);

        var found = Prim.Find(units, [.. units.Select(u => u[0] < .3 && u[1] < .5 || u[0] > .75 && u[2] > .4)]);

        Assert.True(found.Count >= 2);
        Assert.InRange(found.Take(2).Sum(one => one.Box.Coverage), .9, 1);
        Assert.All(found.Take(2), one => Assert.InRange(one.Box.Density, .8, 1));
    }

    [Fact]
    public void A_reader_may_choose_more_coverage_for_less_purity()
    {
        var units = UnitSamples.LatinHypercube(500, 3, seed: 6);
        var chance = UnitSamples.Chance(6);
        var found = Prim.Find(units, [.. units.Select(u => chance.NextDouble() < Math.Pow(1 - u[0], 2))])[0];

        var (wide, narrow) = (found.With(.9)!, found.With(.3)!);

        Assert.True(wide.Coverage >= .9 && narrow.Coverage >= .3);
        Assert.True(narrow.Density > wide.Density);
        Assert.Contains(found.Way, step => step.Move == BoxMove.Peeled);
        Assert.Equal(1, found.Way[0].Box.Coverage);
        Assert.Null(found.With(1.1));
    }

    [Fact]
    public void What_never_or_always_happens_has_no_conditions()
    {
        var units = UnitSamples.LatinHypercube(50, 3, seed: 1);

        Assert.Empty(Prim.Find(units, [.. units.Select(_ => true)]));
        Assert.Empty(Prim.Find(units, [.. units.Select(_ => false)]));
    }
}
