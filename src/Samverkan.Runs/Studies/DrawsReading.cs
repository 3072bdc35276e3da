using System.Collections.Immutable;
using System.Globalization;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Tables;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.Runs.Studies;

/// <summary>Draws of all uncertain parameters together, as a calibration leaves them in its table <c>region</c>.</summary>
internal sealed record Draws(ImmutableArray<UncertainFactor> Factors, int Count, StudyInput Input);

/// <summary>
/// <c>sample: { file: region.csv }</c>: a row for each draw and parameter, with its value and unit; or the table of a region,
/// with a row for each draw and a column for each parameter.
/// </summary>
internal static class DrawsReading
{
    private static readonly string[] NamesOfDraw = ["accepted", "draw", "sample"];

    /// <summary>null where no file is named, or where it cannot be used, which is then found.</summary>
    public static Draws? Read(MapNode root, ImmutableArray<Policy> policies, string folder, ReadingContext context)
    {
        if (root.Map("sample")?.Scalar("file") is not { } name)
            return null;
        if (root.Find("uncertain") is { } said)
            context.Findings.Error(said.Place, Codes.Contradiction,
                "The file says what is uncertain. Keep 'uncertain' or the file.");
        if (StudyTable.Read(name, folder, [], context) is not { } table)
            return null;
        if (table.IsRegion)
            return OfRegion(Path.Combine(folder, name.Text), table, policies, context);
        if (table.Misses("parameter", "value") is { } missing)
        {
            context.Findings.Error(new Place(table.Shown, 1, 1), Codes.BadTable, $"The table has no column '{missing}'.");
            return null;
        }
        if (NamesOfDraw.FirstOrDefault(table.Has) is not { } nameOfDraw)
        {
            context.Findings.Error(new Place(table.Shown, 1, 1), Codes.BadTable,
                "The table has no column 'draw' that tells its draws apart.");
            return null;
        }
        var values = new Dictionary<ParameterInfo, Dictionary<string, double>>();
        var (order, draws) = (new List<(ParameterInfo Parameter, string Factor)>(), new List<string>());
        foreach (var row in table.Rows)
            if (table.Cell(row, nameOfDraw) is { } draw && Row(table, row, policies, context) is var (parameter, value))
            {
                if (!values.TryGetValue(parameter, out var own))
                {
                    values[parameter] = own = [];
                    order.Add((parameter, table.Cell(row, "factor")?.Text ?? parameter.Id));
                }
                if (!own.TryAdd(draw.Text, value))
                    context.Findings.Error(table.PlaceOf(draw), Codes.DuplicateId,
                        $"{parameter.Id} stands twice in draw '{draw.Text}'.");
                if (order[0].Parameter == parameter)
                    draws.Add(draw.Text);
            }
        foreach (var (parameter, _) in order)
            if (draws.Except(values[parameter].Keys).Concat(values[parameter].Keys.Except(draws))
                .FirstOrDefault() is { } incomplete)
                context.Findings.Error(new Place(table.Shown, 1, 1), Codes.BadTable,
                    $"Draw '{incomplete}' is incomplete: {(draws.Contains(incomplete) ? parameter.Id : order[0].Parameter.Id)} "
                        + "is missing. Every draw needs a value of each parameter.");
        return context.Findings.HasErrors || draws.Count < 2 ? Few(table, draws.Count, context) : new(
            [.. order.GroupBy(one => one.Factor).Select(factor =>
                new UncertainFactor(factor.Key,
                    [.. factor.Select(one =>
                        Uncertain(one.Parameter, [.. draws.Select(draw => values[one.Parameter][draw])]))]))],
            draws.Count, table.Input);
    }

    private static Draws? OfRegion(string path, StudyTable table, ImmutableArray<Policy> policies, ReadingContext context)
    {
        if (RegionFile.Read(path, isShipped: false, context.Findings) is not { } region)
            return null;
        foreach (var parameter in region.Parameters.Where(one => Differs(one, policies)))
            context.Findings.Error(new Place(table.Shown, 1, 1), Codes.SampledPolicy,
                $"{parameter.Id} is what the scenarios differ in; drawn, they would not. Leave out its column.");
        return new(
            [.. region.Parameters.Select(parameter => new UncertainFactor(parameter.Id,
                [Uncertain(parameter, [.. Enumerable.Range(0, region.Count).Select(draw => region.Value(draw, parameter))])]))],
            region.Count, table.Input);
    }

    private static bool Differs(ParameterInfo parameter, ImmutableArray<Policy> policies) =>
        policies.Select(policy => parameter.Get(policy.Blueprint.Parameters)).Distinct().Count() > 1;

    private static Draws? Few(StudyTable table, int draws, ReadingContext context)
    {
        if (!context.Findings.HasErrors)
            context.Findings.Error(new Place(table.Shown, 1, 1), Codes.BadTable,
                $"The table has {draws} draws: two are the fewest.");
        return null;
    }

    private static UncertainParameter Uncertain(ParameterInfo parameter, ImmutableArray<double> values) =>
        new(parameter, new Belief(BeliefKind.Listed, 0, 0, 0, values.Min(), values.Max()) { Values = values }, parameter.Evidence,
            null);

    private static (ParameterInfo Parameter, double Value)? Row(StudyTable table, CsvCell[] row, ImmutableArray<Policy> policies,
        ReadingContext context)
    {
        if (table.Cell(row, "parameter") is not { } name || table.Number(row, "value", context) is not { } value)
            return null;
        if (Catalogue.Find(name.Text.Trim()) is not { } parameter)
        {
            context.Findings.Error(table.PlaceOf(name), Codes.UnknownParameter,
                $"'{name.Text}' is no parameter.{DidYouMean.Of(name.Text, [.. Catalogue.All.Select(p => p.Id)])}");
            return null;
        }
        if (table.Cell(row, "unit") is { } unit && unit.Text.Trim() != ParameterText.UnitOf(parameter))
            context.Findings.Error(table.PlaceOf(unit), Codes.WrongUnit,
                $"{parameter.Id} is kept in '{ParameterText.UnitOf(parameter)}', not in '{unit.Text}'.");
        else if (value < parameter.Min || value > parameter.Max)
            context.Findings.Error(table.PlaceOf(table.Cell(row, "value")!.Value), Codes.OutOfRange,
                ParameterReading.OutOfRange(value.ToString(CultureInfo.InvariantCulture), value, parameter));
        else if (Differs(parameter, policies))
            context.Findings.Error(table.PlaceOf(name), Codes.SampledPolicy,
                $"{parameter.Id} is what the scenarios differ in; drawn, they would not. Leave it out.");
        else
            return (parameter, value);
        return null;
    }
}
