using Samverkan.Analysis.Sensitivity;
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
public sealed record SensitivityRow(Question Question, UncertainFactor Factor, string Measure, Index Index);

/// <summary>What drives an outcome.</summary>
/// <param name="Shares">How much of the variance is the parameters', and how much chance.</param>
public sealed record Driven(Question Question, VarianceShares Shares, IReadOnlyList<SensitivityRow> Rows);

/// <summary>Reads the design of a study with the estimator that belongs to it.</summary>
public static class SensitivityAnswer
{
    public const string MuStar = "mu_star";
    public const string First = "first";
    public const string Total = "total";
    public const string Swing = "swing";

    /// <summary>The measure by which factors are ranked.</summary>
    public static string MainMeasure(SamplingMethod method) => method switch
    {
        SamplingMethod.OneAtATime => Swing,
        SamplingMethod.Morris => MuStar,
        SamplingMethod.SobolIndices => Total,
        _ => First,
    };

    public static IReadOnlyList<Driven> Of(StudyResults results)
    {
        var units = Enumerable.Range(0, results.Design.Samples).Select(results.Design.Unit).ToList();
        return [.. Question.Of(results.Design).GroupBy(q => q.Outcome).SelectMany(asked =>
        {
            var figures = results.Figures(asked.Key);
            return asked.Select(question => Of(question, new(figures.Samples(question.Policy, question.Point, question.Versus)), units, results.Study));
        })];
    }

    public static void Write(IReadOnlyList<Driven> answers, StudyFolder folder, Study study)
    {
        using var table = new TidyTable(folder["sensitivity"], [.. Asked, Column.Text("method"), Column.Text("factor"), Column.Text("evidence"), Column.Text("measure"), Column.Real("value"), Column.Real("low"), Column.Real("high")]);
        using var shares = new TidyTable(folder["shares"], [.. Asked, Column.Real("parameters"), Column.Real("luck"), Column.Real("interplay"), Column.Real("share_of_parameters")]);
        var point = LeverPoint.All(study);
        foreach (var (question, variance, rows) in answers)
        {
            var (policy, versus, levers) = (study.Policies[question.Policy].Id, question.Versus is { } v ? study.Policies[v].Id : null, point[question.Point].Name);
            shares.Write(policy, versus, levers, question.Outcome.Id, variance.Parameters, variance.Chance, variance.Interplay, variance.OfParameters);
            foreach (var row in rows)
                table.Write(policy, versus, levers, question.Outcome.Id, study.Sampling!.Method.ToString(), row.Factor.Id, row.Factor.Evidence.ToString().ToLowerInvariant(), row.Measure, row.Index.Value, row.Index.Low, row.Index.High);
        }
    }

    internal static Column[] Asked => [Column.Text("scenario"), Column.Text("versus"), Column.Text("levers"), Column.Text("outcome")];

    private static Driven Of(Question question, Replicated outcome, List<double[]> units, Study study)
    {
        if (outcome.Replications == 0)
            return new(question, new(double.NaN, double.NaN, double.NaN), []);
        var shares = VarianceShares.Of(outcome);
        var rows = study.Sampling!.Method switch
        {
            SamplingMethod.OneAtATime => Swings.Of(outcome, study.Uncertain.Length).SelectMany((s, f) => new[]
            {
                Row(f, "low", Exact(s.Low)), Row(f, "high", Exact(s.High)), Row(f, Swing, s.Swing),
            }),
            SamplingMethod.Morris => MorrisEffects.Of(units, outcome.Means).SelectMany((m, f) => new[]
            {
                Row(f, MuStar, m.MuStar), Row(f, "mu", Exact(m.Mu)), Row(f, "sigma", Exact(m.Sigma)),
            }),
            SamplingMethod.SobolIndices => Sensitivity.SobolIndices.Of(outcome, study.Uncertain.Length).SelectMany((s, f) => new[] { Row(f, First, s.First), Row(f, Total, s.Total) }),
            _ => ByRegression(),
        };
        return new(question, shares, [.. rows]);

        SensitivityRow Row(int factor, string measure, Index index) => new(question, study.Uncertain[factor], measure, index);

        IEnumerable<SensitivityRow> ByRegression()
        {
            var model = AdditiveModel.Of(units, outcome.Means);
            return model.Explained.Select((variance, f) => Row(f, First, Exact(shares.Parameters > 0 ? variance / shares.Parameters : double.NaN)));
        }
    }

    private static Index Exact(double value) => new(value, double.NaN, double.NaN);
}
