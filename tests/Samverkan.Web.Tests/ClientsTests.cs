using System.Diagnostics;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>The packages for Python and R, with the program and with a server.</summary>
public sealed class ClientsTests(ServedPages pages) : IDisposable
{
    // Debian's own: what else is on the path may be a wrapper without the packages of the system.
    private const string Python = "/usr/bin/python3";
    private const string R = "/usr/bin/R";

    private static readonly string Clients = Path.Combine(ServedPages.Repository, "clients");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string folder = Directory.CreateTempSubdirectory("samverkan-clients-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_package_for_Python_passes_its_tests()
    {
        Assert.SkipUnless(File.Exists(Python), $"{Python} is missing.");

        var (code, said) = await Run(Python, "-B", "-m", "unittest", "discover", "-s", Path.Combine(Clients, "python", "tests"));

        Assert.True(code == 0, said);
        Assert.Contains("OK", said);
    }

    [Fact]
    public async Task The_package_for_R_passes_its_check()
    {
        Assert.SkipUnless(File.Exists(R), $"{R} is missing.");
        Assert.SkipUnless((await Run(R, "--vanilla", "-s", "-e", "loadNamespace('jsonlite')")).Code == 0,
            "R has no package jsonlite (Debian: r-cran-jsonlite).");

        // The vignette's page needs knitr and rmarkdown; its code is tried below.
        var (built, wrong) = await Run(R, "CMD", "build", "--no-build-vignettes", Path.Combine(Clients, "r"));
        Assert.True(built == 0, wrong);
        var (code, said) =
            await Run(R, "CMD", "check", "--no-manual", "--ignore-vignettes",
                Directory.EnumerateFiles(folder, "samverkan_*.tar.gz").Single());

        Assert.True(code == 0, said);
        Assert.DoesNotContain("WARNING", said);
    }

    [Fact]
    public async Task The_code_of_the_vignette_runs_as_it_stands_there()
    {
        Assert.SkipUnless(File.Exists(R), $"{R} is missing.");
        Assert.SkipUnless((await Run(R, "--vanilla", "-s", "-e", "loadNamespace('jsonlite')")).Code == 0,
            "R has no package jsonlite (Debian: r-cran-jsonlite).");
        var vignette = await File.ReadAllTextAsync(Path.Combine(Clients, "r", "vignettes", "samverkan.Rmd"),
            TestContext.Current.CancellationToken);
        var chunks = vignette.Split("```{r}\n").Skip(1).Select(chunk => chunk.Split("```")[0]);
        var script = Path.Combine(folder, "vignette.R");
        // The package as it stands here, without an installation.
        await File.WriteAllTextAsync(script,
            $"for (file in list.files('{Path.Combine(Clients, "r", "R")}', full.names = TRUE)) source(file)\n"
            + string.Concat(chunks).Replace("library(samverkan)\n", ""), TestContext.Current.CancellationToken);

        var (code, said) = await Run(R, "--vanilla", "-s", "-f", script);

        Assert.True(code == 0, said);
        Assert.Contains("funding-cut", said);
        Assert.Contains("1 MSEK a year", said);
    }

    [Fact]
    public async Task The_tutorial_shows_the_analysis_that_the_check_runs() => Assert.Contains(
        await File.ReadAllTextAsync(Path.Combine(Clients, "r", "inst", "examples", "cox.R"),
            TestContext.Current.CancellationToken),
        await File.ReadAllTextAsync(Path.Combine(ServedPages.Repository, "docs", "tutorials", "researcher.md"),
            TestContext.Current.CancellationToken));

    private async Task<(int Code, string Said)> Run(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["SAMVERKAN"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "samverkan.dll")}";
        start.Environment["SAMVERKAN_SERVER"] = pages.Url;
        // Packages that are only suggested need not be there.
        start.Environment["_R_CHECK_FORCE_SUGGESTS_"] = "false";
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, output + await errors);
    }
}
