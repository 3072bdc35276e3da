using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>One choice of every lever of a study.</summary>
public sealed record LeverPoint(ImmutableArray<(LeverGrid Lever, LeverOption Option)> Choices)
{
    /// <summary>Its name in results, such as "committee.meetingsPerYear=4 meetings/yr"; empty where a study has no
    /// levers.</summary>
    public string Name { get; } = string.Join("; ", Choices.Select(c => $"{c.Lever.Id}={c.Option.Id}"));

    /// <summary>
    /// What of it is otherwise than each lever's first option: "structure=without"; of a single lever the option alone. Where
    /// nothing is otherwise: "all with" if the first options are called alike, else the whole name.
    /// </summary>
    public string InShort => Choices switch
    {
        [] => "",
        [var one] => one.Option.Id,
        _ => Choices.Where(c => c.Option != c.Lever.Options[0]).Select(c => $"{c.Lever.Id}={c.Option.Id}")
            .ToList() is { Count: > 0 } other
            ? string.Join("; ", other)
            : Choices.All(c => c.Option.Id == Choices[0].Option.Id) ? $"all {Choices[0].Option.Id}" : Name,
    };

    /// <summary>Every combination of the levers' options, the last lever changing fastest.</summary>
    public static ImmutableArray<LeverPoint> All(Study study) =>
        [.. study.Levers.Aggregate(
            (IEnumerable<ImmutableArray<(LeverGrid, LeverOption)>>)[[]],
            (points, lever) => points.SelectMany(point => lever.Options.Select(option => point.Add((lever, option)))))
            .Select(choices => new LeverPoint(choices))];

    public Blueprint Of(Blueprint blueprint) => Choices.Aggregate(blueprint, (made, choice) => choice.Option.On(made));
}
