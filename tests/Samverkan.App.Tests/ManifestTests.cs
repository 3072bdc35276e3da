using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using k8s;
using k8s.Models;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Samverkan.App.Tests;

/// <summary>Manifests are read as strictly as those read them who carry them out. No container and no cluster of Kubernetes was
/// run.</summary>
public sealed class ManifestTests
{
    private const string Kubernetes = "deploy/kubernetes/samverkan.yaml";

    private static readonly Lazy<IReadOnlyList<object>> Objects =
        new(() => KubernetesYaml.LoadAllFromString(File.ReadAllText(Scenarios.At(Kubernetes)), strict: true));

    // As its authors publish it; the reader knows the dialect by its first address alone.
    private static readonly Lazy<JsonSchema> Schema =
        new(() => JsonSchema.FromText(File.ReadAllText(Scenarios.At("tests/Samverkan.App.Tests/compose-spec.json"))
        .Replace("https://json-schema.org/draft-07/schema", "http://json-schema.org/draft-07/schema#",
            StringComparison.Ordinal)));

    [Fact]
    public void Kubernetes_own_models_know_every_field()
    {
        Assert.Equal(
            [
                "Service redis", "StatefulSet redis", "Deployment silo", "PodDisruptionBudget silo",
                "PersistentVolumeClaim pages", "Deployment pages", "Service pages",
                "Ingress pages", "NetworkPolicy silo", "NetworkPolicy redis",
            ],
            Objects.Value.Cast<IKubernetesObject<V1ObjectMeta>>().Select(one => $"{one.Kind} {one.Metadata.Name}"));
        Assert.ThrowsAny<YamlException>(() => KubernetesYaml.LoadAllFromString(
            File.ReadAllText(Scenarios.At(Kubernetes)).Replace("maxUnavailable", "maxUnavailible", StringComparison.Ordinal),
            strict: true));
    }

    [Fact]
    public void Every_pod_is_locked_in_bounded_and_probed_and_its_image_is_pinned()
    {
        var pods = Objects.Value.OfType<V1Deployment>().Select(one => one.Spec.Template)
            .Concat(Objects.Value.OfType<V1StatefulSet>().Select(one => one.Spec.Template)).ToList();

        Assert.Equal(3, pods.Count);
        foreach (var pod in pods.Select(template => template.Spec))
        {
            Assert.True(pod.SecurityContext.RunAsNonRoot);
            Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
            Assert.False(pod.AutomountServiceAccountToken);
            var container = Assert.Single(pod.Containers);
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
            Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.Contains("memory", container.Resources.Limits.Keys);
            Assert.Contains("memory", container.Resources.Requests.Keys);
            Assert.All([container.StartupProbe, container.ReadinessProbe, container.LivenessProbe], Assert.NotNull);
            Assert.Matches(@":\d+\.\d+\.\d+$", container.Image);
            // What a probe asks for by name is a port of the container; what is mounted is there.
            foreach (var port in new[] { container.StartupProbe, container.ReadinessProbe,
                container.LivenessProbe }.Select(probe => probe.HttpGet?.Port.Value).OfType<string>())
                Assert.Contains(port, container.Ports.Select(known => known.Name));
            var volumes = (pod.Volumes ?? []).Select(volume => volume.Name).Append("data");
            Assert.All(container.VolumeMounts, mount => Assert.Contains(mount.Name, volumes));
        }
        Assert.All(Objects.Value.OfType<V1Deployment>(), one => Assert.Equal("Recreate", one.Spec.Strategy.Type));
    }

    [Fact]
    public void What_pods_are_told_is_what_the_program_reads()
    {
        var known = File.ReadAllText(Scenarios.At("docs/running-a-cluster.md"));
        var told = Objects.Value.OfType<V1Deployment>().SelectMany(one => one.Spec.Template.Spec.Containers[0].Env)
            .Select(variable => variable.Name).Distinct();
        Assert.All(told, name => Assert.Contains($"`{name}`", known, StringComparison.Ordinal));

        var pages = Objects.Value.OfType<V1Deployment>().Single(one => one.Metadata.Name == "pages")
            .Spec.Template.Spec.Containers[0].Args;
        Assert.All([pages, Words("deploy/compose.yaml", "pages")],
            arguments => Assert.Empty(CommandLine.Root(null!).Parse([.. arguments]).Errors));
    }

    [Theory]
    [InlineData("deploy/compose.yaml")]
    [InlineData("dashboards/compose.yaml")]
    public void Compose_files_are_what_their_schema_says(string file)
    {
        var read = Json(Load(file));

        var found = Schema.Value.Evaluate(JsonSerializer.SerializeToElement(read),
            new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(found.IsValid, string.Join('\n',
            (found.Details ?? []).Where(one => one.Errors is not null)
            .Select(one => $"{one.InstanceLocation}: {string.Join(", ", one.Errors!.Values)}")));
        read!["services"]!.AsObject().First().Value!["read_onli"] = true;
        Assert.False(Schema.Value.Evaluate(JsonSerializer.SerializeToElement(read)).IsValid);
    }

    private static IEnumerable<string> Words(string file, string service) =>
        Json(Load(file))!["services"]![service]!["command"]!.AsArray().Select(word => word!.ToString());

    private static YamlNode Load(string file)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Scenarios.At(file));
        stream.Load(reader);
        return Assert.Single(stream.Documents).RootNode;
    }

    // What is merged by '<<' counts where the map does not say otherwise.
    private static Dictionary<string, YamlNode> Merged(YamlMappingNode map)
    {
        var all = map.Children.Where(child => child.Key.ToString() == "<<")
            .SelectMany(child => Merged((YamlMappingNode)child.Value)).ToDictionary();
        foreach (var (key, value) in map.Children.Where(child => child.Key.ToString() != "<<")) all[key.ToString()] = value;
        return all;
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(Merged(map).Select(child => KeyValuePair.Create(child.Key, Json(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } truth => JsonValue.Create(truth.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } number when long.TryParse(number.Value, out var whole) =>
            JsonValue.Create(whole),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "null" or "~" or null } => null,
        _ => JsonValue.Create(node.ToString()),
    };
}
