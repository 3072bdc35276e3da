using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Samverkan.Runs.Tests.Results;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Samverkan.App.Tests;

/// <summary>What <c>deploy/</c> holds, as far as it can be tried without containers.</summary>
public sealed partial class DeployTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void What_the_Dockerfile_copies_is_enough_to_build_a_program_that_runs_in_its_last_image()
    {
        var steps = Steps(File.ReadAllLines(Scenarios.At("deploy/Dockerfile")));
        var (source, app) = (place["source"], place["app"]);
        Directory.CreateDirectory(source);
        foreach (var copy in steps.Where(step => step.Word == "COPY" && !step.Said.StartsWith("--from", StringComparison.Ordinal)))
        {
            var parts = copy.Said.Split(' ');
            foreach (var part in parts[..^1])
                Copy(Scenarios.At(part), Path.GetFullPath(Path.Combine(source, parts[^1], Directory.Exists(Scenarios.At(part)) ? "." : part)));
        }

        var publish = Assert.Single(steps, step => step.Word == "RUN").Said.Replace("/app", app, StringComparison.Ordinal).Split(' ');
        Do(publish[0], publish[1..], source);
        var output = Do("dotnet", [Path.Combine(app, "samverkan.dll"), "run", "baseline", "--until", "1995-02", "--grains", "none", "--out", place["out"]], app);

        Assert.Contains("Result hash", output, StringComparison.Ordinal);
        var needs = JsonDocument.Parse(File.ReadAllText(Path.Combine(app, "samverkan.runtimeconfig.json"))).RootElement.GetProperty("runtimeOptions");
        var image = needs.TryGetProperty("frameworks", out var all) && all.EnumerateArray().Any(one => one.GetProperty("name").GetString() == "Microsoft.AspNetCore.App") ? "aspnet" : "runtime";
        Assert.Contains($"/{image}:", steps.Last(step => step.Word == "FROM").Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deploy/compose.yaml", "redis silo-a silo-b silo-c client")]
    [InlineData("dashboards/compose.yaml", "prometheus grafana")]
    public void Compose_files_name_their_services(string file, string services)
    {
        var root = Assert.Single(Documents(file));

        Assert.Equal(services.Split(' '), Map(root["services"]).Children.Keys.Select(key => key.ToString()));
        foreach (var mount in Map(root["services"]).Children.Values.Select(Map).Where(service => service.Children.ContainsKey("volumes"))
            .SelectMany(service => ((YamlSequenceNode)service["volumes"]).Children).Select(volume => volume.ToString()).Where(volume => volume.StartsWith("./", StringComparison.Ordinal)))
            Assert.True(Path.Exists(Scenarios.At(Path.Combine(Path.GetDirectoryName(file)!, mount.Split(':')[0]))), $"{file}: {mount}");
    }

    [Fact]
    public void Every_object_for_Kubernetes_has_a_kind_and_a_name_and_silos_are_told_what_the_program_reads()
    {
        var objects = Documents("deploy/kubernetes/samverkan.yaml");

        Assert.Equal(
            ["Service redis", "StatefulSet redis", "Deployment silo", "NetworkPolicy silo", "NetworkPolicy redis"],
            objects.Select(one => $"{one["kind"]} {Map(one["metadata"])["name"]}"));
        Assert.All(objects, one => Assert.NotEmpty(one["apiVersion"].ToString()));
        var told = Named().Matches(File.ReadAllText(Scenarios.At("deploy/kubernetes/samverkan.yaml"))).Select(match => match.Value).Distinct();
        var known = File.ReadAllText(Scenarios.At("docs/running-a-cluster.md"));
        Assert.All(told, name => Assert.Contains($"`{name}`", known, StringComparison.Ordinal));
    }

    private static List<(string Word, string Said)> Steps(string[] lines) =>
        [.. lines.Where(line => line != "" && line[0] != '#').Select(line => line.Split(' ', 2)).Select(words => (words[0], words[1]))];

    private static void Copy(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            File.Copy(from, to);
            return;
        }
        foreach (var file in new DirectoryInfo(from).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var inside = Path.GetRelativePath(from, file.FullName);
            if (inside.Split('/').Any(part => part is "bin" or "obj"))
                continue;
            var target = Path.Combine(to, inside);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
    }

    private static string Do(string program, string[] arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.GetAwaiter().GetResult());
        return output;
    }

    private static List<YamlMappingNode> Documents(string file)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Scenarios.At(file));
        stream.Load(reader);
        return [.. stream.Documents.Select(document => Map(document.RootNode))];
    }

    private static YamlMappingNode Map(YamlNode node) => (YamlMappingNode)node;

    [GeneratedRegex("SAMVERKAN_[A-Z_]+")]
    private static partial Regex Named();
}
