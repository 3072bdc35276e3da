using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Chain;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Own;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios;

/// <summary>Reads scenario files: what is in the file is what happens, and what is wrong with it is said where it is
/// wrong.</summary>
public static class ScenarioReader
{
    /// <param name="path">A file, or the name of a shipped scenario.</param>
    /// <param name="sets">Values of the command line, <c>id=value</c>; laid over everything else.</param>
    /// <exception cref="ScenarioErrors">The scenario cannot be used; everything that was found is told at once.</exception>
    public static Scenario Read(string path, IReadOnlyList<string>? sets = null)
    {
        var findings = new FindingList();
        var scenario = Read(Located(path), sets ?? [], findings);
        return scenario is null || findings.HasErrors ? throw new ScenarioErrors(findings.InOrder()) : scenario;
    }

    /// <summary>Several at once, with everything that is wrong with any of them.</summary>
    /// <exception cref="ScenarioErrors">One at least cannot be used.</exception>
    public static IReadOnlyList<Scenario> ReadAll(IEnumerable<string> paths, IReadOnlyList<string>? sets = null)
    {
        var (scenarios, findings) = (new List<Scenario>(), new List<Finding>());
        foreach (var path in paths)
            try
            {
                scenarios.Add(Read(path, sets));
            }
            catch (ScenarioErrors errors)
            {
                findings.AddRange(errors.Findings.Except(findings));
            }
        return findings.Count == 0 ? scenarios : throw new ScenarioErrors([.. findings]);
    }

    /// <summary>Reads a text as if it were in a file, which need not be there.</summary>
    /// <param name="path">The file: what the text extends is looked for beside it, and findings name it.</param>
    /// <exception cref="ScenarioErrors">The scenario cannot be used; everything that was found is told at once.</exception>
    public static Scenario ReadText(string text, string path)
    {
        var findings = new FindingList();
        var scenario = Read(path, [], findings, Encoding.UTF8.GetBytes(text));
        return scenario is null || findings.HasErrors ? throw new ScenarioErrors(findings.InOrder()) : scenario;
    }

    private static Scenario? Read(string path, IReadOnlyList<string> sets, FindingList findings, byte[]? given = null)
    {
        if (path.Length == 0)
        {
            findings.Error(Place.CommandLine with { File = "''" }, Codes.NoFile,
                "A file or the name of a scenario is wanted here.");
            return null;
        }
        var chain = ExtendsChain.Load(path, findings, given);
        foreach (var document in chain)
            new ShapeCheck(findings).Check(document.Root, Grammar.Scenario);
        if (chain.Count == 0 || chain[^1].Path != Path.GetFullPath(path))
            return null;

        var merged = MergedScenario.Of(chain, findings);
        Settings.Apply(sets, merged, findings);
        var context = new ReadingContext(findings) { Files = [.. chain.Select(d => d.Shown)] };
        HorizonReading.Read(merged, context);
        ParameterReading.ReadPriceYear(merged, context);
        var table = WorldReading.Read(merged, context);
        var values = ParameterReading.Read(merged, context);
        var present = PresentFigures.TakenFrom(values, context);
        var interventions = InterventionReading.Read(merged.Interventions, context);
        var events = EventReading.Read(merged.Events, context);
        var outcomes = OwnOutcomeReading.OfScenario(merged.Outcomes, context);
        var expectations = ExpectationReading.Read(merged.Own, outcomes, context);
        var own = OwnFigures.Of(table, values, context);
        DateCheck.TellOlder(context);
        if (findings.HasErrors)
            return null;
        var blueprint = new Blueprint(
            chain[^1].Id, context.From, context.To, context.Counties, own.Parameters,
            PresentFigures.Between(interventions, [.. present, .. own.Interventions], context), events, context.Since,
            context.PastCooperation);
        var origins = Origins(merged);
        RangeCheck.Check(blueprint, origins, findings);
        if (findings.HasErrors)
            return null;
        Advice.Give(merged, [.. chain.Select(d => d.Id), .. ExtendsChain.NamesBeside(path)], interventions, sets.Count > 0,
            findings);

        return new Scenario
        {
            Id = chain[^1].Id,
            Title = merged.Own.Line("title")!,
            Question = merged.Own.Line("question")!,
            Owner = merged.Own.Line("owner"),
            Path = Paths.Near(chain[^1].Path),
            Blueprint = blueprint,
            Expectations = expectations,
            OwnOutcomes = outcomes,
            Outcomes = [.. merged.Outcomes.OfType<ScalarNode>().Select(o => IndicatorCatalogue.Find(o.Text)!)],
            Chain = [.. chain.Reverse().Select(d => new ScenarioFile(d.Id, Paths.Near(d.Path)))],
            Values = own.Values,
            Origins = origins,
            StatedHere = StatedHere(merged, own.Values, context),
            InputHash = Hash(chain, table, sets),
            Sources = findings.Sources,
            Findings = findings.InOrder(),
            ScaledFromCase = own.Scaled,
            Observed = Observed(table, context),
        };
    }

