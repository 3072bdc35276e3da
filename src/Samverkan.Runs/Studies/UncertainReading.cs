using System.Collections.Immutable;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary><c>uncertain</c>: what is not known well, and how it may be.</summary>
internal static class UncertainReading
{
    public static ImmutableArray<UncertainFactor> Read(MapNode root, ImmutableArray<Policy> policies, ReadingContext context)
    {
        var factors = ImmutableArray.CreateBuilder<UncertainFactor>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in root.Items("uncertain").OfType<MapNode>())
            foreach (var factor in Factors(node, policies, context))
            {
                if (factor.Parameters.FirstOrDefault(p => !seen.Add(p.Parameter.Id)) is { } twice)
                    context.Findings.Error(node.PlaceOf("parameter"), Codes.DuplicateId,
                        $"{twice.Parameter.Id} is already uncertain above. Leave it out with 'except: [{twice.Parameter.Id}]', "
                            + "or keep one.");
                else if (factor.Parameters.FirstOrDefault(p => policies.Select(q => p.Parameter.Get(q.Blueprint.Parameters))
                    .Distinct().Count() > 1) is { } policy)
                    context.Findings.Error(node.PlaceOf("parameter"), Codes.SampledPolicy,
                        $"{policy.Parameter.Id} is what the scenarios differ in; sampled, they would not. Leave it out.");
                else
                    factors.Add(factor);
            }
        return factors.ToImmutable();
    }

    private static IEnumerable<UncertainFactor> Factors(MapNode node, ImmutableArray<Policy> policies, ReadingContext context)
    {
        if (node.Text("parameter") is not { } name || Wildcard.Parameters(name) is not { Count: > 0 } named)
            return [];
        var several = named.Count > 1;
        var except = node.Items("except").OfType<ScalarNode>().SelectMany(n => Wildcard.Parameters(n.Text)).ToHashSet();
        var only = node.Items("only").OfType<ScalarNode>().Select(n => Grade(n.Text)).ToList();
        // Of many, only facts that are not known well are meant, not levers or choices of the modeller.
        var chosen = named.Where(p => !except.Contains(p) && (!several || p.Role == Role.Uncertain && p.Measure != Measure.Switch)
            && (only.Count == 0 || only.Contains(p.Evidence))).ToList();
        if (chosen.Count == 0)
            context.Findings.Error(node.PlaceOf("parameter"), Codes.NothingUncertain,
                $"None of the parameters that '{name}' means is left to vary: levers, switches and choices of the modeller are "
                    + "varied only by name.");
        var parameters = chosen.Select(p => Read(p, node, policies, context)).OfType<UncertainParameter>().ToImmutableArray();
        if (parameters.Length < chosen.Count || parameters.IsEmpty)
            return [];
        return node.Scalar("together") is { } together && context.OnOff(together) == true
            ? [new(name, parameters)]
            : parameters.Select(p => new UncertainFactor(p.Parameter.Id, [p]));
    }

    private static UncertainParameter? Read(ParameterInfo parameter, MapNode node, ImmutableArray<Policy> policies,
        ReadingContext context)
    {
        var said = node.Entries.Where(e => StudyGrammar.Beliefs.Contains(e.Name)).ToList();
        if (said.Count > 1)
            context.Findings.Error(said[1].Place, Codes.Contradiction,
                $"'{said[0].Name}' and '{said[1].Name}' say two things of the same parameter. Keep one.");
        var start = parameter.Get(policies[0].Blueprint.Parameters);
        if (parameter.Measure == Measure.Switch && (said.FirstOrDefault() ?? node.Find("cut")) is { } spread)
        {
            context.Findings.Error(spread.Place, Codes.Contradiction,
                $"{parameter.Id} is on or off, both as likely: leave out '{spread.Name}'.");
            return null;
        }
        var belief = said.Count == 0 ? BeliefReading.OfEvidence(parameter, start)
            : BeliefReading.Read(said[0], parameter, start, context);
        if (belief is not null && node.Find("cut") is { } cut)
            belief = BeliefReading.Cut(belief, cut.Value, context);
        var evidence = node.Text("evidence") is { } grade ? Grade(grade) : said.Count == 0 || said[0].Name == "within"
            ? parameter.Evidence : Evidence.Assumed;
        return belief is null ? null : new(parameter, belief, evidence, node.Text("source"));
    }

    private static Evidence Grade(string word) =>
        Enum.TryParse<Evidence>(word, ignoreCase: true, out var grade) ? grade : Evidence.Assumed;
}
