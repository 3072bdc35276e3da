using System.CommandLine;
using System.Diagnostics;

namespace Samverkan.App.Commands;

/// <summary><c>probe</c>: asks the health of pages or of a silo, where no other program is at hand to do so, as in a
/// container.</summary>
public static class ProbeCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), Between = TimeSpan.FromMilliseconds(300);

    public static Command Create()
    {
        var url = new Argument<string>("URL")
        {
            Description =
                "What is asked, such as http://127.0.0.1:9464/healthz of a silo; the host 'own' is the machine's own address",
            DefaultValueFactory = _ => $"http://127.0.0.1:{ServeCommand.DefaultPort}{Observing.Probes.Ready}",
        };
        var wait = new Option<int>("--wait")
        {
            Description = "Ask again until all is well, for so many seconds at most",
            HelpName = "SECONDS"
        }
            .AtLeast(0);
        var command = new Command("probe", "Ask the health of pages or of a silo; exit code 0: well, 1: not") { url, wait };
        command.Acts((parsed, terminal, cancel) =>
        {
            if (!Uri.TryCreate(parsed.GetValue(url), UriKind.Absolute, out var asked) || asked.Scheme is not ("http" or "https"))
                throw new BadRequest($"'{parsed.GetValue(url)}' is no address: write it like http://127.0.0.1:9464/readyz.");
            if (asked.Host == "own") asked = new UriBuilder(asked) { Host = SiloCommand.Own().ToString() }.Uri;
            return Ask(asked, TimeSpan.FromSeconds(parsed.GetValue(wait)), terminal, cancel);
        });
        return command;
    }

    private static async Task<int> Ask(Uri url, TimeSpan wait, Terminal terminal, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var (isWell, said) = await Ask(url, cancel);
            if (isWell || Stopwatch.GetElapsedTime(since) >= wait)
            {
                terminal.Say(said);
                return isWell ? ExitCode.Done : ExitCode.Mistake;
            }
            await Task.Delay(Between, cancel);
        }
    }

    private static async Task<(bool IsWell, string Said)> Ask(Uri url, CancellationToken cancel)
    {
        // Whether a process is well is asked, not who it is.
        using var handler =
            new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } };
        using var client = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(url, cancel);
            return (answer.IsSuccessStatusCode, (await answer.Content.ReadAsStringAsync(cancel)).TrimEnd());
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return (false, $"{url} does not answer.");
        }
    }
}
