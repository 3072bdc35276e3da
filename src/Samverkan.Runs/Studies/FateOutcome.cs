using Samverkan.Model;
using Samverkan.Model.Indicators;

namespace Samverkan.Runs.Studies;

/// <summary>What a study can ask of the cooperation as a whole: a name, what it means and in which direction it is
/// good.</summary>
public sealed record FateOutcome(string Id, FateQuestion Question, string Title, string Unit, Better Better, string Meaning)
{
    public static IReadOnlyList<FateOutcome> All { get; } =
    [
        new("sustained", FateQuestion.Sustained, "cooperation neither dissolved nor hollow", "share", Better.Higher,
            "the share of cooperations that began and are neither dissolved nor ever hollow; kept for one more edition"),
        new("sustained.years", FateQuestion.YearsSustained, "years neither dissolved nor hollow", "years", Better.Higher,
            "years until a cooperation is dissolved or hollow, or to the end; kept for one more edition"),
        new("fate.dissolved", FateQuestion.Dissolved, "cooperation dissolved", "share", Better.Lower,
            "the share of cooperations whose last joint unit or agreement was given up"),
        new("fate.hollow", FateQuestion.Hollow, "cooperation hollow", "share", Better.Lower,
            "the share of cooperations that stood for two years with trust or joint care below three quarters of its peak"),
        new("fate.benefitKept", FateQuestion.BenefitKept, "benefit kept", "share", Better.Higher,
            "the share of cooperations that kept three quarters of the share of needs that both sectors met at its peak"),
    ];

    public static FateOutcome? Find(string id) => All.FirstOrDefault(fate => fate.Id == id);

    /// <param name="end">The last month of the run.</param>
    public Outcome Outcome(Month from, Month to, Month end) =>
        new(Id, Unit == "share" ? $"{Title} by {end.Year}" : Title, Unit, Better, null, Question, from, to, null, []);
}
