using System.Globalization;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// How large the folder of a study becomes, foretold from a few of its runs. Tables with a row for each run grow as theirs do;
/// the rows of other tables are counted, and are as long as those of the figures with so many more numbers.
/// </summary>
public static class StudySize
{
    private const int NumbersOfLevel = 12;
    private const int NumbersOfDifference = 18;
    private const int NumbersOfBand = 7;

    // A packed number of 8 bytes, and a label that is said once for many rows.
    private const int PackedYear = 9;

    // A row of the workbook, which has so many of a table at most; and pages, pictures and kept inputs, which do not grow.
    private const int RowOfWorkbook = 95;
    private const long MostRowsOfWorkbook = 20_000;
    private const long Pages = 1_000_000;

    /// <param name="pilot">At least one run of the study, with the same levers, samples and outcomes.</param>
    /// <param name="folder">Of the pilot; its tables are written there.</param>
    /// <param name="runs">How many the whole study has.</param>
    public static long Of(Design design, StudyResults pilot, StudyFolder folder, long runs)
    {
        StudyTables.Write(pilot, folder);
        var done = Math.Max(1, pilot.Records().Count(record => !record.Failed));
        var (study, shape) = (design.Study, StudyResults.ShapeOf(design));
        var outcomes = pilot.Outcomes.Length;
        var number = pilot.Records().Where(record => !record.Failed).SelectMany(record => record.Figures)
            .Select(value => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture).Length : 0)
            .DefaultIfEmpty(0).Average();
        var row = (double)BytesOf(folder, "figures.csv") / (done * outcomes);
        double Rows(long count, int numbers) => count * (row + numbers * number);

        var perRun = BytesOf(folder, "runs.*", "figures.*", "fates.*") / (double)done + Journal.BytesOf(shape)
            + shape.Years * PackedYear;
        var (points, policies) = ((long)design.Points.Length, study.Policies.Length);
        var (levels, differences) = (policies * points * outcomes, (policies - 1) * points * outcomes);
        var samples = Math.Max(1, runs / Math.Max(1L, study.Replications * policies * points));
        var bands = shape.Years * policies * points * samples;
        return (long)(runs * perRun + Rows(levels, NumbersOfLevel) + Rows(differences, NumbersOfDifference)
            + Rows(bands, NumbersOfBand) + BytesOf(folder, "samples.*") / (double)pilot.Design.Samples * samples
            + RowOfWorkbook * (Math.Min(MostRowsOfWorkbook, levels) + Math.Min(MostRowsOfWorkbook, differences)) + Pages);
    }

    private static long BytesOf(StudyFolder folder, params IEnumerable<string> patterns) =>
        patterns.Sum(pattern => Directory.EnumerateFiles(folder.Path, pattern).Sum(file => new FileInfo(file).Length));
}
