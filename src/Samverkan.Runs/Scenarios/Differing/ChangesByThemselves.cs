using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Words;

namespace Samverkan.Runs.Scenarios.Differing;

/// <summary>
/// Parts what makes a scenario out of another into changes that can be made one without the other: what is written under one id,
/// and values of one parameter or family.
/// </summary>
internal static class ChangesByThemselves
{
    public static ImmutableArray<ScenarioChange> Of(Scenario a, Scenario b)
    {
        if (!ScenarioDiff.SamePlaceAndYears(a.Blueprint, b.Blueprint))
            throw new InvalidOperationException($"'{a.Id}' and '{b.Id}' are of different places or years.");
        return [.. Values(a.Blueprint, b.Blueprint).Concat(Interventions(a.Blueprint, b.Blueprint))
            .Concat(Events(a.Blueprint, b.Blueprint))
            .Select(change => change with { Words = InWords(a, b, change) })];
    }

    private static readonly ScenarioChange Nothing = new("", "", ImmutableDictionary<ParameterInfo, double>.Empty, [], [], [],
        []);

    private static IEnumerable<ScenarioChange> Values(Blueprint a, Blueprint b) =>
        Catalogue.All.Where(parameter => parameter.Get(a.Parameters) != parameter.Get(b.Parameters))
            .GroupBy(parameter => Wildcard.FamilyOf(parameter) ?? parameter.Id)
            .Select(family => Nothing with
            {
                Id = family.Count() == 1 ? family.First().Id : family.Key,
                Values = family.ToImmutableDictionary(parameter => parameter, parameter => parameter.Get(b.Parameters)),
            });

    private static IEnumerable<ScenarioChange> Interventions(Blueprint a, Blueprint b)
    {
        var (gone, come) = Effects.OnlyInOne(a.Interventions, b.Interventions, Effects.Key);
        return gone.Concat(come).Where(Effects.HasEffect).GroupBy(InterventionInWords.BaseId).Select(together => Nothing with
        {
            Id = together.Key,
            Gone = [.. gone.Where(one => InterventionInWords.BaseId(one) == together.Key)],
            Come = [.. come.Where(one => InterventionInWords.BaseId(one) == together.Key)],
        });
    }

    private static IEnumerable<ScenarioChange> Events(Blueprint a, Blueprint b)
    {
        var (gone, come) = Effects.OnlyInOne(a.Events, b.Events, Effects.Key);
        return gone.Concat(come).GroupBy(one => one.Id).Select(together => Nothing with
        {
            Id = together.Key,
            Undone = [.. gone.Where(one => one.Id == together.Key)],
            Done = [.. come.Where(one => one.Id == together.Key)],
        });
    }

    private static string InWords(Scenario a, Scenario b, ScenarioChange change) => string.Join("; ",
        DifferencesInWords.Of(a.Blueprint, change.On(a.Blueprint), a.StatedHere, b.StatedHere).Lines);
}
