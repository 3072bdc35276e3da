using System.Collections.Immutable;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests;

/// <summary>Small worlds to make statements about, and short ways to change them.</summary>
internal static class TestWorlds
{
    public static readonly Month Start = Month.Of(1995);

    /// <summary>One county with one municipality.</summary>
    public static Blueprint Town(int months = 24, int population = 96_000) => new(
        "town", Start, Start + months - 1,
        [new("01", "The county", [new("0001", "The municipality", population)])], ParameterSet.Defaults, [], []);

    /// <summary>Two counties with three municipalities each, small and large.</summary>
    public static Blueprint TwoCounties(int months = 24) => new(
        "two-counties", Start, Start + months - 1,
        [
            new("01", "North", [new("0101", "A", 31_000), new("0102", "B", 9_000), new("0103", "C", 60_000)]),
            new("02", "South", [new("0201", "D", 15_000), new("0202", "E", 45_000), new("0203", "F", 3_000)]),
        ],
        ParameterSet.Defaults, [], []);

    /// <summary>The same world with other values of some parameters.</summary>
    public static Blueprint With(this Blueprint blueprint, params (string Id, double Value)[] values) =>
        blueprint with { Parameters = blueprint.Parameters.With(values) };

    public static ParameterSet With(this ParameterSet set, params (string Id, double Value)[] values) =>
        set.With(values.Select(v => KeyValuePair.Create(Catalogue.Get(v.Id), v.Value)));

    /// <summary>Every member of a family of parameters.</summary>
    public static (string Id, double Value)[] Each(string family, double value) =>
        [.. Catalogue.All.Where(p => p.Id.StartsWith(family + ".", StringComparison.Ordinal)).Select(p => (p.Id, value))];

    public static Blueprint Having(this Blueprint blueprint, params Intervention[] interventions) =>
        blueprint with { Interventions = [.. blueprint.Interventions, .. interventions] };

    public static Blueprint Having(this Blueprint blueprint, params ModelEvent[] events) =>
        blueprint with { Events = [.. blueprint.Events, .. events] };

    public static Intervention Set(string parameter, double value, Month at, Scope? scope = null) =>
        new($"set-{parameter}", parameter, scope ?? Scope.Everywhere, Operation.Set, value, at);

    public static ModelEvent Event(EventKind kind, Month at, string? group = null, double amount = 0, string? by = null,
        string? unit = null, string? element = null) =>
        new($"{kind}-{at}-{group}-{element}", at, Scope.Everywhere, What(kind, group, (int)amount, by, unit, element));

    private static Happening What(EventKind kind, string? group, int amount, string? by, string? unit, string? element)
    {
        var (one, part) = (TargetGroups.Find(group), Elements.Find(element));
        return kind switch
        {
            EventKind.OpenUnit when one is { } served => new UnitOpening(UnitKinds.Find(unit)!.Value, served),
            EventKind.OpenUnit => new FirstPlan(Math.Max(1, amount)),
            EventKind.CloseUnit => new UnitClosure(Sectors.Find(by)!.Value),
            EventKind.TakeOverUnit => new TakeOver(Sectors.Find(by)),
            EventKind.LeadersLeave => new LeadersLeaving(amount),
            EventKind.Influx => new Influx(one!.Value, amount),
            EventKind.IncludeGroup => new GroupInclusion(one!.Value),
            EventKind.Train => new TrainingYear(one),
            EventKind.ReviewNeeds => new NeedsReview(),
            EventKind.AdaptContent => new ContentAdaptation(one),
            EventKind.ReviseAgreement => new AgreementRevision(),
            EventKind.Streamline => new Streamlining(),
            EventKind.IntroduceElement => new ElementIntroduction(part!.Value),
            EventKind.RemoveElement => new ElementRemoval(part!.Value),
            EventKind.InviteMembers => new MembersJoining(amount),
            EventKind.Evaluate => new CooperationEvaluation(part),
            _ => new NewLaw(),
        };
    }

    /// <summary>A world in which the three centres open early, by a documented plan.</summary>
    public static Blueprint WithCentres(this Blueprint blueprint, int afterMonths = 2) =>
        blueprint.Having(Event(EventKind.OpenUnit, blueprint.From + afterMonths, unit: "centre", amount: 3));

    /// <summary>No committee and no joint services: two organisations apart.</summary>
    public static Blueprint Separate(this Blueprint blueprint) =>
        blueprint.With(("element.allowed.steering-committee", 0), ("element.allowed.inter-professional-teams", 0));

    public static Simulation Simulate(this Blueprint blueprint, ulong seed = 1, int replication = 0, bool backwards = false) =>
        new(blueprint, seed, replication, Detail.Headline, backwards);

    public static ImmutableArray<MonthResult> Run(this Blueprint blueprint, ulong seed = 1, int replication = 0,
        bool backwards = false) =>
        [.. blueprint.Simulate(seed, replication, backwards).Rest()];

    public static IEnumerable<MonthResult> Rest(this Simulation simulation)
    {
        while (!simulation.Finished) yield return simulation.Advance();
    }

    /// <summary>One indicator of the first municipality, month by month.</summary>
    public static double[] Series(this IEnumerable<MonthResult> months, Model.Indicators.Indicator indicator) =>
        [.. months.Select(m => m.Observations.First(o => o.Indicator == indicator).Value)];

    /// <summary>All hashes of a run, in order.</summary>
    public static ulong[] Hashes(this IEnumerable<MonthResult> months) => [.. months.SelectMany(m => m.Hashes)];
}
