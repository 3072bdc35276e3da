using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Scenarios;

/// <summary>What a scenario is about, judged by what it changes.</summary>
public enum ScenarioKind { Reference, Money, Committee, Services, Outside, Several, Other }

internal static class ScenarioKinds
{
    public static string InWords(this ScenarioKind kind) => kind switch
    {
        ScenarioKind.Reference => "To compare with",
        ScenarioKind.Money => "Money",
        ScenarioKind.Committee => "The committee",
        ScenarioKind.Services => "How services are built",
        ScenarioKind.Outside => "What comes from outside",
        ScenarioKind.Several => "Several changes at once",
        _ => "Other",
    };

    public static ScenarioKind Of(Scenario scenario, Scenario? @base)
    {
        if (@base is null) return ScenarioKind.Reference;
        var kinds = Changed(scenario, @base).Distinct().ToList();
        return kinds switch { [] => ScenarioKind.Other, [var one] => one, _ => ScenarioKind.Several };
    }

    private static IEnumerable<ScenarioKind> Changed(Scenario scenario, Scenario @base)
    {
        var (a, b) = (@base.Blueprint, scenario.Blueprint);
        foreach (var parameter in Catalogue.All.Where(p => p.Get(a.Parameters) != p.Get(b.Parameters)))
            yield return Of(parameter.Id);
        foreach (var intervention in a.Interventions.ExceptBy(b.Interventions.Select(Key), Key)
            .Concat(b.Interventions.ExceptBy(a.Interventions.Select(Key), Key)))
            if (intervention is not { Operation: Operation.Multiply, Value: 1 })
                yield return Of(intervention.Parameter);
        foreach (var e in a.Events.Except(b.Events).Concat(b.Events.Except(a.Events)))
            yield return Of(e.What.Kind);
    }

    private static object Key(Intervention i) => (i.Parameter, i.Operation, i.Value, i.At, i.Until);

    private static ScenarioKind Of(string parameter) => parameter.Split('.')[0] switch
    {
        "funding" or "cost" or "placement" => ScenarioKind.Money,
        "committee" or "cooperation" or "agenda" => ScenarioKind.Committee,
        "population" => ScenarioKind.Outside,
        "nation" => parameter.Contains("stimulus", StringComparison.Ordinal) ? ScenarioKind.Money : ScenarioKind.Outside,
        _ => ScenarioKind.Services,
    };

    private static ScenarioKind Of(EventKind kind) => kind switch
    {
        EventKind.LeadersLeave or EventKind.InviteMembers or EventKind.ReviewNeeds or EventKind.ReviseAgreement =>
            ScenarioKind.Committee,
        EventKind.Influx => ScenarioKind.Outside,
        _ => ScenarioKind.Services,
    };
}
