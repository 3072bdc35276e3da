using Samverkan.Analysis.Calibrating;
using Samverkan.Analysis.Discovering;
using Samverkan.Analysis.Sensitivity;
using Samverkan.Analysis.Statistics;
using Xunit;
using Index = Samverkan.Analysis.Sensitivity.Index;

namespace Samverkan.Analysis.Tests.Sensitivity;

/// <summary>
/// Statistics on small figures, against numbers that R 4.2 gives for the same figures. Each test names the call or the formula.
/// </summary>
public sealed class ReferenceNumberTests
{
    // Legendre polynomials in quantiles, as columns of R's lm: sqrt(3) * (2 * u - 1) and sqrt(5) * (6 * u^2 - 6 * u + 1).
    private static readonly double[][] Samples =
    [
        [.05, .85], [.15, .35], [.25, .65], [.35, .05], [.45, .95], [.55, .25], [.65, .75], [.75, .45], [.85, .15], [.95, .55],
        [.1, .6], [.3, .2], [.5, .9], [.7, .4], [.9, .7], [.2, .98], [.4, .1], [.6, .5], [.8, .3], [.02, .8],
    ];

    private static readonly double[] Curved =
    [
        3.07, 2.87, 3.27, 2.6, 4.64, 3.77, 6.16, 6.24, 6, 9.83, 3.3, 2.66, 4.9, 5.57, 9.97, 3.02, 2.75, 4.76, 6.22, 2.95,
    ];

    private static readonly double[] Straight =
    [
        -1.72, 1.29, -.26, 3.18, -1.52, 2.44, .11, 1.49, 3.32, 1.72, -.26, 2.31, -1.08, 1.72, .85, -2.11, 2.96, 1.32, 2.36, -1.29,
    ];

    /// <summary>R: <c>p.adjust(p, "holm")</c>, with ties and with values that would pass 1.</summary>
    [Fact]
    public void Holms_p_are_those_of_R() =>
        Assert.Equal([.6, .066, .15, .15, 1, .0028, 1],
            Holm.Adjusted([.2, .011, .03, .03, .6, .0004, .9]).Select(p => Math.Round(p, 12)));

    /// <summary>
    /// R: the mean of x in <c>integrate</c> over x from 0 of the density (luck + x)^-(nu/2 + 1) exp(-nu var(d) / (2 (luck + x))),
    /// which is the variance of effects; <c>quantile(d, c(.05, .95), type = 6)</c> drawn towards the mean by its root over
    /// <c>sd(d)</c>; with fewer than 19 draws, stretched by <c>qnorm(.95) / qnorm((n - .375) / (n + .25))</c>.
    /// </summary>
    [Theory]
    [InlineData(8, .9, 1.125, -1.62966540897, 4.29434622323, 1.68736755144)]
    [InlineData(8, 4, 1.125, -1.58695042431, 4.24520102581, 1.66120253015)]
    [InlineData(20, 1.5, 1.285, -.755577810786, 3.914419683589, 1.185157562171)]
    public void The_range_over_draws_is_that_of_numerical_integration(int draws, double luck, double middle, double low,
        double high, double spread)
    {
        double[] differences = draws == 8
            ? [-1.2, .4, 2.9, 1.1, .7, 3.8, 1.6, -.3]
            : [1.7, .2, -.9, 2.4, 3.1, .8, 1.3, -1.5, 2.2, .6, 4.9, 1.1, -.4, 1.9, 2.7, .3, 1.4, 3.6, -.7, 1];

        var range = RangeOverDraws.Of(differences, luck)!;

        Assert.Equal((draws, middle), (range.Draws, Math.Round(range.Middle, 12)));
        Assert.Equal(low, range.Low, 8);
        Assert.Equal(high, range.High, 8);
        Assert.Equal(spread, range.Spread, 8);
    }

    /// <summary>
    /// R: terms are added to <c>lm</c> one by one while n log(RSS / n) + k (log(n) + log(terms)) falls; of the last one
    /// <c>coef</c>, <c>summary(m)$adj.r.squared</c> and e = <c>summary(m)$sigma / sqrt(n)</c>, so that a curve explains b^2 - e^2
    /// and its interval is (b -+ e <c>qt(1 - .05 / (2 * 2 * factors), df.residual(m))</c>)^2.
    /// </summary>
    [Fact]
    public void What_an_additive_model_explains_and_its_intervals_are_those_of_R()
    {
        double[][] units =
        [
            [.05, .85, .5], [.15, .35, .9], [.25, .65, .1], [.35, .05, .7], [.45, .95, .3], [.55, .25, .8], [.65, .75, .2],
            [.75, .45, .6], [.85, .15, .4], [.95, .55, .05], [.1, .6, .95], [.3, .2, .35], [.5, .9, .15], [.7, .4, .65],
            [.9, .7, .75],
        ];

        var model = AdditiveModel.Of(units,
            [1.31, 2.02, 3.24, 2.85, 5.61, 4.13, 6.92, 6.58, 6.07, 8.84, 1.95, 3.02, 6.55, 5.91, 8.13]);

        Is(new(4.990289580846, 3.422022656049, 6.88891569536), model.Explained[0]);
        Is(new(.521411278506, .119071415229, 1.25411033150), model.Explained[1]);
        Assert.Equal(default, model.Explained[2]);
        Assert.Equal(.96008244839, model.Fit, 9);
    }

