using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Results;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Scenarios.Own;

namespace Samverkan.Runs.Scenarios;

/// <summary>The value that a parameter has from the start, and where it was written.</summary>
/// <param name="Source">What the scenario says the value comes from; null: what the catalogue says.</param>
/// <param name="Value">For the reference municipality, where the parameter follows inhabitants.</param>
public sealed record EffectiveValue(ParameterInfo Parameter, double Value, Place Origin, string? Source, Evidence Evidence)
{
    /// <summary>Whether it was stated for the place itself, and not for another from which it is scaled.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>One file of the chain that a scenario is made of.</summary>
public sealed record ScenarioFile(string Id, string Path);

/// <summary>What was observed of a municipality in a year.</summary>
/// <param name="Municipality">Its code.</param>
/// <param name="Tolerance">A standard deviation of what is not known of it; null: nobody said.</param>
public sealed record PlaceObservation(string Municipality, Indicator Indicator, int Year, double Value, double? Tolerance);

/// <summary>A scenario that was read and found to be without error. Immutable.</summary>
public sealed record Scenario
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Question { get; init; }
    public string? Owner { get; init; }

    /// <summary>The file that was asked for, as the user would type it.</summary>
    public required string Path { get; init; }

    /// <summary>What is run.</summary>
    public required Blueprint Blueprint { get; init; }

    public required ImmutableArray<Expectation> Expectations { get; init; }

    /// <summary>Outcomes of one's own, made of indicators and persons; a comparison shows them first.</summary>
    public ImmutableArray<OwnOutcome> OwnOutcomes { get; init; } = [];

    /// <summary>Indicators to look at; may be empty.</summary>
    public required ImmutableArray<Indicator> Outcomes { get; init; }

    /// <summary>This file, the one that it extends, and so on.</summary>
    public required ImmutableArray<ScenarioFile> Chain { get; init; }

    /// <summary>Every parameter of the catalogue, in its order.</summary>
    public required ImmutableArray<EffectiveValue> Values { get; init; }

    /// <summary>Where each intervention and event was written, by id. The last file that changed it is named.</summary>
    public required ImmutableDictionary<string, Place> Origins { get; init; }

    /// <summary>Parameters and interventions, by id, whose figures were stated for the place itself.</summary>
    public IReadOnlySet<string> StatedHere { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>SHA-256 of all that the scenario was made from (files of the chain, tables, settings), in hexadecimal; names and
    /// places of files do not count.</summary>
    public required string InputHash { get; init; }

    /// <summary>The files that it was made from; first the one that was asked for. None, where it was put together in
    /// memory.</summary>
    public ImmutableArray<SourceFile> Sources { get; init; } = [];

    /// <summary>What results call it: the same on every machine, where it is shipped.</summary>
    public string Name => Sources is [var own, ..] ? own.Name : Path;

    /// <summary>Warnings and notes.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>What its table says was observed; nothing of it changes a run.</summary>
    public ImmutableArray<PlaceObservation> Observed { get; init; } = [];

    /// <summary>Figures that a world's own table did not give and that were scaled from the case; empty without such a
    /// table.</summary>
    public required ImmutableArray<string> ScaledFromCase { get; init; }

    /// <summary>Rules of one's own that the world works by; null: the usual ones.</summary>
    public OwnRules? Rules { get; private init; }

    /// <summary>The same scenario in a world that works by other rules.</summary>
    /// <param name="rules">null: the usual ones.</param>
    public Scenario Under(OwnRules? rules) => rules is null ? this : this with
    {
        Rules = rules,
        Blueprint = Blueprint with { Rules = rules.Rules },
        InputHash = InputsHash.Of(InputHash, "rules", rules.Hash),
    };

    /// <summary>Each is itself alone.</summary>
    public bool Equals(Scenario? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
