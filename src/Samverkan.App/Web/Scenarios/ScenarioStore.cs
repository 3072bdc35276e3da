using System.Text.RegularExpressions;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Language;

namespace Samverkan.App.Web.Scenarios;

/// <summary>A scenario that one can choose.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Own">Saved here, not shipped.</param>
/// <param name="Base">The scenario that it changes in the end; null: it changes none.</param>
/// <param name="Kind">What it changes, for sorting.</param>
/// <param name="Error">Why it cannot be used; null: it can.</param>
public sealed record StoredScenario(
    string Name, bool Own, string Title, string Question, string Horizon, int Municipalities, string? Base, ScenarioKind Kind,
    string? Error, string Path)
{
    private const int FirstYearOfToday = 2020;

    public bool Usable => Error is null;

    /// <summary>Whether it begins today rather than in the past of the case.</summary>
    public bool IsOfToday => Horizon.Length > 0 && int.Parse(Horizon.AsSpan(0, 4)) >= FirstYearOfToday;
}

/// <summary>The scenarios that there are: shipped ones and those saved here. Asked for by name; no path comes from a
/// request.</summary>
public sealed partial class ScenarioStore(ServeOptions options)
{
    private readonly Lock guard = new(), saving = new();
    private (string Stamp, IReadOnlyList<StoredScenario> Entries) known = ("", []);

    /// <summary>What a name may be: it becomes a file's name.</summary>
    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?\z")]
    private static partial Regex Name();

    public IReadOnlyList<StoredScenario> All()
    {
        lock (guard)
        {
            var files = Files().ToList();
            var stamp = string.Join('|', files.Select(file => $"{file.Path}{File.GetLastWriteTimeUtc(file.Path).Ticks}"));
            if (stamp != known.Stamp) known = (stamp, [.. files.Select(file => Entry(file.Path, file.Own))]);
            return known.Entries;
        }
    }

    public StoredScenario? Find(string? name) => All().FirstOrDefault(entry => entry.Name == name);

    /// <exception cref="BadRequest">There is no such scenario.</exception>
    public StoredScenario Get(string? name) => Find(name) ?? throw new BadRequest($"There is no scenario '{name}'.");

    /// <exception cref="BadRequest">There is no such scenario.</exception>
    /// <exception cref="ScenarioErrors">It cannot be used.</exception>
    public Scenario Read(string? name) => ScenarioReader.Read(Get(name).Path);

    /// <exception cref="BadRequest">There is no such scenario.</exception>
    public string Text(string? name) => File.ReadAllText(Get(name).Path);

    /// <summary>Reads a text as if it were saved under a name; nothing is saved.</summary>
    /// <exception cref="ScenarioErrors">It cannot be used; everything that was found is told.</exception>
    public Scenario Try(string text) => ScenarioReader.ReadText(text, System.IO.Path.Combine(options.Own, "draft.yaml"));

    /// <param name="replaces">Whether a saved scenario of that name may be replaced.</param>
    /// <exception cref="BadRequest">The name cannot be had.</exception>
    /// <exception cref="QuotaReached">There are too many.</exception>
    /// <exception cref="ScenarioErrors">The text is no scenario.</exception>
    public StoredScenario Save(string name, string text, bool replaces)
    {
        // One after the other: two who save at once must not both get the last place, nor the same name.
        lock (saving) return SaveAlone(name, text, replaces);
    }

    private StoredScenario SaveAlone(string name, string text, bool replaces)
    {
        if (!Name().IsMatch(name)) throw new BadRequest("A name has small letters a to z, digits and hyphens, 60 at most.");
        if (Ids.IsDevice(name)) throw new BadRequest($"'{name}' cannot be a name: Windows keeps it for a device.");
        if (Find(name) is { } there)
        {
            if (!there.Own) throw new BadRequest($"'{name}' is a shipped scenario: choose another name.");
            if (!replaces) throw new BadRequest($"'{name}' is saved already: replace it, or choose another name.");
        }
        else if (All().Count(entry => entry.Own) >= options.Quotas.Scenarios)
            throw QuotaReached.Kept($"{options.Quotas.Scenarios} scenarios are saved here; delete some of them.");
        Try(text);
        var path = System.IO.Path.Combine(options.Own, name + ".yaml");
        FullDisk.Told(() => Write(path, text));
        return Get(name);
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        // Whole or not at all: somebody may read it meanwhile.
        var draft = $"{path}.{System.IO.Path.GetRandomFileName()}.draft";
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>
    /// The scenario of a municipality of Sweden as it stands today, saved under the municipality's name unless it is there
    /// already.
    /// </summary>
    /// <exception cref="BadRequest">There is no such municipality.</exception>
    /// <exception cref="QuotaReached">There are too many scenarios.</exception>
    public StoredScenario OfMunicipality(string named)
    {
        var place = Municipalities.One(named);
        var name = Ids.Of(place.Name);
        if (Find(name) is { Own: true } there) return there;
        Directory.CreateDirectory(options.Own);
        return Save(name, ScenarioWriter.Init(System.IO.Path.Combine(options.Own, name + ".yaml"), "today", place).Text,
            replaces: false);
    }

    /// <summary>What a scenario starts from in the end, of the same places; null: it is such a start itself.</summary>
    public static Scenario? BaseOf(Scenario scenario)
    {
        static IEnumerable<(string, long)> Map(Scenario one) =>
            one.Blueprint.Counties.SelectMany(county => county.Municipalities)
            .Select(place => (place.Name, (long)place.Population));
        return scenario.Chain.Skip(1).Reverse().Select(file => ScenarioReader.Read(file.Path))
            .FirstOrDefault(other => Map(other).SequenceEqual(Map(scenario)));
    }

    /// <summary>Deletes a scenario that was saved here.</summary>
    public void Delete(string name)
    {
        if (Find(name) is { Own: true } entry) File.Delete(entry.Path);
    }

    private IEnumerable<(string Path, bool Own)> Files()
    {
        if (Directory.Exists(options.Own))
            foreach (var file in Directory.EnumerateFiles(options.Own, "*.yaml")
                .Where(file => Name().IsMatch(System.IO.Path.GetFileNameWithoutExtension(file))).Order(StringComparer.Ordinal))
                yield return (file, true);
        if (Paths.Library is { } library)
            foreach (var file in Directory.EnumerateFiles(library, "*.yaml").Order(StringComparer.Ordinal))
                yield return (file, false);
    }

    private static StoredScenario Entry(string path, bool own)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        try
        {
            var scenario = ScenarioReader.Read(path);
            var blueprint = scenario.Blueprint;
            var root = BaseOf(scenario);
            var @base = root is null ? null : System.IO.Path.GetFileNameWithoutExtension(root.Path);
            return new(
                name, own, scenario.Title, scenario.Question, $"{blueprint.From.Year}–{blueprint.To.Year}",
                blueprint.Counties.Sum(c => c.Municipalities.Length), @base,
                ScenarioKinds.Of(scenario, root), null, path);
        }
        catch (ScenarioErrors errors)
        {
            return Unusable(errors.Findings.First(f => f.Severity == Severity.Error).Message);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // One file must not take the list of all others from everybody.
            return Unusable($"The program could not read this file: {problem.Message}");
        }

        StoredScenario Unusable(string error) => new(name, own, name, "", "", 0, null, ScenarioKind.Other, error, path);
    }
}
