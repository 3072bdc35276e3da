using System.Collections.Immutable;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>What happens at a date.</summary>
internal static class EventReading
{
    private const int MostPersons = 1_000_000;
    private static readonly string[] Evaluations = [Element.ExternalEvaluation.Id(), Element.InternalEvaluation.Id()];
    private static readonly string[] Fields = ["unit", "group", "element", "by", "amount"];

    public static ImmutableArray<ModelEvent> Read(IEnumerable<MapNode> nodes, ReadingContext context) =>
        [.. nodes.Select(node => Read(node, context)).OfType<ModelEvent>().Where(e => e.At >= context.Begins).OrderBy(e => e.At)];

    private static ModelEvent? Read(MapNode node, ReadingContext context)
    {
        foreach (var (key, meaning) in new[] { ("event",
            "What happens: " + string.Join(", ", EventForm.All.Select(f => f.Word)) + "."), ("at", "In which month?") })
            if (node.Find(key) is null)
                context.Findings.Error(node.Place, Codes.Missing, $"'{key}' is missing. {meaning}");
        var at = context.Date(node.Scalar("at"));
        if (at is { } month)
            DateCheck.InHorizon(month, node.PlaceOf("at"), "at", context);
        var scope = ScopeReading.Places(node.Map("scope"), context);
        NarrowScope.Refuse(node.Map("scope"), context);
        if (EventForm.Find(node.Text("event") ?? "") is not { } form)
            return null;
        CheckFields(node, form, context);
        var amount = Amount(node.Scalar("amount"), context);
        return node.Text("id") is { } id && at is { } date && scope is not null && What(node, form.Kind, amount) is { } what
            ? new ModelEvent(id, date, scope, what, node.Line("text"))
            : null;
    }

    // What happens; null if something that it must say is missing or unknown, as the findings say then.
    private static Happening? What(MapNode node, EventKind kind, int amount)
    {
        var (group, element) = (TargetGroups.Find(node.Text("group")), Elements.Find(node.Text("element")));
        var (unit, by) = (UnitKinds.Find(node.Text("unit")), Sectors.Find(node.Text("by")));
        return kind switch
        {
            EventKind.OpenUnit when group is { } one => unit is { } kindOfUnit ? new UnitOpening(kindOfUnit, one) : null,
            EventKind.OpenUnit => unit == UnitKind.Centre ? new FirstPlan(Math.Max(1, amount)) : null,
            EventKind.CloseUnit => by is { } closer ? new UnitClosure(closer) : null,
            EventKind.TakeOverUnit => new TakeOver(by),
            EventKind.LeadersLeave => new LeadersLeaving(amount),
            EventKind.Influx => group is { } one ? new Influx(one, amount) : null,
            EventKind.IncludeGroup => group is { } one ? new GroupInclusion(one) : null,
            EventKind.Train => new TrainingYear(group),
            EventKind.ReviewNeeds => new NeedsReview(),
            EventKind.AdaptContent => new ContentAdaptation(group),
            EventKind.ReviseAgreement => new AgreementRevision(),
            EventKind.Streamline => new Streamlining(),
            EventKind.IntroduceElement => element is { } one ? new ElementIntroduction(one) : null,
            EventKind.RemoveElement => element is { } one ? new ElementRemoval(one) : null,
            EventKind.InviteMembers => new MembersJoining(amount),
            EventKind.Evaluate => new CooperationEvaluation(element),
            EventKind.Law => new NewLaw(),
            _ => throw new InvalidOperationException($"No event is read from {kind}."),
        };
    }

    private static void CheckFields(MapNode node, EventForm form, ReadingContext context)
    {
        foreach (var field in form.Required.Where(f => node.Find(f) is null))
            context.Findings.Error(node.Place, Codes.Missing, $"'{field}' is missing: {form.Word} says that {form.Meaning}.");
        foreach (var field in Fields.Where(f => node.Find(f) is not null && !form.Allows(f)))
            context.Findings.Error(node.Find(field)!.Place, Codes.UnknownKey,
                $"'{field}' has no meaning for {form.Word} ({form.Meaning}).");
        if (form.Kind == EventKind.OpenUnit && node.Text("unit") is { } unit)
            CheckUnit(node, unit, context);
        if (form.Kind == EventKind.OpenUnit && node.Find("group") is not null && node.Find("amount") is { } amount)
            context.Findings.Error(amount.Place, Codes.UnknownKey,
                "'amount' has no meaning here: one unit opens for a group. Without 'group', it is the number of centres of the "
                    + "first joint plan.");
        if (form.Kind == EventKind.Evaluate && node.Text("element") is { } element && !Evaluations.Contains(element))
            context.Findings.Error(node.PlaceOf("element"), Codes.Contradiction,
                $"'{element}' is no evaluation. It can be: {string.Join(", ", Evaluations)}.");
        foreach (var key in new[] { "group", "sector" })
            if (node.Map("scope")?.Find(key) is { } narrowed)
                context.Findings.Error(narrowed.Place, Codes.UnsupportedScope,
                    $"'{key}' has no meaning in the scope of an event: it happens in counties and municipalities.");
    }

    private static void CheckUnit(MapNode node, string unit, ReadingContext context)
    {
        var kinds = UnitKinds.Ids.Where((_, kind) => ((UnitKind)kind).IsJoint()).ToArray();
        if (UnitKinds.Ids.Contains(unit) && !kinds.Contains(unit))
            context.Findings.Error(
                node.PlaceOf("unit"), Codes.Contradiction,
                $"An event opens joint units: {string.Join(", ", kinds)}. Beds, places and posts of other units are levers "
                + "(ward.beds, services.housingPlaces, assertive.posts).");
        else if (unit != UnitKind.Centre.Id() && node.Find("group") is null)
            context.Findings.Error(node.Place, Codes.Missing,
                $"'group' is missing: for whom does the {unit.Replace('-', ' ')} open?");
    }

    private static int Amount(ScalarNode? node, ReadingContext context)
    {
        if (context.Whole(node, Measure.Persons, "persons") is not { } amount)
            return 0;
        if (amount is >= 0 and <= MostPersons) return (int)amount;
        context.Findings.Error(node!.Place, Codes.OutOfRange,
            $"'{node.Text}' is not a whole number of persons from 0 to a million.");
        return 0;
    }
}
