using System.Net;
using Samverkan.App.Web.Security;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Web;

/// <summary>Starts the pages and keeps them up until told to end.</summary>
internal static class Serving
{
    /// <exception cref="BadRequest">Others could come in without a token, or the token can be guessed.</exception>
    public static void Refuse(IPAddress address, string? token)
    {
        if (token is null && !IPAddress.IsLoopback(address))
            throw new BadRequest($"--bind {address} lets others in: give a token of at least {AccessToken.Shortest} characters with --token or SAMVERKAN_TOKEN.");
        if (token is { Length: < AccessToken.Shortest })
            throw new BadRequest($"The token is shorter than {AccessToken.Shortest} characters: it could be guessed.");
    }

    public static async Task<int> Serve(ServeOptions options, StartRun start, bool withInput, Terminal terminal, CancellationToken cancel)
    {
        await using var app = Server.Build(options, start);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException problem)
        {
            throw new BadRequest($"The pages cannot be served at {options.Url}: {(problem.InnerException ?? problem).Message.TrimEnd('.')}. Name another port with --port.");
        }
        await WarmUp(options, cancel);
        terminal.Say($"Samverkan is at {options.Url}");
        if (!IPAddress.IsLoopback(options.Address))
            terminal.Remark("The connection is not encrypted: put a server with TLS before it where others could listen.");
        terminal.Remark("Ctrl-C ends it; what is finished is kept.");
        await Task.WhenAny(Task.Delay(Timeout.Infinite, cancel), withInput ? Input() : Task.Delay(Timeout.Infinite, cancel));
        using var retries = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await app.StopAsync(retries.Token);
        return ExitCode.Done;
    }

    /// <summary>The first page of a process takes a second; better now than when somebody waits for it.</summary>
    private static async Task WarmUp(ServeOptions options, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = new(options.Url), Timeout = TimeSpan.FromSeconds(10) };
        if (options.Token is { } token) client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        try
        {
            (await client.GetAsync("/", cancel)).Dispose();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            // Whoever comes first waits a little longer.
        }
    }

    private static Task Input() => Task.Factory.StartNew(() => Console.In.ReadToEnd(), TaskCreationOptions.LongRunning);
}
