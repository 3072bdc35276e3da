using System.Diagnostics;
using Samverkan.App.Verifying;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>A disk that is full, as a file system of a megabyte in a namespace of its own: what is said of it is true, and no
/// draft is left.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Runs_of_a_study_are_kept_and_its_answers_are_written_when_there_is_room()
    {
        // The journal has room, the tables have not.
        var said = OnSmallDisk("""
            $samverkan study run how-many-meetings --replications 4 --out out
            echo code $?
            echo drafts $(find . -name '*unfinished*' | wc -l)
            mount -o remount,size=100m .
            $samverkan study resume out
            echo code $?
            """);

        Assert.Contains("The runs that are done are kept: make room, then go on with", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was kept", said, StringComparison.Ordinal);
        Assert.Contains("drafts 0", said, StringComparison.Ordinal);
        Assert.Equal(["code 2", "code 0"], said.Split('\n').Where(line => line.StartsWith("code ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Other_commands_say_that_there_is_no_room_and_leave_no_draft()
    {
        var said = OnSmallDisk("""
            $samverkan token add anna --tokens tokens
            head -c 2000000 /dev/zero > filled 2> /dev/null
            $samverkan token add berit --tokens tokens; echo code $?
            $samverkan init mine.yaml; echo code $?
            $samverkan run baseline --grains none --out out; echo code $?
            echo left $(ls -A | sort)
            $samverkan token list --tokens tokens
            """);

        Assert.Equal(3, said.Split("code 2").Length - 1);
        Assert.Equal(3, said.Split("No space left on device").Length - 1);
        Assert.Contains("left filled tokens", said, StringComparison.Ordinal);
        Assert.Contains("anna  viewer", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_say_that_there_is_no_room_and_leave_no_draft()
    {
        if (!File.Exists("/usr/bin/curl")) Assert.Skip("There is no curl to ask the pages with.");
        var url = $"http://127.0.0.1:{LocalRedis.FreePort()}";
        var said = OnSmallDisk($$"""
            $samverkan serve --port {{new Uri(url).Port}} > /dev/null 2>&1 &
            for i in $(seq 100); do curl -fs {{url}}/readyz > /dev/null && break; sleep .3; done
            head -c 2000000 /dev/zero > filled 2> /dev/null
            printf 'id: mine\nextends: baseline\ntitle: Mine\nquestion: What if?\n' |
                curl -s -X PUT -H 'Content-Type: application/yaml' --data-binary @- -w ' code %{http_code}\n' {{url}}/api/v1/scenarios/mine
            curl -s --json '{"study":"how-many-meetings"}' -w ' code %{http_code}\n' {{url}}/api/v1/studies
            curl -s -o /dev/null -w ' ready %{http_code}\n' {{url}}/readyz
            echo left $(find . -type f)
            kill $!
            wait
            """);

        Assert.Equal(2, said.Split("code 507").Length - 1);
        Assert.Equal(2, said.Split("There is no room left on the server").Length - 1);
        Assert.Contains("ready 503", said, StringComparison.Ordinal);
        Assert.Contains("left ./filled\n", said, StringComparison.Ordinal);
    }

    private string OnSmallDisk(string commands)
    {
        var script = $"""
            samverkan="dotnet {Path.Combine(AppContext.BaseDirectory, "samverkan.dll")}"
            mount -t tmpfs -o size=1m tmpfs '{place[""]}' || exit 99
            cd '{place[""]}'
            {commands}
            exit 0
            """;
        if (!OperatingSystem.IsLinux()) Assert.Skip("Namespaces are Linux's.");
        using var process =
            Process.Start(new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", script])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) Assert.Skip($"No file system can be made here: {errors.GetAwaiter().GetResult()}");
        return output + errors.GetAwaiter().GetResult();
    }
}
