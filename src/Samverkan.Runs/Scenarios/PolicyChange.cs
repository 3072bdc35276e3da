using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Policies;

namespace Samverkan.Runs.Scenarios;

/// <summary>
/// Interventions and events that are laid over a run that has started. Those without a month of their own take effect in the
/// next one.
/// </summary>
/// <param name="Interventions">Without a month and without a condition: from the next month on.</param>
/// <param name="Lines">Each intervention and event as a scenario file has it, in their order.</param>
public sealed record PolicyChange(ImmutableArray<Intervention> Interventions, ImmutableArray<ModelEvent> Events,
    ImmutableArray<PolicyLine> Lines)
{
    /// <summary>The change with its months, for a run whose next month is given. Nobody in the run knows of it before.</summary>
    public PolicyChange From(Month next) => new(
        [.. Interventions.Select(intervention => (intervention is { At: null, When: null } ? intervention with { At = next }
            : intervention) with { Decided = next })],
        [.. Events.Select(happens => happens.At == default ? happens with { At = next } : happens)],
        [.. Lines.Select(line => line.From(next))]);

    /// <summary>The earliest month that is named; null if there is none.</summary>
    public Month? Earliest
    {
        get
        {
            var months = Interventions.Select(intervention => intervention.At).OfType<Month>()
                .Concat(Events.Select(happens => happens.At).Where(at => at != default)).ToArray();
            return months.Length == 0 ? null : months.Min();
        }
    }

    /// <summary>The run's blueprint with the change, which comes after everything else.</summary>
    public Blueprint Onto(Blueprint blueprint) => blueprint with
    {
        Interventions = [.. blueprint.Interventions, .. Interventions],
        Events = [.. blueprint.Events.Concat(Events).OrderBy(happens => happens.At)],
    };
}

/// <summary>One intervention or event in the words of a scenario file.</summary>
/// <param name="Yaml">In braces, on one line.</param>
/// <param name="IsDated">Whether it says itself when it starts.</param>
public sealed record PolicyLine(string Id, string Yaml, bool IsEvent, bool IsDated)
{
    internal PolicyLine From(Month next) => this with
    {
        Yaml = $"{Yaml[..^2]}{(IsDated ? "" : $", at: {next}")}{(IsEvent ? "" : $", decided: {next}")} }}",
        IsDated = true
    };
}
