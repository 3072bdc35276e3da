using MathNet.Numerics.Distributions;
using Samverkan.Analysis.Sensitivity;
using Samverkan.Analysis.Statistics;
using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;
using Index = Samverkan.Analysis.Sensitivity.Index;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>What is judged: an outcome in a scenario, or the difference that the scenario makes against another.</summary>
/// <param name="Versus">Place of the other policy; null: the outcome itself.</param>
public sealed record Question(Outcome Outcome, int Policy, int? Versus, int Point)
{
    public string InWords(Study study) => Versus is { } other
        ? $"{Outcome.Title}: {study.Policies[Policy].Title} against {study.Policies[other].Title}"
        : $"{Outcome.Title} in {study.Policies[Policy].Title}";

    /// <summary>For a picture: against what, the text says.</summary>
    public string InShort(Study study) => Versus is null ? InWords(study) : $"{Outcome.Title}: {study.Policies[Policy].Title}";

    /// <summary>Every outcome that a study asks for: in its base, and what each other scenario changes in it.</summary>
    public static IEnumerable<Question> Of(Design design) =>
        from outcome in design.Study.Outcomes
        from point in Enumerable.Range(0, design.Points.Length)
        from policy in Enumerable.Range(0, design.Study.Policies.Length)
        select new Question(outcome, policy, policy == 0 ? null : 0, point);
}

/// <summary>One measure of one factor.</summary>
/// <param name="IsTold">Whether it is more than chance gives to the luckiest factor; only of the measure by which factors are
/// ranked.</param>
public sealed record SensitivityRow(Question Question, UncertainFactor Factor, string Measure, Index Index, bool IsTold = false);

/// <summary>What drives an outcome.</summary>
/// <param name="Shares">How much of the variance is the parameters', and how much chance.</param>
/// <param name="Replications">Of which all samples have the outcome.</param>
/// <param name="Varies">False: it is the same in every run.</param>
public sealed record Driven(Question Question, VarianceShares Shares, IReadOnlyList<SensitivityRow> Rows, int Replications,
    bool Varies);

/// <summary>Reads the design of a study with the estimator that belongs to it.</summary>
public static class SensitivityAnswer
{
    public const string MuStar = "mu_star";
    public const string Floor = "mu_star_of_chance";
    public const string Above = "mu_star_above_chance";
    public const string First = "first";
    public const string Total = "total";
    public const string Swing = "swing";

    /// <summary>The measure by which factors are ranked.</summary>
    public static string MainMeasure(SamplingMethod method) => method switch
    {
        SamplingMethod.OneAtATime => Swing,
        SamplingMethod.Morris => Above,
        SamplingMethod.SobolIndices => Total,
        _ => First,
    };

    public static IReadOnlyList<Driven> Of(StudyResults results)
    {
        var units = Enumerable.Range(0, results.Design.Samples).Select(results.Design.Unit).ToList();
        return [.. Question.Of(results.Design).GroupBy(q => q.Outcome).SelectMany(asked =>
        {
            var figures = results.Figures(asked.Key);
            return asked.Select(question =>
                Of(question, new(figures.Samples(question.Policy, question.Point, question.Versus)), units, results.Study));
        })];
    }

    public static void Write(IReadOnlyList<Driven> answers, StudyFolder folder, Study study)
    {
        using var table = new TidyTable(folder["sensitivity"],
            [.. Asked, Column.Text("method"), Column.Text("factor"), Column.Text("evidence"), Column.Text("measure"),
                Column.Real("value"), Column.Real("low"), Column.Real("high"), Column.Text("more_than_chance")]);
        using var shares = new TidyTable(folder["shares"],
            [.. Asked, Column.Real("parameters"), Column.Real("luck"), Column.Real("interplay"),
                Column.Real("share_of_parameters")]);
        var point = LeverPoint.All(study);
        foreach (var (question, variance, rows, _, _) in answers)
        {
            var (policy, versus, levers) = (study.Policies[question.Policy].Id, question.Versus is { } v ? study.Policies[v].Id
                : null, point[question.Point].Name);
            shares.Write(policy, versus, levers, question.Outcome.Id, variance.Parameters, variance.Chance, variance.Interplay,
                variance.OfParameters);
            foreach (var row in rows)
                table.Write(policy, versus, levers, question.Outcome.Id, study.Sampling!.Method.ToString(), row.Factor.Id,
                    row.Factor.Evidence.ToString().ToLowerInvariant(), row.Measure, row.Index.Value, row.Index.Low,
                    row.Index.High,
                    row.Measure == MainMeasure(study.Sampling.Method) ? row.IsTold ? "yes" : "no" : null);
        }
    }

