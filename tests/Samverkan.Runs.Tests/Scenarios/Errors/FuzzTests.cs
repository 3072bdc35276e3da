using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios.Errors;

/// <summary>
/// Whatever a file holds, it is read, or refused with findings that have a place: never a crash. <c>SAMVERKAN_FUZZ</c> sets the
/// number of files that are tried.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private static readonly int Files =
        int.TryParse(Environment.GetEnvironmentVariable("SAMVERKAN_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture,
            out var many) ? many : 600;

    private static readonly string[] Scenarios = Shipped("scenarios"), Studies = Shipped("scenarios/studies");

    private static readonly TimeSpan RetryPolicy = TimeSpan.FromSeconds(30);

    // YAML ends lines at more characters than most editors do.
    private static readonly char[] LineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    // What breaks parsers: YAML's own signs, numbers at the edge, words of the language in the wrong place.
    private static readonly string[] Pieces =
    [
        "\n", "\t", ": ", "- ", "{", "}", "[", "]", "'", "\"", "#", "&a ", "*a", "!!binary ", "|\n", ">\n", "? ", "%", "---\n",
        "...\n", "\\", "\0", "\uFEFF", "\u2028", "å", "𝄞",
        "NaN", "-.inf", "1e999", "-0", "0x10", "99999999999999999999", "2003-13", "0000-00", "9999", "null", "~", "true", "<<: ",
        "extends: ", "id: ", "parameters:\n  ", "'*'",
        "scope: { person: psychosis/1996-05/1 }", "when: { indicator: people.reach, above: 1 }", "events:\n  - ",
        "seasons: [jan, 13]", "world: { table: sweden }", "../../etc/passwd", "scenarios:\n  - ",
        "uncertain: { sample: sobol, of: 99999999 }", "replications: -1", "levers:\n  - ",
    ];

    private static Gen<string> Text(string[] shipped) =>
        Gen.Select(Gen.Int[0, 10_000], Edit().Array[1, 8])
        .Select((which, edits) => edits.Aggregate(shipped[which % shipped.Length], (text, edit) => edit(text)));

    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void WhateverAScenarioHoldsItIsReadOrRefusedWithReasons() => Tried(Scenarios, file => ScenarioReader.Read(file));

    [Fact]
    public void WhateverAStudyHoldsItIsReadOrRefusedWithReasons() => Tried(Studies, file => StudyReader.Read(file));

    /// <summary>Found by chance: a target that has no value, and a range that is none.</summary>
    [Theory]
    [InlineData("between: needs")]
    [InlineData("between: []")]
    [InlineData("between: needs, between: [1, 2]")]
    [InlineData("value: {}, tolerance: 1")]
    [InlineData("value: 2, tolerance: []")]
    public void ATargetWithoutItsValuesIsRefused(string target)
    {
        File.WriteAllText(place["fuzz.yaml"],
            $$"""
            id: fuzz
            question: Which values are left?
            scenarios: [baseline]
            outcomes: [needs.perPerson]
            uncertain: [{ parameter: care.otherSector }]
            calibrate:
              targets:
                - { outcome: needs.perPerson, {{target}} }
            """);

        Assert.Contains(Assert.Throws<ScenarioErrors>(() => StudyReader.Read(place["fuzz.yaml"])).Findings,
            f => f.Severity == Severity.Error && f.Line == 8);
    }

    private void Tried(string[] shipped, Action<string> read) => Text(shipped).Sample(text =>
    {
        var file = place["fuzz.yaml"];
        var started = Stopwatch.GetTimestamp();
        File.WriteAllBytes(file, Encoding.UTF8.GetBytes(text));
        try
        {
            read(file);
        }
        catch (ScenarioErrors errors)
        {
            Assert.Contains(errors.Findings, f => f.Severity == Severity.Error);
            Assert.All(errors.Findings, f => Assert.True(f.Message.Length > 0 && f.Code.Length > 0 && f.Line >= 0
                && (f.File != Paths.Shown(file) || f.Line <= text.Split(LineEnds).Length + 1)));
        }
        // Far beyond what any file may take, on a machine that has other things to do.
        Assert.True(Stopwatch.GetElapsedTime(started) < RetryPolicy, "It hangs.");
    }, iter: Files, threads: 1);

    private static string[] Shipped(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yaml").Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)];

    private static Gen<Func<string, string>> Edit() =>
        Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Int[0, 60], Gen.Int[0, Pieces.Length - 1]).Select(
        (kind, where, length, piece) => new Func<string, string>(text =>
        {
            var at = (int)(where * text.Length);
            var span = Math.Min(length, text.Length - at);
            return kind switch
            {
                0 => text.Remove(at, span),
                1 => text.Insert(at, Pieces[piece]),
                2 => text.Remove(at, span).Insert(at, Pieces[piece]),
                _ => text.Insert(at, text.Substring(at, span)),
            };
        }));
}
