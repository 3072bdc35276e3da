using System.Globalization;
using System.Reflection;
using Samverkan.Model;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Clusters;

/// <summary>
/// The build of the program. What one build writes, for a wire or for storage, is laid out by its own code: another must not
/// guess at it.
/// </summary>
internal static class ProgramBuild
{
    /// <summary>Neither 0 nor 1.</summary>
    public static ulong Id { get; } = new[] { typeof(World), typeof(Scenario), typeof(ProgramBuild) }.Aggregate(
        1UL, (id, type) => id ^ ulong.Parse(type.Assembly.ManifestModule.ModuleVersionId.ToString("N").AsSpan(0, 16),
            NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    /// <summary>Its version and commit, as manifests name them.</summary>
    public static string Version { get; } = typeof(ProgramBuild).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>As text.</summary>
    public static string Text { get; } = Id.ToString("x16", CultureInfo.InvariantCulture);
}

/// <summary>Something was written by another build of the program.</summary>
[GenerateSerializer, Alias("samverkan.OtherBuild")]
public sealed class OtherBuild(string message) : Exception(message);
