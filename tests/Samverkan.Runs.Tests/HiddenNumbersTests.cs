using System.Text.RegularExpressions;
using Xunit;

namespace Samverkan.Runs.Tests;

/// <summary>
/// A number in a rule of the model is a parameter, or a constant with a name: what it means is said once, and nobody looks for
/// it in a formula.
/// </summary>
public sealed partial class HiddenNumbersTests
{
    // 0, 1, 2 and a half; twelve months of a year; ten tenths of a post.
    private static readonly string[] Mathematics = ["0", "1", "2", ".5", "0.5", "12", "10"];

    // What is no rule of the world: chance and snapshots, lanes of processors, definitions of indicators and parameters, the
    // calendar, the spelling of paths, and the case itself.
    private static readonly string[] NoRules =
    [
        "Chance/", "Snapshots/", "Parameters/", "Indicators/IndicatorCatalogue.cs", "Needs/NeedLanes.cs", "Needs/NeedBounds.cs",
        "Needs/NarrowNeedLanes.cs", "Needs/NarrowNeedBounds.cs", "Needs/NeedNumber.cs", "Needs/TransitionLanes.cs", "Month.cs",
        "ActorPath.cs", "Blueprint.cs",
    ];

    // Lines of arithmetic that hold no assumption: growing room, bits of an address, the smooth step, a twelfth rounded up.
    private static readonly string[] Arithmetic =
    [
        "* 5 / 4 + 8]", "persons.Length * 3 / 2", "granted.Count + 4", "address.Unit << 16", "team.Address.Unit << 16",
        "partner.Address.Unit << 16", "random.Key0 << 32",
        "3 - 2 * share", "(RecentBedDays + 11) / 12",
    ];

    private static readonly string Model = Path.Combine(Repository.Root, "src", "Samverkan.Model");

    [Fact]
    public void No_number_is_hidden_in_a_rule()
    {
        var hidden = Rules().SelectMany(rule => rule.Lines.SelectMany(line => Numbers().Matches(line.Text)
            .Select(number => number.Value).Where(number => !Mathematics.Contains(Plain(number)))
            .Select(number => $"{rule.Name}:{line.Number}: {number}"))).ToList();
        Assert.True(hidden.Count == 0, $"Give these numbers a name, or make them parameters:\n{string.Join('\n', hidden)}");
    }

    [Fact]
    public void No_rule_knows_a_calendar_year()
    {
        var years = Rules().SelectMany(rule => rule.Lines.Where(line => Year().IsMatch(line.Whole))
            .Select(line => $"{rule.Name}:{line.Number}")).ToList();
        Assert.True(years.Count == 0, $"A year belongs to a scenario:\n{string.Join('\n', years)}");
    }

    [Theory]
    [InlineData("var x = 1.3 * strain;", "1.3")]
    [InlineData("Math.Min(.25f, share)", ".25f")]
    [InlineData("months > 120", "120")]
    [InlineData("var x = a / 12 + .5 * b[2];", null)]
    [InlineData("private const double Most = 3;", null)]
    [InlineData("\"3 posts\"", null)]
    public void A_hidden_number_is_found(string code, string? number) => Assert.Equal(
        number, Numbers().Matches(Code(code)).Select(found => found.Value)
        .FirstOrDefault(found => !Mathematics.Contains(Plain(found))));

    private static IEnumerable<(string Name, List<(int Number, string Text, string Whole)> Lines)> Rules() =>
        Directory.EnumerateFiles(Model, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: file, Name: Path.GetRelativePath(Model, file).Replace('\\', '/')))
            .Where(one => !one.Name.StartsWith("obj/", StringComparison.Ordinal)
                && !one.Name.EndsWith("Parameters.cs", StringComparison.Ordinal)
                && !NoRules.Any(path => one.Name.StartsWith(path, StringComparison.Ordinal)))
            .Select(one => (one.Name, Lines(File.ReadAllText(one.File))));

    private static List<(int Number, string Text, string Whole)> Lines(string text) =>
    [
        .. Enums().Replace(text, body => new string('\n', body.Value.Count(c => c == '\n'))).Split('\n')
            .Select((line, i) => (i + 1, Code(line), Strings().Replace(Comment().Replace(line, ""), "\"\""))),
    ];

    // Without comments, texts, declarations of constants and of layouts.
    private static string Code(string line)
    {
        var code = Strings().Replace(Comment().Replace(line, ""), "\"\"");
        return code.Contains("const ", StringComparison.Ordinal) || code.Contains("StructLayout", StringComparison.Ordinal)
            || Arithmetic.Any(one => code.Contains(one, StringComparison.Ordinal)) ? "" : code;
    }

    private static string Plain(string number) =>
        number.TrimEnd('f', 'F', 'd', 'D', 'L', 'U', 'u', 'm').Replace("_", "", StringComparison.Ordinal) is var plain
        && plain.EndsWith(".0", StringComparison.Ordinal) ? plain[..^2] : plain;

    [GeneratedRegex(@"(?<![\w.])(\d[\d_]*(\.\d+)?([eE][-+]?\d+)?|\.\d+([eE][-+]?\d+)?)[fFdDuUlLm]*(?!\w)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<![\w.])(18|19|20|21)\d\d(?![\w.])")]
    private static partial Regex Year();

    [GeneratedRegex(@"//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("\\$?\"(\\\\.|[^\"\\\\])*\"")]
    private static partial Regex Strings();

    [GeneratedRegex(@"\benum\s+\w+[^{]*\{[^}]*\}")]
    private static partial Regex Enums();
}