    /// <summary>The world of a scenario over the years in which its table observed something.</summary>
    public static Scenario Observing(Scenario scenario)
    {
        var (first, last) = (scenario.Observed.Min(o => o.Year), scenario.Observed.Max(o => o.Year));
        var since = scenario.Blueprint.HasPast || first < scenario.Blueprint.From.Year ? first : scenario.Blueprint.From.Year;
        var text = $"id: observed\nextends: {FlowYaml.OfWords(Path.GetFileNameWithoutExtension(scenario.Path))}\ntitle: "
            + "Observed\n"
            + $"question: What was observed?\nhorizon: {"{"} from: {since}-01, to: {last}-12 {"}"}\n";
        return ReadText(text, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(scenario.Path))!, "observed.yaml"));
    }

    private static ImmutableArray<PlaceObservation> Observed(WorldTable? table, ReadingContext context) =>
    [
        .. (table?.Outcomes ?? []).Where(o => context.Counties.Any(c => c.Municipalities.Any(m => m.Code == o.Municipality)))
            .Select(o => new PlaceObservation(o.Municipality, o.Indicator, o.Year, o.Value, o.Tolerance)),
    ];

    /// <summary>The file itself, or the shipped scenario of that name.</summary>
    internal static string Located(string path) =>
        !File.Exists(path) && Path.GetFileName(path) == path && !path.Contains('.')
            && Paths.Library is { } library && Path.Combine(library, path + ".yaml") is var shipped && File.Exists(shipped)
            ? shipped
            : Names.FileOf(path);

    private static ImmutableDictionary<string, Place> Origins(MergedScenario merged) =>
        merged.Interventions.Concat(merged.Events).ToImmutableDictionary(n => n.Text("id")!, n => n.Place);

    private static HashSet<string> StatedHere(MergedScenario merged, IEnumerable<EffectiveValue> values,
        ReadingContext context) =>
    [
        .. values.Where(v => v.IsOwn).Select(v => v.Parameter.Id),
        .. merged.Interventions.Where(i => i.Map("change") is { Entries: [var change, ..] }
            && context.MapAt(change.Value.Place) == context.Counties)
            .Select(i => i.Text("id")!),
    ];

    private static string Hash(IEnumerable<Document> chain, WorldTable? table, IEnumerable<string> sets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // What is written counts, not how it is laid out: a comment changes nothing.
        foreach (var part in chain.Select(d => Encoding.UTF8.GetBytes(FlowYaml.Of(d.Root))).Append(table?.Bytes ?? [])
            .Concat(sets.Select(Encoding.UTF8.GetBytes)))
        {
            hash.AppendData(BitConverter.GetBytes(part.LongLength));
            hash.AppendData(part);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