    /// <summary>
    /// R: the terms that the same criterion chooses for either outcome beside both lines are the parabola of the first and the
    /// product; of <c>lm</c> with all four <c>predict(m, se.fit = TRUE)</c> at (.42, .18), (se.fit / residual.scale)^2, the
    /// residuals and <c>summary(m)$adj.r.squared</c>.
    /// </summary>
    [Fact]
    public void An_emulator_predicts_what_R_predicts()
    {
        var emulator = new Emulator(Samples, [Curved, Straight]);

        var expected = new double[2];
        var leverage = emulator.At([.42, .18], expected);

        Assert.Equal(2.8952216263621, expected[0], 9);
        Assert.Equal(2.5345140996228, expected[1], 9);
        Assert.Equal(.1691222718341, leverage, 9);
        Assert.Equal(15, emulator.Freedom);
        Assert.Equal(.9967772888135, emulator.Fits[0], 9);
        Assert.Equal(.9964888008690, emulator.Fits[1], 9);
        Assert.Equal([.0908853323464, -.1344163531617], new[] { emulator.Residuals[0][0], emulator.Residuals[0][19] }, Near);
        Assert.Equal([-.0503943284833, .1332084866947], new[] { emulator.Residuals[1][0], emulator.Residuals[1][19] }, Near);
    }

    /// <summary>
    /// R, of the same models: <c>abs(fit - observed) / sqrt(residual.scale^2 + se.fit^2 + tolerance^2)</c>, the larger of two.
    /// </summary>
    [Theory]
    [InlineData(3, 3, 1.45439071782)]
    [InlineData(3, 2.5345140996228, .318320461194)]
    public void Implausibility_is_that_of_a_prediction_interval(double one, double other, double implausibility)
    {
        var wave = Wave.Of([new(one, .3), new(other, .3)], Samples,
            [[.. Curved.Select(y => new[] { y })], [.. Straight.Select(y => new[] { y })]]);

        Assert.Equal(implausibility, wave.Implausibility([.42, .18]), 8);
    }

    /// <summary>
    /// R, f0 the mean of A and B, V their variance: <c>mean((B - f0) * (AB - A)) / V</c> (Saltelli et al. 2010, table 2 b)
    /// and <c>mean((A - AB)^2) / 2 / V</c> (f). Nothing is noise with one replication.
    /// </summary>
    [Fact]
    public void Sobol_indices_are_those_of_the_formulas()
    {
        double[] a = [1.2, 3.4, 2.2, 5.1, 4, 2.7], b = [2, 4.1, 1.1, 3.9, 5.2, 3.3];
        double[] one = [1.9, 3.6, 1.4, 4.2, 5, 3.1], other = [1.3, 3.9, 2, 4.9, 4.1, 2.8];

        var indices = SobolIndices.Of(new([.. Enumerable.Range(0, 6)
            .SelectMany(i => new[] { a[i], b[i], one[i], other[i] }).Select(y => new[] { y })]), 2);

        Assert.Equal([.235786761153, .0798840392978], indices.Select(i => i.First.Value), Near);
        Assert.Equal([.151715252053, .0173941053310], indices.Select(i => i.Total.Value), Near);
    }

    /// <summary>
    /// R: the same of means over replications, less <c>cov(x, y) / replications</c> of each product, with the mean over A taken
    /// off each replication first.
    /// </summary>
    [Fact]
    public void Chance_is_taken_off_Sobol_indices_by_its_covariance()
    {
        double[][] rows =
        [
            [1.2, 1.5, 1.1], [2, 2.3, 2.6], [1.9, 2.1, 2.5], [1.4, 1.3, 1.2],
            [3.4, 3.9, 3.1], [4.1, 4, 4.6], [3.6, 4.2, 4.1], [3.9, 4.1, 3.4],
            [2.2, 2, 2.6], [1.1, 1.6, 1], [1.4, 1.2, 1.9], [2, 2.4, 2.3],
            [5.1, 5.5, 4.8], [3.9, 4.4, 4.2], [4.2, 4, 4.6], [4.9, 5.6, 5],
        ];

        var indices = SobolIndices.Of(new(rows), 2);

        Assert.Equal([.0281561176605, .06043264278356], indices.Select(i => i.First.Value), Near);
        Assert.Equal([.1462744649193, .00206020373126], indices.Select(i => i.Total.Value), Near);
    }

