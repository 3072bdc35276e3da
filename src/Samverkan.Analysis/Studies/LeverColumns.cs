using Samverkan.Runs.Results;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>A column for each lever of a study, with what it is at in a row: a number where all its options are numbers, else
/// the option's name.</summary>
public sealed class LeverColumns
{
    private const string Prefix = "lever.";

    private readonly Cell[][] cells;

    public LeverColumns(Design design)
    {
        var levers = design.Study.Levers;
        bool[] areNumbers = [.. levers.Select(lever => lever.Options.All(option => double.IsFinite(option.Value)))];
        All = [.. levers.Select((lever, i) => areNumbers[i] ? Column.Real(Prefix + lever.Id) : Column.Text(Prefix + lever.Id))];
        cells = [.. design.Points.Select(point =>
            point.Choices.Select((choice, i) => areNumbers[i] ? (Cell)choice.Option.Value : choice.Option.Id).ToArray())];
    }

    public IReadOnlyList<Column> All { get; }

    /// <param name="point">Which lever point, counted from 0.</param>
    public IReadOnlyList<Cell> Of(int point) => cells[point];
}
