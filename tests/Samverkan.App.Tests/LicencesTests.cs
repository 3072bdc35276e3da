using System.Text.Json;
using System.Xml.Linq;
using Samverkan.Runs.Tests;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>Every package that is shipped has a licence under which it may be, and stands in the notices.</summary>
public sealed class LicencesTests
{
    private static readonly string[] Allowed =
        ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MS-PL", "PostgreSQL", "0BSD"];

    // Packages that name an address and no expression; each was read.
    private static readonly Dictionary<string, string> Read =
        new(StringComparer.OrdinalIgnoreCase) { ["K4os.Compression.LZ4"] = "MIT" };

    private static readonly string Packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [Fact]
    public void Every_shipped_package_may_be_shipped_and_is_named_in_the_notices()
    {
        var shipped = Shipped().ToList();

        Assert.NotEmpty(shipped);
        Assert.Equal([], shipped.Where(package => !package.Licence.Split(" OR ").Any(Allowed.Contains))
            .Select(package => $"{package.Name} {package.Licence}"));
        Repository.IsUpToDate("THIRD-PARTY-NOTICES.md", $"""
            # Third-party notices

            What is shipped with the program beside its own code, made from the lock file of `src/Samverkan.App` and the packages' own words. The texts of the
            licences: https://spdx.org/licenses/

            | package | version | licence | by |
            |---|---|---|---|
            {string.Join('\n', shipped.Select(package => $"| {package.Name} | {package.Version} | {package.Licence} | {package.By} |"))}

            """.ReplaceLineEndings("\n"));
    }

    private static IEnumerable<(string Name, string Version, string Licence, string By)> Shipped()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Scenarios.At("src/Samverkan.App/packages.lock.json")));
        foreach (var package in file.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (package.Value.GetProperty("type").GetString() == "Project") continue;
            var version = package.Value.GetProperty("resolved").GetString()!;
            var told = XDocument.Load(Path.Combine(Packages, package.Name.ToLowerInvariant(), version.ToLowerInvariant(),
                    $"{package.Name.ToLowerInvariant()}.nuspec")).Root!.Elements().First();
            string? Of(string name) => told.Elements()
                .FirstOrDefault(element => element.Name.LocalName == name)?.Value.ReplaceLineEndings(" ").Trim();
            var licence = told.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
            var words = (string?)licence?.Attribute("type") == "expression" ? licence!.Value
                : Read.GetValueOrDefault(package.Name, $"unknown ({licence?.Value ?? Of("licenseUrl")})");
            yield return (package.Name, version, words, (Of("authors") ?? "").Replace('|', '/'));
        }
    }
}
