using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios;

/// <summary>A municipality of the shipped table.</summary>
public sealed record ListedMunicipality(string Code, string Name, string County, int Population);

/// <summary>The municipalities of the shipped table.</summary>
public static class Municipalities
{
    public static IReadOnlyList<ListedMunicipality> All()
    {
        var findings = new FindingList();
        var table = WorldTable.Read(new ScalarNode(Place.CommandLine, "sweden", false), Environment.CurrentDirectory, new ReadingContext(findings));
        return table is null ? throw new ScenarioErrors(findings.InOrder())
            : [.. table.Counties.SelectMany(c => c.Municipalities.Select(m => new ListedMunicipality(m.Code, m.Name, c.Name, m.Population)))];
    }

    /// <summary>By code, or by name, whatever its case.</summary>
    /// <exception cref="ScenarioErrors">There is none; the message says which was probably meant.</exception>
    public static ListedMunicipality Find(string nameOrCode)
    {
        var all = All();
        return all.FirstOrDefault(m => m.Code == nameOrCode.Trim() || Names.AreSame(m.Name, nameOrCode))
            ?? throw new ScenarioErrors([new Finding("--municipality", 0, 0, Severity.Error, Codes.UnknownScope,
                $"There is no municipality '{nameOrCode}'.{DidYouMean.Of(nameOrCode, [.. all.Select(m => m.Name), .. all.Select(m => m.Code)])}")]);
    }
}
