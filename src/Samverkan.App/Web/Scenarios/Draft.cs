using Samverkan.Model;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Wording;

namespace Samverkan.App.Web.Scenarios;

/// <summary>A scenario that is being edited: its text, and what the scenario reader makes of it.</summary>
internal sealed class Draft
{
    private const string InterventionsKey = "interventions";
    private const string ParametersKey = "parameters";

    private readonly ScenarioStore store;
    private DraftText text;

    private Draft(ScenarioStore store, string text)
    {
        this.store = store;
        this.text = new(text);
        Read();
    }

    public static Draft Of(ScenarioStore store, string text) => new(store, text);

    /// <summary>A new scenario that changes another; a copy of one that itself changes another.</summary>
    public static Draft From(ScenarioStore store, StoredScenario entry)
    {
        var id = entry.Name.StartsWith("my-", StringComparison.Ordinal) ? entry.Name + "-2" : "my-" + entry.Name;
        if (entry.Base is null)
        {
            // Titles and questions are the reader's own words from here on, in the reader's language.
            var change =
                new DraftText(
                    $"id: {id}\nextends: {(entry.Own ? entry.Name + ".yaml" : entry.Name)}\ntitle: My change\nquestion: What "
                        + "happens if this is changed?\n");
            change.SetScalar("title", Localized.Of($"{entry.Title}, with my change"));
            change.SetScalar("question", Localized.Of("What happens if this is changed?"));
            return new(store, change.Text);
        }
        var lines = store.Text(entry.Name).Split('\n')
            .Where(line => !line.StartsWith("# yaml-language-server", StringComparison.Ordinal));
        var copy = new DraftText(string.Join('\n', lines));
        copy.SetScalar("id", id);
        copy.SetScalar("title", Localized.Of($"{entry.Title}, changed"));
        copy.SetScalar("question", Localized.Of(entry.Question));
        return new(store, copy.Text);
    }

    public string Text => text.Text;

    /// <summary>What the text says; of the last text that could be used, where the present one cannot. Null: none could
    /// yet.</summary>
    public Scenario? Scenario { get; private set; }

    /// <summary>The scenario that it changes.</summary>
    public Scenario? Base { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public bool IsUsable => Findings.All(finding => finding.Severity != Severity.Error);

    public Differences? Differences => Scenario is { } own && Base is { } @base ? ScenarioDiff.InWords(@base, own) : null;

    /// <summary>The interventions that are written in this text, with the months in which they hold.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; private set; } = [];

    /// <summary>Interventions of this text that a form has no fields for: conditions, seasons, single municipalities.</summary>
    public IReadOnlyList<string> OnlyInText { get; private set; } = [];

    /// <summary>Values from the start that are written in this text.</summary>
    public IReadOnlyList<EffectiveValue> Values { get; private set; } = [];

    public bool CanChangeInterventions => text.CanChange(InterventionsKey);

    public bool CanChangeValues => text.CanChange(ParametersKey);

    public string Scalar(string name) => text.Scalar(name);

    public void SetScalar(string name, string value)
    {
        text.SetScalar(name, value);
        Read();
    }

    public void SetText(string value)
    {
        text = new(value);
        Read();
    }

    public void Set(PlannedChange change)
    {
        text.Set(InterventionsKey, change.Id, change.Lines);
        Read();
        // What cannot be read is shown as it was typed.
        if (!IsUsable) Changes = [.. Changes.Select(one => one.Id == change.Id ? change : one)];
    }

    /// <summary>The scenario that this would be with a change as it is dragged; null: it cannot be used.</summary>
    public Scenario? With(PlannedChange change) => Tried(InterventionsKey, change.Id, change.Lines);

    /// <summary>The same with a value from the start.</summary>
    public Scenario? With(string parameter, string value) =>
        Tried(ParametersKey, parameter, [$"  {parameter}: {value}"]);

    private Scenario? Tried(string block, string id, IReadOnlyList<string> lines)
    {
        var other = new DraftText(Text);
        other.Set(block, id, lines);
        try
        {
            return store.Try(other.Text);
        }
        catch (ScenarioErrors)
        {
            return null;
        }
    }

    public void Add(PlannedChange change)
    {
        var id = change.Id;
        for (var n = 2; Taken(id); n++) id = $"{change.Id}-{n}";
        text.Set(InterventionsKey, id, (change with { Id = id }).Lines);
        Read();
        if (!IsUsable) Changes = [.. Changes, change with { Id = id }];
    }

    public void RemoveChange(string id)
    {
        text.Remove(InterventionsKey, id);
        Read();
    }

    public void SetValue(string parameter, string value)
    {
        text.Set(ParametersKey, parameter, [$"  {parameter}: {value}"]);
        Read();
    }

    public void RemoveValue(string parameter)
    {
        text.Remove(ParametersKey, parameter);
        Read();
    }

    /// <summary>What was found at a part of the text.</summary>
    public IEnumerable<Finding> At(string block, string id)
    {
        var parts = text.Parts(block).Where(part => part.Id == id).ToList();
        return Findings.Where(finding => parts.Any(part => finding.Line >= part.From && finding.Line <= part.To));
    }

    public IEnumerable<Finding> AtChange(string id) => At(InterventionsKey, id);

    public IEnumerable<Finding> AtValue(string id) => At(ParametersKey, id);

    /// <summary>What was found elsewhere.</summary>
    public IEnumerable<Finding> Elsewhere
    {
        get
        {
            var parts = text.Parts(InterventionsKey).Concat(text.Parts(ParametersKey)).ToList();
            return Findings.Where(finding => !parts.Any(part => finding.Line >= part.From && finding.Line <= part.To));
        }
    }

    private bool Taken(string id) => text.Parts(InterventionsKey).Any(part => part.Id == id)
        || Scenario?.Blueprint.Interventions.Any(one => one.Id.Split('/')[0] == id) == true;

    private void Read()
    {
        try
        {
            Scenario = store.Try(Text);
            Base = Scenario.Chain.Length > 1 ? ScenarioReader.Read(Scenario.Chain[1].Path) : Base;
            Findings = Scenario.Findings;
            var own = Scenario.Chain[0].Path;
            var written = Scenario.Blueprint.Interventions
                .Where(one => Scenario.Origins.TryGetValue(one.Id.Split('/')[0], out var place) && place.File == own).ToList();
            var simple = written.GroupBy(one => one.Id.Split('/')[0])
                .Where(group => group.Count() == 1 && IsSimple(group.First())).Select(group => group.First()).ToList();
            Changes = [.. simple.Select(one => PlannedChange.Of(one, Scenario.Blueprint))];
            OnlyInText = [.. written.Select(one => one.Id.Split('/')[0]).Except(Changes.Select(change => change.Id)).Distinct()];
            Values = [.. Scenario.Values.Where(value => value.Origin.File == own)];
        }
        catch (ScenarioErrors errors)
        {
            Findings = errors.Findings;
        }
    }

    private static bool IsSimple(Intervention one) =>
        one.When is null && one.At is not null && one.Scope == Scope.Everywhere && one.Seasons.IsDefaultOrEmpty
        && one.Ramp is null or { Shape: RampShape.Linear };
}
