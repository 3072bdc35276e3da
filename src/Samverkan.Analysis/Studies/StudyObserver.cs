using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios.Own;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>Watches one run of a study and makes its record.</summary>
internal sealed class StudyObserver(RunKey key, Blueprint blueprint, IReadOnlyList<Outcome> outcomes, RecordShape shape,
    IRunObserver? minutes) : IRunObserver, IToleratesFailure
{
    private const double MonthsOfAYear = 12;

    private readonly FigureObserver figures = new(outcomes);
    private readonly OwnFigureObserver own = new(blueprint, [.. outcomes.Select(outcome => outcome.Own).OfType<OwnOutcome>()]);
    private readonly FateObserver fates = new(blueprint.From);
    private readonly YearFigures? years = shape.Years > 0 ? new() : null;

    public Trace Trace { get; } = new(blueprint.From);

    public StudyRecord? Record { get; private set; }

    /// <summary>Why the run broke off; null if it did not.</summary>
    public Exception? Failure { get; private set; }

    public void Observe(MonthResult month)
    {
        Trace.Observe(month);
        figures.Observe(month);
        own.Observe(month);
        fates.Observe(month);
        years?.Observe(month);
        minutes?.Observe(month);
    }

    public bool SeesPersons => own.SeesPersons;

    public void See(Month month, IEnumerable<KeptPerson> persons) => own.See(month, persons);

    public void Finish()
    {
        fates.Finish();
        years?.Finish();
        minutes?.Finish();
        own.Finish();
        Record = new(key, false, Trace.Hash, [.. LostAt()], [.. outcomes.Select(FigureOf)], [.. Yearly()]);
    }

    public void Fail(Exception failure)
    {
        Failure = failure;
        Record = new(key, true, 0, new int[shape.Cooperations], Undefined(shape.Figures), Undefined(shape.Years));
    }

    private IEnumerable<int> LostAt() =>
        fates.Fates.Select(one => one.Fate switch
        {
            Fate.Sustained => StudyRecord.Kept,
            Fate.NeverBegan => StudyRecord.NeverBegan,
            _ => one.At(Ending.NotSustained)!.Value.Index,
        }).Concat(Enumerable.Repeat(StudyRecord.NeverBegan, shape.Cooperations)).Take(shape.Cooperations);

    private double FigureOf(Outcome outcome, int place) => outcome.Fate switch
    {
        null => outcome.Own is { } made ? own.Figure(made) : figures.Figure(place),
        FateQuestion.Sustained => Share(one => one.Escaped(Ending.NotSustained)),
        FateQuestion.Dissolved => Share(one => one.Dissolved is not null),
        FateQuestion.Hollow => Share(one => one.Hollow is not null),
        FateQuestion.BenefitKept => Share(one => one.Escaped(Ending.BenefitLost)),
        _ => Mean(one => one.Began ? Lifetime.Until(one.At(Ending.NotSustained), blueprint).Time / MonthsOfAYear : 0),
    };

    private double Share(Func<CooperationFate, bool> which) => Mean(one => which(one) ? 1 : 0);

    private double Mean(Func<CooperationFate, double> figure) =>
        fates.Fates.Count == 0 ? double.NaN : fates.Fates.Average(figure);

    private IEnumerable<double> Yearly() =>
        years is null ? []
        : years.Years.SelectMany(year => IndicatorCatalogue.All.Where(i => i.Headline).Select(i => year.Figures[i]));

    private static double[] Undefined(int length) => [.. Enumerable.Repeat(double.NaN, length)];
}
