using System.Globalization;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// One of several parts that a study is split into, so that many machines run it. What is run together (all policies of a
/// sample, a
/// lever point and a replication) is dealt out in turn, so that parts take about equally long.
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many parts there are.</param>
public readonly record struct PartOfStudy(int Number, int Of)
{
    /// <returns>null: it is not written like 3/20.</returns>
    public static PartOfStudy? Parse(string text) =>
        text.Split('/') is [var first, var second]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var of) && number >= 1 && number <= of
            ? new(number, of) : null;

    /// <param name="turn">Which place the runs have in the order of the study, counted from 0.</param>
    public bool Has(long turn) => turn % Of == Number - 1;

    /// <summary>How many of so many turns the part has.</summary>
    public long CountOf(long turns) => (turns - Number + Of) / Of;

    public override string ToString() => FormattableString.Invariant($"{Number}/{Of}");
}