    /// <summary>
    /// R: <c>mean(abs(d))</c>, <c>mean(d)</c> and <c>sqrt(var(d) - s^2)</c> of the elementary effects d, with s^2 the mean of
    /// their <c>var(change) / replications</c>; the floor is <c>s * sqrt(2 / pi)</c>, and what is above it is found by
    /// <c>uniroot</c> of the mean of the folded normal distribution.
    /// </summary>
    [Fact]
    public void Morris_effects_their_floor_and_what_is_above_it_are_those_of_R()
    {
        const double third = 1.0 / 3;
        double[][] units =
        [
            [0, 0], [2 * third, 0], [2 * third, 2 * third],
            [third, 1], [third, third], [1, third],
            [1, third], [third, third], [third, 1],
        ];

        var effects = MorrisEffects.Of(units, new(
        [
            [1, 1.4, 1.1], [3.2, 3.3, 3.6], [3.5, 3.9, 3.3],
            [2.6, 2.4, 3.1], [2.2, 2.5, 2.6], [6.1, 6.6, 6.3],
            [4.4, 4, 4.1], [1.9, 2.6, 2.2], [4.7, 4.3, 4.9],
        ]));

        double[] Numbers(MorrisEffects e) => [e.MuStar.Value, e.Floor, e.Above.Value, e.Mu, e.Sigma];
        Assert.Equal([4.016666666667, .262615959162, 4.016666666667, 4.016666666667, 1.566045976337], Numbers(effects[0]), Near);
        Assert.Equal([1.433333333333, .329781560703, 1.433278393233, 1.433333333333, 1.830983342360], Numbers(effects[1]), Near);
    }

    /// <summary>R: <c>t.test(high, low, paired = TRUE)</c>.</summary>
    [Fact]
    public void The_swing_of_a_factor_has_the_interval_of_paired_runs()
    {
        var swing = Swings.Of(new([[1, 1, 1, 1, 1], [1.1, .7, 1.9, 1.4, .8], [2, 2.2, 2.4, 2.9, 1.1]]), 1, FigureKind.Amount)
            .Single();

        Is(new(.94, .2509044469697, 1.6290955530303), swing.Swing);
        Assert.Equal(.0193126471479, swing.P, 9);
    }

    /// <summary>
    /// Six of eight that stood with the factor low fall with it high, and none the other way. R: <c>mcnemar</c>'s exact p is
    /// <c>binom.test(0, 6)$p.value</c>, where <c>t.test</c> of the pairs has .0025 and an interval that passes -1.
    /// </summary>
    [Fact]
    public void The_swing_of_a_share_is_tested_exactly_and_stays_within_what_a_share_can_be()
    {
        double[] low = [1, 1, 1, 1, 1, 1, 1, 0], high = [0, 0, 0, 0, 0, 0, 1, 0];

        var swing = Swings.Of(new([low, low, high]), 1, FigureKind.Share).Single();

        Assert.Equal(-.75, swing.Swing.Value, 12);
        Assert.Equal(.03125, swing.P, 12);
        Assert.InRange(swing.Swing.Low, -1, -.75);
    }

    /// <summary>
    /// R: <c>boot.ci</c> of type "perc" with 400,000 resamples of boot 1.3. Ours are 500, which move an end by a tenth of the
    /// width at most.
    /// </summary>
    [Fact]
    public void The_interval_of_an_index_is_the_percentile_bootstrap()
    {
        double[] figures = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, .8, 4.6, 1.4];

        var index = Index.Resampled(figures.Length, drawn => drawn.Average(place => figures[place]));

        Assert.Equal(1.58, index.Value, 12);
        Assert.Equal(.95, index.Low, .14);
        Assert.Equal(2.38, index.High, .14);
    }

    /// <summary>
    /// A box of 20 samples with 18 cases, among 50 with 20. R: <c>pbinom(17, 20, .4, lower.tail = FALSE)</c>, times the 40 cuts
    /// of a factor.
    /// </summary>
    [Fact]
    public void That_a_side_of_a_box_only_seems_to_help_is_binomial()
    {
        double[][] units = [.. Enumerable.Range(0, 50).Select(i => new[] { (i + .5) / 50 })];
        var samples = new Samples(units, [.. Enumerable.Range(0, 50).Select(i => i is < 18 or 40 or 45)], 20, 50);

        var box = samples.Described(Sides.All(1).UpTo(0, .4));

        Assert.Equal((20, .4, .9, .9), (box.Samples, box.Base, box.Density, box.Coverage));
        Assert.Equal(40 * 5.04126081335e-06, box.Restrictions.Single().P, 1e-12);
    }

    private static void Is(Index expected, Index actual) =>
        Assert.Equal([expected.Value, expected.Low, expected.High], [actual.Value, actual.Low, actual.High], Near);

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-8;
}
