using System.Collections.Immutable;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary><c>scenarios</c>: what is set beside each other, with the values that the study gives to all.</summary>
internal static class PolicyReading
{
    /// <param name="isConfined">Whether only what is shipped or lies in the folder may be read.</param>
    public static ImmutableArray<Policy> Read(MapNode root, string folder, ReadingContext context, bool isConfined)
    {
        var common = Sets(root.Map("set"));
        var nodes = root.Items("scenarios");
        if (nodes.IsEmpty && root.Find("scenarios") is { } none)
            context.Findings.Error(none.Place, Codes.Missing, "A study has at least one scenario.");
        var policies = nodes.Select(node => Read(node, folder, common, root, context, isConfined)).OfType<Policy>()
            .ToImmutableArray();
        if (policies.Length < nodes.Length)
            return [];
        RefuseWhatCannotBePaired(policies, nodes, context);
        return [.. policies.Select(one => Named(one, policies))];
    }

    /// <summary>Two of one title, such as a scenario and the same with other values, are told apart by their ids.</summary>
    private static Policy Named(Policy one, ImmutableArray<Policy> all) =>
        all.Count(other => other.Title == one.Title) > 1 ? one with { Title = $"{one.Title} ({one.Id})" } : one;

    private static Policy? Read(Node node, string folder, ImmutableArray<string> common, MapNode root, ReadingContext context,
        bool isConfined)
    {
        var map = node as MapNode;
        if ((map is null ? node as ScalarNode : map.Scalar("scenario")) is not { IsNothing: false } name)
            return null;
        if (isConfined && !Paths.IsInside(Path.GetFullPath(Located(name.Text, folder)), folder)
            && !(Paths.Library is { } library && Paths.IsInside(Located(name.Text, folder), library)))
        {
            context.Findings.Error(name.Place, Codes.OutsideFolder,
                $"'{name.Text}' is no scenario that is shipped or saved here: give its name.");
            return null;
        }
        var sets = common.AddRange(Sets(map?.Map("set")));
        try
        {
            var scenario = ScenarioReader.Read(Located(name.Text, folder), sets);
            return new(map?.Text("id") ?? scenario.Id, map?.Line("title") ?? scenario.Title, scenario, sets)
            {
                Rules = map?.Text("rules") is StudyGrammar.OwnRules ? OwnRules.Named : null,
            };
        }
        catch (ScenarioErrors errors)
        {
            // That a name is unknown, the check of the shape has said.
            foreach (var finding in errors.Findings.Where(f => f.Severity == Severity.Error && f.Code != Codes.BadSetting))
                context.Findings.Error(WhereIn(finding, name, map, root), finding.Code, finding.Message);
            return null;
        }
    }

    /// <summary>A scenario's own errors stand in its file; those of a value that the study sets, where the study sets
    /// it.</summary>
    private static Place WhereIn(Finding finding, ScalarNode name, MapNode? map, MapNode root)
    {
        if (finding.Line > 0)
            return new(finding.File, finding.Line, finding.Column);
        var entry = new[] { map?.Map("set"), root.Map("set") }.OfType<MapNode>().SelectMany(sets => sets.Entries)
            .FirstOrDefault(e => finding.File == Place.CommandLine.File
                && (finding.Message.Contains(e.Name, StringComparison.Ordinal)
                    || finding.Message.Contains($"'{(e.Value as ScalarNode)?.Text}'", StringComparison.Ordinal)));
        return entry?.Value.Place ?? name.Place;
    }

    /// <summary>A path from the study's own folder, a scenario beside the study, or a shipped one.</summary>
    private static string Located(string name, string folder)
    {
        foreach (var file in new[] { Names.FileOf(Path.Combine(folder, name)),
            Names.FileOf(Path.Combine(folder, name + ".yaml")) })
            if (File.Exists(file) && !StudyReader.IsStudy(file))
                return file;
        if (name.Contains('/') || name.Contains('.'))
            return Path.Combine(folder, name);
        return Paths.Library is { } library && File.Exists(Path.Combine(library, name + ".yaml"))
            ? Path.Combine(library, name + ".yaml") : Path.Combine(Paths.Library ?? folder, name + ".yaml");
    }

    private static ImmutableArray<string> Sets(MapNode? sets) =>
        sets is null ? []
        : [.. sets.Entries.Where(e => e.Value is ScalarNode).Select(e => $"{e.Name}={((ScalarNode)e.Value).Text}")];

    private static void RefuseWhatCannotBePaired(ImmutableArray<Policy> policies, ImmutableArray<Node> nodes,
        ReadingContext context)
    {
        for (var i = 0; i < policies.Length; i++)
        {
            var (one, first) = (policies[i].Blueprint, policies[0].Blueprint);
            if (one.From != first.From || one.To != first.To)
                context.Findings.Error(nodes[i].Place, Codes.NotComparable,
                    $"'{policies[i].Id}' covers {one.From} to {one.To}, '{policies[0].Id}' {first.From} to {first.To}: only "
                        + "equal periods can be set beside each other.");
            if (policies.Take(i).Any(p => p.Id == policies[i].Id))
                context.Findings.Error(nodes[i].Place, Codes.DuplicateId,
                    $"'{policies[i].Id}' stands here a second time. Give one of them another name: {{ scenario: "
                        + $"{policies[i].Id}, id: another-name }}.");
        }
    }
}
