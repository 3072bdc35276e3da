using System.Diagnostics;
using Xunit;

namespace Samverkan.Model.Tests.Needs;

/// <summary>
/// The kernels, and whole runs, on processors with fewer vectors than this one has: the tests of kernels and the golden hashes,
/// in a process whose runtime is told to leave vectors out.
/// </summary>
public class VectorModesTests
{
    [Theory]
    [InlineData("256 bits", "EnableAVX512", "EnableAVX512F")]
    [InlineData("128 bits", "EnableAVX", "EnableAVX2", "EnableAVX512", "EnableAVX512F")]
    [InlineData("none", "EnableHWIntrinsic")]
    public async Task Fewer_vectors_give_the_same_bits(string vectors, params string[] without)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(VectorModesTests).Assembly.Location);
        foreach (var argument in (string[])["-noLogo", "-noColor", "-class", "*.NeedLanesTests", "-class", "*.LanesTests",
            "-class", "*.GoldenTests"])
            start.ArgumentList.Add(argument);
        foreach (var variable in without)
            start.Environment["DOTNET_" + variable] = "0";
        start.Environment.Remove("SAMVERKAN_RENEW_GOLDEN");
        using var process = Process.Start(start)!;
        var cancelled = TestContext.Current.CancellationToken;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancelled),
            process.StandardError.ReadToEndAsync(cancelled));
        await process.WaitForExitAsync(cancelled);
        Assert.True(process.ExitCode == 0, $"Vectors: {vectors}{Environment.NewLine}{string.Concat(said)}");
    }
}
