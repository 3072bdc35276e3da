using System.Text;

namespace Samverkan.Analysis.Patterns.Measured;

/// <summary>Something that version 0.1.0 got wrong, beside what the model gives now.</summary>
/// <param name="Then">What was wrong, with the figure that 0.1.0 gave.</param>
/// <param name="Needs">The worlds in which it is measured.</param>
/// <param name="Now">The figures, each with the range in which the fault is mended.</param>
/// <param name="Left">What is still wrong, whatever the figures say; null: nothing that is known.</param>
public sealed record Fault(string Then, IReadOnlyList<Variant> Needs, Func<Worlds, IEnumerable<PatternFigure>> Now,
    string? Left = null);

/// <summary>The faults of 0.1.0 set beside the model as it is, line by line.</summary>
public static class FaultTable
{
    public static IReadOnlyList<Variant> Needs { get; } = [.. Faults.All.SelectMany(fault =>
        fault.Needs).DistinctBy(world => world.Name)];

    public static string Markdown(Worlds worlds)
    {
        var judged = Faults.All.Select(fault => (Fault: fault, Now: fault.Now(worlds).ToList())).ToList();
        var mended = judged.Count(one => one.Now.TrueForAll(figure => figure.Holds));
        var text = new StringBuilder($"**{mended} of {judged.Count} are mended by every figure.**\n\n");
        text.Append("| | what 0.1.0 gave | measured now | | mended if | |\n|---:|---|---|---:|---|---|\n");
        foreach (var (place, (fault, now)) in judged.Index())
            foreach (var figure in now)
            {
                var first = figure == now[0];
                string[] cells =
                [
                    first ? $"{place + 1}" : "", first ? fault.Then : "", figure.What, figure.Figure, figure.Range,
                    figure.IsTold ? "" : figure.Holds ? "mended" : "**still wrong**",
                ];
                text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
            }
        text.Append($"\n{worlds[Needs[0]].Count} replications of each world, seed 1.\n\n### What is still wrong\n\n");
        foreach (var (place, (fault, now)) in judged.Index())
            foreach (var told in now.Where(figure =>
                !figure.Holds).Select(figure =>
                    $"{figure.What}: {figure.Figure}, and it should be {figure.Range}.").Append(fault.Left).OfType<string>())
                text.Append($"- Line {place + 1}. {char.ToUpperInvariant(told[0])}{told[1..]}\n");
        return text.ToString();
    }
}
