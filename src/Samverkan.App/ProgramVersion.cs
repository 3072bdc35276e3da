using System.Reflection;

namespace Samverkan.App;

/// <summary>The version that manifests name, with the commit that it was built from where that is known.</summary>
public static class ProgramVersion
{
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "unknown";
}
