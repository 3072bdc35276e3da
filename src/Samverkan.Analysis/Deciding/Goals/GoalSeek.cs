using Samverkan.Analysis.Doses;
using Samverkan.Analysis.Statistics;
using Samverkan.Model.Economy;

namespace Samverkan.Analysis.Deciding.Goals;

/// <summary>What is to be reached.</summary>
/// <param name="Goal">A level of the outcome, or a change of it.</param>
/// <param name="Below">Whether the outcome is to be below it.</param>
/// <param name="IsChange">Whether the goal is a difference to no change.</param>
/// <param name="Certainty">Share of draws in which it is to be reached.</param>
public sealed record GoalQuestion(DecisionOutcome Outcome, double Goal, bool Below, bool IsChange, double Certainty);

/// <summary>
/// Seeks the smallest change of a lever that reaches a goal: some doses over the whole range first, so that a response that
/// turns is
/// seen; then the way between the first dose that is enough and its neighbour is halved. Every dose lives under the same luck and
/// the same draws.
/// </summary>
public static class GoalSeek
{
    private const int MostHalvings = 4;
    private const int Digits = 3;

    /// <summary>Choices that are lived at most.</summary>
    public static int MostChoices(GoalLever lever) => lever.Steps.Count + MostHalvings;

    public static GoalResult Run(Func<Futures, DecisionHead> head, GoalLever lever, GoalQuestion asked, Futures futures)
    {
        var lived = new SortedDictionary<double, LivedChoice>();
        Live([lever.Nothing, .. lever.Steps.Where(step => step != lever.Nothing)]);
        for (var halving = 0; halving < MostHalvings && Enough() is { } enough && Between(enough) is { } middle; halving++)
            Live([middle]);
        double[] doses = [.. lived.Keys];
        var told = doses.Select(dose => Told(dose)).ToList();
        return new(
            head(futures), lever.Name, OutcomeName.Of(asked.Outcome), asked.Goal, asked.Below, asked.IsChange,
                asked.Certainty, told,
            Array.IndexOf(doses, lever.Nothing), Enough() is { } found ? Array.IndexOf(doses, found) : null,
            Response.FirstReversal([.. doses.Select(dose => lived[dose].Known.Select(future => future[asked.Outcome])
                .ToArray())], asked.Outcome.Kind));

        void Live(IReadOnlyList<double> wanted)
        {
            foreach (var (dose, choice) in wanted.Zip(futures.Live([.. wanted.Select(lever.Given)])))
                lived[dose] = choice;
        }

        bool IsEnough(double dose) => Holds(ByDraw(dose), asked) >= asked.Certainty;

        // The one nearest to no change.
        double? Enough() => lived.Keys.Where(IsEnough).Select(dose => (double?)dose)
            .OrderBy(dose => Math.Abs(dose!.Value - lever.Nothing)).FirstOrDefault();

        double? Between(double enough)
        {
            var toward = lived.Keys.Where(dose => Math.Sign(dose - enough) == Math.Sign(lever.Nothing - enough)
                && dose != enough).ToList();
            if (toward.Count == 0)
                return null;
            var neighbour = toward.MinBy(dose => Math.Abs(dose - enough));
            var middle = (enough + neighbour) / 2;
            if (lever.Finest >= 1)
                middle = Math.Round(middle);
            else
                middle = Math.Round(middle, Digits);
            return Math.Abs(enough - neighbour) <= lever.Finest || middle == enough || middle == neighbour ? null : middle;
        }

        double[] ByDraw(double dose) => asked.IsChange
            ? Reckoning.Effects(lived[lever.Nothing], lived[dose], asked.Outcome)
            : Reckoning.Levels(lived[dose], asked.Outcome);

        double[] Single(IReadOnlyList<Future> futures, IReadOnlyList<Future> without) =>
            [.. futures.Zip(without, (one, none) => one[asked.Outcome] - (asked.IsChange ? none[asked.Outcome] : 0))];

        GoalDose Told(double dose)
        {
            var (one, none) = (lived[dose], lived[lever.Nothing]);
            double[] known = [.. one.Known.Select(future => future[asked.Outcome])], drawn =
                [.. one.Drawn.Select(future => future[asked.Outcome])];
            var interval = LevelInterval.Of(Crossed.Of(known), asked.Outcome.Kind);
            var range = RangeOverDraws.Of(drawn, Reckoning.Luck(known));
            return new(
                dose, lever.InWords(dose), CrossedMean.Of(Crossed.Of(known)).Mean, interval.Low, interval.High,
                    asked.Outcome.Kind.Level(range?.Low ?? double.NaN),
                asked.Outcome.Kind.Level(range?.High ?? double.NaN), Holds(ByDraw(dose), asked),
                    Holds([.. Single(one.Known, none.Known), .. Single(one.Drawn, none.Drawn)], asked),
                EffectRow.Of(Reckoning.Effect(none, one, asked.Outcome)),
                    EffectRow.Of(Reckoning.Effect(none, one, DecisionOutcome.Spent)),
                EffectRow.Of(Reckoning.Effect(none, one, DecisionOutcome.SpentBy(Account.County))),
                EffectRow.Of(Reckoning.Effect(none, one, DecisionOutcome.SpentBy(Account.Municipality))));
        }
    }

    private static double Holds(IReadOnlyCollection<double> levels, GoalQuestion asked) =>
        Reckoning.Share(levels, level => asked.Below ? level < asked.Goal : level > asked.Goal);
}
