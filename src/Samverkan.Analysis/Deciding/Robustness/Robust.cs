using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Discovering;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Deciding.Robustness;

/// <summary>What is asked of policies.</summary>
/// <param name="Goal">A level that is good enough; null: better than the base.</param>
/// <param name="Below">Whether good enough lies below it.</param>
public sealed record RobustQuestion(DecisionOutcome Outcome, double? Goal, bool Below);

/// <summary>
/// Policies over draws of all that is not known, rival rules among them: regret (Savage 1951), satisficing (Simon 1956), and the
/// draws in which a policy loses, told by the patient rule induction method (Bryant and Lempert 2010).
/// </summary>
public static class Robust
{
    private const double Tail = 0.05;
    private const double SameAsBest = 1e-9;
    private const double Chance = 0.05;
    private const int MostSearched = 12;

    public static RobustResult Result(
        DecisionHead head, IReadOnlyList<Scenario> scenarios, IReadOnlyList<LivedChoice> lived, FuturesAsked asked,
            RobustQuestion question)
    {
        var sign = question.Outcome.Better == Better.Higher || !question.Below && question.Goal is not null ? -1 : 1;
        var effects = lived.Select(one => Reckoning.Effects(lived[0], one, question.Outcome)).ToList();
        var levels = lived.Select(one => Reckoning.Levels(one, question.Outcome)).ToList();
        var best = Enumerable.Range(0, effects[0].Length).Select(draw => effects.Min(one => sign * one[draw])).ToArray();
        return new(head, OutcomeName.Of(question.Outcome), question.Goal, question.Below,
            [.. scenarios.Select((scenario, place) => Policy(scenario, place))]);

        RobustPolicy Policy(Scenario scenario, int place)
        {
            double[] regret = [.. effects[place].Select((effect, draw) => sign * effect - best[draw])];
            bool? IsGoodEnough(int draw) => question.Goal is { } goal ? sign * levels[place][draw] < sign * goal
                : place == 0 ? null : sign * effects[place][draw] < 0;
            bool[] loses = [.. Enumerable.Range(0, regret.Length).Select(draw => IsGoodEnough(draw) == false)];
            return new(
                Names.Of(scenarios[0], scenario), lived[place].Known.Average(future => future[question.Outcome]),
                sign * levels[place].Select(level => sign * level).Quantile(1 - Tail),
                EffectRow.Of(Reckoning.Effect(lived[0], lived[place], question.Outcome)),
                EffectRow.Of(Reckoning.Effect(lived[0], lived[place], DecisionOutcome.Spent)),
                regret.Average(), regret.Quantile(1 - Tail), Reckoning.Share(regret, value => value <= SameAsBest),
                question.Goal is null && place == 0 ? null : 1 - Reckoning.Share(loses, lost => lost), loses.Count(lost => lost),
                Where(asked, loses));
        }
    }

    /// <summary>
    /// What tells the draws in which a policy loses, beyond chance: a rival rule, or else the parameters. Of many parameters
    /// those
    /// are searched whose ranks differ most; what they must show is as much as if all were searched.
    /// </summary>
    private static IReadOnlyList<LosingBox> Where(FuturesAsked asked, IReadOnlyList<bool> loses)
    {
        if (asked.Region is not { } region || loses.All(lost => lost) || !loses.Any(lost => lost))
            return [];
        int[] draws = [.. Enumerable.Range(1, asked.Draws).Select(number => region.DrawOf(asked.Seed, number))];
        var ranked = region.Parameters.Select(parameter => (Parameter: parameter,
            Values: draws.Select(draw => region.Value(draw, parameter)).ToArray()))
            .Where(one => one.Values.Distinct().Count() > 1).Select(one => (one.Parameter, Ranks: Ranks(one.Values)))
                .ToLookup(one => one.Parameter.Measure == Measure.Switch);
        return Boxes([.. ranked[true]], 1) is { Count: > 0 } ofRules ? ofRules
            : Boxes([.. ranked[false].OrderByDescending(one => Apart(one.Ranks, loses)).Take(MostSearched)],
                (double)ranked[false].Count() / MostSearched);

        List<LosingBox> Boxes(List<(ParameterInfo Parameter, double[] Ranks)> factors, double searched) => factors.Count == 0
            ? [] :
        [
            .. Prim.Find([.. draws.Select((_, place) => factors.Select(one => one.Ranks[place]).ToArray())], loses)
                .Select(found => found.Box)
                .Where(box => box.Restrictions.All(side => side.P * Math.Max(1, searched) < Chance))
                .Select(box => new LosingBox(
                    [.. box.Restrictions.Select(side => Condition(side, factors[side.Factor].Parameter, region, draws,
                        factors[side.Factor].Ranks))],
                    box.Samples, box.Density, box.Coverage)),
        ];
    }

    /// <summary>How far the mean rank of one kind of draw is from that of the other.</summary>
    private static double Apart(double[] ranks, IReadOnlyList<bool> loses) =>
        Math.Abs(ranks.Where((_, place) => loses[place]).Average() - ranks.Where((_, place) => !loses[place]).Average());

    /// <summary>Middle ranks as quantiles: equal values have the same.</summary>
    private static double[] Ranks(double[] values) =>
        [.. values.Select(value => (values.Count(other => other < value)
            + .5 * values.Count(other => other == value)) / values.Length)];

    // The bounds as values, halfway to the next draw outside.
    private static LosingCondition Condition(Restriction side, ParameterInfo parameter, Region region, int[] draws,
        double[] ranks)
    {
        double[] inside = [.. draws.Where((_, place) => ranks[place] >= side.Low && ranks[place] <= side.High)
            .Select(draw => region.Value(draw, parameter))];
        return parameter.Measure == Measure.Switch ? new(parameter.Id, null, null, inside.Average() >= .5)
            : new(parameter.Id, side.Low <= 0 ? null : inside.Min(), side.High >= 1 ? null : inside.Max(), null);
    }
}
