using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Chain;

/// <summary>One file of an extends chain.</summary>
/// <param name="Shown">The path as findings show it.</param>
internal sealed record Document(string Path, string Shown, byte[] Bytes, MapNode Root)
{
    public string Id => Root.Text("id") ?? System.IO.Path.GetFileNameWithoutExtension(Path);
}
