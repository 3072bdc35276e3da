using System.Text;
using System.Text.RegularExpressions;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios.Errors;

public sealed partial class GalleryTests
{
    private const string File = "docs/errors.md";

    public static TheoryData<string> Titles => [.. Gallery.All.Select(c => c.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void WhatIsSaidAboutAFaultyFileIsWhatTheGalleryShows(string title)
    {
        var faulty = Gallery.All.Single(c => c.Title == title);

        var told = Telling.Of(faulty);

        Assert.NotEmpty(told);
        if (Environment.GetEnvironmentVariable("SAMVERKAN_UPDATE") is null)
            Assert.Contains(Entry(faulty, told).TrimEnd(), System.IO.File.ReadAllText(Path.Combine(Repository.Root, File)));
    }

    /// <summary>Whoever takes a suggestion meets no other error there: it is pasted over the word that it is for.</summary>
    [Theory]
    [MemberData(nameof(Titles))]
    public void WhatIsSuggestedCanBePasted(string title)
    {
        var faulty = Gallery.All.Single(c => c.Title == title);

        foreach (var told in Telling.Of(faulty).Distinct())
            if (Suggestion().Match(told) is { Success: true } found && Pasted(faulty.Yaml, found) is { } mended)
                Assert.DoesNotContain(Telling.Of(faulty with { Yaml = mended }),
                    again => again.StartsWith($"{found.Groups["place"].Value} error", StringComparison.Ordinal)
                        && again.Contains(found.Groups["meant"].Value, StringComparison.Ordinal));
    }

    [GeneratedRegex(
        @"^(?<place>my-(?:cut|study)\.yaml:(?<line>\d+):(?<column>\d+)) error \w+ .*?'(?<word>[^']+)'.*Did you mean '(?<meant>[^']+)'\?")]
    private static partial Regex Suggestion();

    /// <returns>null where the word does not stand there as it is told.</returns>
    private static string? Pasted(string yaml, Match found)
    {
        var lines = yaml.Split('\n');
        var (line, column) = (int.Parse(found.Groups["line"].Value) - 1, int.Parse(found.Groups["column"].Value) - 1);
        var word = found.Groups["word"].Value;
        if (!lines[line].AsSpan(column).StartsWith(word, StringComparison.Ordinal))
            return null;
        lines[line] = lines[line][..column] + found.Groups["meant"].Value + lines[line][(column + word.Length)..];
        return string.Join('\n', lines);
    }

    [Fact]
    public void TheGalleryIsMadeFromTheCases()
    {
        var page = new StringBuilder("""
            # What is said about a faulty scenario

            Everything that is wrong is told at once, as `file:line:column severity code message`; the exit code is then 2.
            Warnings and notes do not stop a run. This page is made from the tests in
            `tests/Samverkan.Runs.Tests/Scenarios/Errors/Gallery.cs`, and each entry is a test. `./samverkan validate my-cut.yaml` prints the same, but
            that commands in it are as they are typed in a clone (`./samverkan`), and that places in shipped files have their line.


            """);
        foreach (var (heading, cases) in Gallery.Chapters)
        {
            page.Append($"## {heading}\n\n");
            foreach (var faulty in cases)
                page.Append(Entry(faulty, Telling.Of(faulty)));
        }
        Repository.IsUpToDate(File, page.ToString().TrimEnd() + "\n");
    }

    [Fact]
    public void TheGalleryShowsEveryCode()
    {
        var shown = System.IO.File.ReadAllText(Path.Combine(Repository.Root, File));
        var codes = typeof(Codes).GetFields().Select(f => (string)f.GetValue(null)!);

        Assert.Empty(codes.Where(code => !shown.Contains($" {code} ")).Except(ElsewhereTested));
    }

    /// <summary>Files that cannot be shown on a page are in <see cref="HostileFileTests"/> and
    /// <see cref="TableTests"/>.</summary>
    private static readonly string[] ElsewhereTested =
        [Codes.OtherEncoding, Codes.TooLarge, Codes.NotText, Codes.TooDeep, Codes.ChainTooLong, Codes.TooMany];

    private static string Entry(GalleryCase faulty, string[] told)
    {
        var entry = new StringBuilder($"### {faulty.Title}\n\n");
        entry.Append($"```yaml\n{Shown(faulty.Yaml).TrimEnd()}\n```\n\n");
        foreach (var (name, text) in faulty.Beside)
            entry.Append($"`{name}`:\n\n```\n{text.TrimEnd()}\n```\n\n");
        if (faulty.Sets.Length > 0)
            entry.Append($"with `--set {string.Join(" --set ", faulty.Sets)}`\n\n");
        return entry.Append($"```\n{string.Join('\n', told)}\n```\n\n").ToString();
    }

    /// <summary>A tab is invisible on a page.</summary>
    private static string Shown(string yaml) => yaml.Replace("\t", "<tab>");
}
