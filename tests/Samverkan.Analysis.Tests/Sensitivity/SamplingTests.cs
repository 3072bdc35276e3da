using Samverkan.Analysis.Studies.Sampling;
using Samverkan.Runs.Studies;
using Xunit;

namespace Samverkan.Analysis.Tests.Sensitivity;

public sealed class SamplingTests
{
    [Fact]
    public void The_sobol_sequence_is_the_published_one()
    {
        // The first points that the program of Joe and Kuo prints for three dimensions.
        double[][] published =
        [
            [0, 0, 0], [.5, .5, .5], [.75, .25, .25], [.25, .75, .75], [.375, .375, .625], [.875, .875, .125],
            [.625, .125, .875], [.125, .625, .375], [.1875, .3125, .9375], [.6875, .8125, .4375],
        ];
        var sequence = new SobolSequence(3);
        foreach (var expected in published)
        {
            var point = new double[3];
            sequence.Next(point);
            Assert.Equal(expected, point);
        }
    }

    [Fact]
    public void Every_dimension_of_a_sobol_sample_has_one_point_in_each_of_256_parts()
    {
        var rows = UnitSamples.Sobol(256, SobolSequence.MostDimensions, seed: 3);

        Assert.All(Enumerable.Range(0, SobolSequence.MostDimensions), d =>
            Assert.Equal(Enumerable.Range(0, 256), rows.Select(row => (int)(row[d] * 256)).Order()));
    }

    [Fact]
    public void A_latin_hypercube_has_one_point_in_each_part_of_every_factor()
    {
        var rows = UnitSamples.LatinHypercube(50, 7, seed: 1);

        Assert.All(Enumerable.Range(0, 7),
            d => Assert.Equal(Enumerable.Range(0, 50), rows.Select(row => (int)(row[d] * 50)).Order()));
    }

    [Theory]
    [InlineData(SamplingMethod.MonteCarlo)]
    [InlineData(SamplingMethod.LatinHypercube)]
    [InlineData(SamplingMethod.SobolSequence)]
    public void The_same_seed_gives_the_same_sample_and_another_seed_another(SamplingMethod method)
    {
        Assert.Equal(UnitSamples.Of(method, 16, 3, 1), UnitSamples.Of(method, 16, 3, 1));
        Assert.NotEqual(UnitSamples.Of(method, 16, 3, 1), UnitSamples.Of(method, 16, 3, 2));
    }

    [Fact]
    public void A_step_of_a_morris_walk_moves_one_factor_by_two_thirds_and_a_walk_moves_each_once()
    {
        var rows = Designs.Morris(walks: 4, factors: 5, levels: 4, seed: 1);

        for (var walk = 0; walk < 4; walk++)
        {
            var moved = Enumerable.Range(walk * 6, 5)
                .Select(r => Enumerable.Range(0, 5).Single(f => rows[r][f] != rows[r + 1][f])).ToList();
            Assert.Equal([0, 1, 2, 3, 4], moved.Order());
            Assert.All(Enumerable.Range(walk * 6, 5).Zip(moved),
                step => Assert.Equal(2.0 / 3, Math.Abs(rows[step.First][step.Second] - rows[step.First + 1][step.Second]), 12));
        }
        Assert.All(rows, row => Assert.All(row, u => Assert.InRange(u, 0, 1)));
    }

    [Theory]
    [InlineData(BeliefKind.Uniform, 2, 6, 0, 2, 6, 4)]
    [InlineData(BeliefKind.LogUniform, 1, 100, 0, 1, 100, 10)]
    [InlineData(BeliefKind.Triangular, 0, 10, 5, 0, 10, 5)]
    [InlineData(BeliefKind.Normal, 5, 2, 0, 0, 10, 5)]
    [InlineData(BeliefKind.LogNormal, 3, .5, 0, 0, 1000, 3)]
    public void The_middle_of_a_belief_is_where_it_should_be_and_its_ends_are_kept(BeliefKind kind, double a, double b, double c,
        double low, double high, double middle)
    {
        var belief = new Belief(kind, a, b, c, low, high);

        Assert.Equal(middle, Quantiles.Of(belief, .5), 3);
        Assert.InRange(Quantiles.Of(belief, 0), low, middle);
        Assert.InRange(Quantiles.Of(belief, 1), middle, high);
    }

    [Fact]
    public void A_normal_belief_is_cut_not_piled_up_at_the_ends_of_the_range()
    {
        var belief = new Belief(BeliefKind.Normal, 0, 1, 0, 0, 10);

        // Half way from the range's end, the middle of the distribution, to the 95th percentile where it is cut, or to the end of
        // all.
        Assert.Equal(.5978, Quantiles.Of(belief, .5), 3);
        Assert.Equal(.6745, Quantiles.Of(belief with { CutAbove = 1 }, .5), 3);
    }
}
