using System.Diagnostics;
using System.Text;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios.Errors;

/// <summary>Whatever file is given: an answer, without hanging, and in bounded memory.</summary>
public sealed class HostileFileTests
{
    private const string Head = "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\n";

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string AliasBomb => "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + string.Concat(Enumerable.Range(1, 9).Select(i =>
            $"{(char)('a' + i)}: &{(char)('a' + i)} [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + i - 1)}", 9))}]\n"));

    private static readonly Dictionary<string, (byte[] File, string Code)> Hostile = new()
    {
        ["50 MB of text"] = (Encoding.UTF8.GetBytes(Repeat("a: b\n", 10_000_000)), Codes.TooLarge),
        ["50 MB of zeros"] = (new byte[50_000_000], Codes.TooLarge),
        ["a binary file"] = (Enumerable.Range(0, 5_000).Select(i => (byte)(i * 7)).ToArray(), Codes.NotText),
        ["a picture"] = ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], Codes.NotText),
        ["Latin 1"] = (Encoding.Latin1.GetBytes(Head + "owner: Östersund\n"), Codes.NotText),
        ["an alias bomb"] = (Encoding.UTF8.GetBytes(AliasBomb), Codes.NotPlain),
        ["deep brackets"] = (Encoding.UTF8.GetBytes("remove: " + Repeat("[", 400_000)), Codes.TooDeep),
        ["deep braces"] = (Encoding.UTF8.GetBytes("remove: " + Repeat("{a: ", 200_000)), Codes.TooDeep),
        ["deep indentation"] =
            (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', i) + "a:\n"))),
                Codes.TooDeep),
        ["deep dashes"] = (Encoding.UTF8.GetBytes("remove:\n  " + Repeat("- ", 300_000)), Codes.TooDeep),
        ["many names"] =
            (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 80_000).Select(i => $"n{i}: 1\n"))), Codes.TooLarge),
        ["many wrong names"] =
            (Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Range(0, 4_000).Select(i => $"n{i}: 1\n"))), Codes.TooMany),
        ["a long line"] = (Encoding.UTF8.GetBytes(Head + "paramters: " + Repeat("x", 900_000)), Codes.UnknownKey),
        ["a long name"] = (Encoding.UTF8.GetBytes(Head + Repeat("x", 900) + ": 1"), Codes.UnknownKey),
        ["a long number"] =
            (Encoding.UTF8.GetBytes(Head + "parameters: { ward.beds: " + Repeat("1", 900_000) + " beds }"), Codes.NotANumber),
        ["a long wildcard"] =
            (Encoding.UTF8.GetBytes(Head + "parameters:\n  \"" + Repeat("*a", 400) + "\": 1"), Codes.UnknownParameter),
        ["open quotation marks"] = (Encoding.UTF8.GetBytes(Head + Repeat("a: \"\n", 150_000)), Codes.NotYaml),
        ["question marks"] = (Encoding.UTF8.GetBytes(Repeat("? ", 300_000)), Codes.TooDeep),
        ["half an emoji"] = ([.. Encoding.UTF8.GetBytes(Head + "owner: "), 0xF0, 0x9F], Codes.NotText),
    };

    public static TheoryData<string> Names => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsAnsweredWithoutHangingAndInBoundedMemory(string name)
    {
        var (file, code) = Hostile[name];

        var (told, time, allocated) = Telling.Measured(file);

        Assert.Contains(told, line => line.Contains($" {code} "));
        Assert.All(told, line => Assert.True(line.Length < 1_000, "A message is readable."));
        Assert.True(told.Length <= 101);
        // Mostly it is milliseconds; what hangs would take minutes.
        Assert.True(time < TimeSpan.FromSeconds(20), $"{time.TotalMilliseconds} ms");
        Assert.True(allocated < 100_000_000, $"{allocated} bytes were allocated.");
    }

    [Fact]
    public void APipeIntoWhichNobodyWritesIsNotWaitedFor()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        using var place = new TemporaryFolder();
        Process.Start("mkfifo", place["pipe.yaml"]).WaitForExit();

        Assert.Contains("nobody writes into this pipe",
            Assert.Throws<ScenarioErrors>(() => ScenarioReader.Read(place["pipe.yaml"])).Findings[0].Message);
    }

    [Fact]
    public void NoNameAtAllIsNoScenario() =>
        Assert.Equal(Codes.NoFile, Assert.Throws<ScenarioErrors>(() => ScenarioReader.Read("")).Findings[0].Code);

    [Fact]
    public void ANameThatIsNearlyAShippedOneIsGuessed() =>
        Assert.EndsWith("Did you mean 'funding-cut'?",
            Assert.Throws<ScenarioErrors>(() => ScenarioReader.Read("fundingcut")).Findings[0].Message);

    [Fact]
    public void WhatIsWrongWithSeveralFilesIsToldAtOnce() =>
        Assert.Equal(2, Assert.Throws<ScenarioErrors>(() => ScenarioReader.ReadAll(["fundingcut", "baseline", "comittee-large"]))
            .Findings.Length);

    [Fact]
    public void AFolderIsNoScenario() => Assert.Equal(Codes.NoFile,
        Assert.Throws<ScenarioErrors>(() => ScenarioReader.Read(Path.GetTempPath())).Findings[0].Code);

    [Fact]
    public void AMissingFileIsNamedTogetherWithTheOneThatWasMeant()
    {
        var finding = Assert.Throws<ScenarioErrors>(() => ScenarioReader.Read(Path.Combine(Paths.Library!, "fundingcut.yaml")))
            .Findings[0];

        Assert.EndsWith("Did you mean 'funding-cut.yaml'?", finding.Message);
    }

    [Fact]
    public void AnEndlessDeviceIsNotReadToItsEnd()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no endless device here.");

        Assert.Equal(Codes.TooLarge, Assert.Throws<ScenarioErrors>(() => ScenarioReader.Read("/dev/zero")).Findings[0].Code);
        Assert.False(StudyReader.IsStudy("/dev/zero"));
    }

    [Fact]
    public void AChainOfManyFilesIsRefused()
    {
        var told = Telling.Of(new GalleryCase("", Head.Replace("baseline", "f1"))
        {
            Beside = Enumerable.Range(1, 9)
            .ToDictionary(i => $"f{i}.yaml", i => $"id: f{i}\nextends: f{i + 1}\ntitle: T\nquestion: Q?\n"),
        });

        Assert.Contains(told, line => line.Contains($" {Codes.ChainTooLong} "));
    }
}