    internal static Column[] Asked =>
        [Column.Text("scenario"), Column.Text("versus"), Column.Text("levers"), Column.Text("outcome")];

    private static Driven Of(Question question, Replicated outcome, List<double[]> units, Study study)
    {
        if (outcome.Replications == 0)
            return new(question, new(double.NaN, double.NaN, double.NaN), [], 0, Varies: false);
        var varies = Enumerable.Range(0, outcome.Points).SelectMany(outcome.At).Distinct().Skip(1).Any();
        var shares = VarianceShares.Of(outcome);
        var rows = new Measured(question, outcome, units, study, shares).Rows();
        return new(question, shares,
            [.. rows.Select(row => row with { IsTold = row.IsTold && varies && outcome.Replications > 1 })], outcome.Replications,
            varies);
    }

    /// <summary>The measures of all factors, by the estimator that belongs to the design.</summary>
    private sealed class Measured(Question question, Replicated outcome, List<double[]> units, Study study, VarianceShares shares)
    {
        private const double Chance = .05;
        private const double Z95 = 1.959964;

        private int Factors => study.Uncertain.Length;

        public IEnumerable<SensitivityRow> Rows() => study.Sampling!.Method switch
        {
            SamplingMethod.OneAtATime => OneAtATime(),
            SamplingMethod.Morris => MorrisEffects.Of(units, outcome).SelectMany((m, f) => new[]
            {
                Row(f, Above, m.Above, m.IsTold), Row(f, MuStar, m.MuStar), Row(f, Floor, Exact(m.Floor)),
                Row(f, "mu", Exact(m.Mu)), Row(f, "sigma", Exact(m.Sigma)),
            }),
            SamplingMethod.SobolIndices => Sobol(),
            _ => ByRegression(),
        };

        private IEnumerable<SensitivityRow> OneAtATime()
        {
            // Differences of differences are bounded by nothing that has an interval of its own.
            var swings = Swings.Of(outcome, Factors, question.Versus is null ? question.Outcome.Kind() : FigureKind.Amount);
            var told = Told([.. swings.Select(swing => swing.P)]);
            return swings.SelectMany((s, f) =>
                new[] { Row(f, Swing, s.Swing, told[f]), Row(f, "low", Exact(s.Low)), Row(f, "high", Exact(s.High)) });
        }

        private IEnumerable<SensitivityRow> Sobol()
        {
            var indices = Sensitivity.SobolIndices.Of(outcome, Factors);
            // As far as the interval reaches by the normal distribution, corrected for all factors.
            var told =
                Told([.. indices.Select(s => s.Total.High > s.Total.Low
                    ? 2 * Normal.CDF(0, 1, -Math.Max(0, s.Total.Value) * 2 * Z95 / (s.Total.High - s.Total.Low)) : double.NaN)]);
            // Where the parameters' variance cannot be told from chance, shares of it are quotients of noise.
            if (outcome.Replications > 1 && !shares.IsTold)
                return indices.SelectMany((_, f) => new[] { Row(f, Total, NotTold), Row(f, First, NotTold) });
            return indices.SelectMany((s, f) =>
                new[] { Row(f, Total, s.Total, shares.IsTold && told[f] && s.Total.Low > 0), Row(f, First, s.First) });
        }

        private IEnumerable<SensitivityRow> ByRegression()
        {
            double Share(double variance) => shares.Parameters > 0 ? Math.Min(1, variance / shares.Parameters) : double.NaN;
            return AdditiveModel.Of(units, outcome.Means).Explained
                .Select((i, f) => Row(f, First, new(Share(i.Value), Share(i.Low), Share(i.High)), shares.IsTold && i.Low > 0));
        }

        private static bool[] Told(double[] p) => [.. Holm.Adjusted(p).Select(adjusted => adjusted < Chance)];

        private SensitivityRow Row(int factor, string measure, Index index, bool told = false) =>
            new(question, study.Uncertain[factor], measure, index, told);
    }

    private static Index NotTold => Exact(double.NaN);

    private static Index Exact(double value) => new(value, double.NaN, double.NaN);
}
