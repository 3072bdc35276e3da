using System.Collections.Immutable;
using System.Numerics;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Studies;

/// <summary><c>sample</c>: how the uncertain is varied.</summary>
internal static class SamplingReading
{
    private const int MostSamples = 1_000_000;

    /// <summary>As many dimensions as there are direction numbers for; Sobol indices need two for each factor.</summary>
    private const int MostSobolDimensions = 1024;

    public static Sampling? Read(MapNode root, ImmutableArray<UncertainFactor> uncertain, ReadingContext context)
    {
        var node = root.Map("sample");
        if (node is null)
        {
            if (root.Find("uncertain") is { } left && root.Find("calibrate") is null)
                context.Findings.Error(left.Place, Codes.NothingSampled,
                    "It is not said how the uncertain is varied. Write 'sample: { method: latin-hypercube, size: 64 }'.");
            return null;
        }
        if (node.Find("file") is not null)
        {
            RefuseCalibration(root, node, context);
            if (node.Find("method") is { } both)
                context.Findings.Error(both.Place, Codes.Contradiction, "'file' and 'method' are two ways to sample. Keep one.");
            foreach (var entry in node.Entries.Where(e => e.Name is "size" or "trajectories" or "levels"))
                context.Findings.Error(entry.Place, Codes.Contradiction,
                    $"'{entry.Name}' has no effect beside 'file': all draws of the file are run. Leave it out.");
            return null;
        }
        if (node.Find("method") is null)
            context.Findings.Error(node.Place, Codes.Missing,
                "'method' is missing: how is the uncertain varied? Or name a 'file' of draws.");
        RefuseCalibration(root, node, context);
        if (root.Find("uncertain") is null)
            context.Findings.Error(node.Place, Codes.NothingSampled,
                "There is nothing to sample: write what is uncertain under 'uncertain'.");
        if (!StudyGrammar.Methods.Any(m => m.Word == node.Text("method")))
            return null;
        var method = StudyGrammar.Methods.First(m => m.Word == node.Text("method")).Method;
        var (needed, other) = method switch
        {
            SamplingMethod.OneAtATime => ((string?)null, new[] { "size", "trajectories", "levels" }),
            SamplingMethod.Morris => ("trajectories", ["size"]),
            _ => ("size", ["trajectories", "levels"]),
        };
        foreach (var entry in node.Entries.Where(e => other.Contains(e.Name)))
            context.Findings.Error(entry.Place, Codes.Contradiction,
                $"'{entry.Name}' means nothing to {node.Text("method")}.{(needed is null ? "" : $" It is told by '{needed}'.")}");
        if (needed is not null && node.Find(needed) is null)
            context.Findings.Error(node.Place, Codes.Missing, $"'{needed}' is missing. {node.Text("method")} needs it.");
        var size = StudyReader.WholeNumber(node.Scalar(needed ?? ""), 2, MostSamples, context) ?? 2;
        var levels = StudyReader.WholeNumber(node.Scalar("levels"), 2, 64, context) ?? 4;
        if (levels % 2 == 1)
            context.Findings.Error(node.PlaceOf("levels"), Codes.OutOfRange,
                $"'{levels}' levels: Morris's grid has an even number of them, so that every step can be taken. 4 is usual.");
        if (method is SamplingMethod.SobolSequence or SamplingMethod.SobolIndices)
            CheckSobol(node, method, size, uncertain.Length, context);
        return new(method, size, levels);
    }

    private static void RefuseCalibration(MapNode root, MapNode node, ReadingContext context)
    {
        if (root.Find("calibrate") is not null)
            context.Findings.Error(node.Place, Codes.Contradiction,
                "A calibration chooses its own samples: 'calibrate: { size: ... }' says how many.");
    }

    private static void CheckSobol(MapNode node, SamplingMethod method, int size, int factors, ReadingContext context)
    {
        var dimensions = method == SamplingMethod.SobolIndices ? 2 * factors : factors;
        if (dimensions > MostSobolDimensions)
            context.Findings.Error(node.PlaceOf("method"), Codes.OutOfRange,
                $"{factors} factors need {dimensions} dimensions of a Sobol sequence; direction numbers are at hand for "
                    + $"{MostSobolDimensions}. Move families together ('together: on'), or take latin-hypercube.");
        if (!BitOperations.IsPow2(size))
            context.Findings.Warning(node.PlaceOf("size"), Codes.NotAPowerOfTwo,
                $"A Sobol sequence is even after a power of two: {BitOperations.RoundUpToPowerOf2((uint)size)} serves better "
                    + $"than {size}.");
    }
}
