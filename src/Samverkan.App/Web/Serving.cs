using System.Net;
using Samverkan.App.Web.Security;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Web;

/// <summary>Starts the pages and keeps them up until told to end.</summary>
internal static class Serving
{
    /// <exception cref="BadRequest">Others could come in unasked, a token can be guessed, or a file that is needed cannot be
    /// used.</exception>
    public static void Refuse(ServeOptions options)
    {
        if (options.Access.IsOpen && options.IsForOthers)
            throw new BadRequest(
                $"{(options.Proxy is null ? $"--bind {options.Address}" : "--behind-proxy")} lets others in: give a token of at "
                    + $"least {Tokens.Shortest} characters "
                + "with --token or SAMVERKAN_TOKEN, a file of tokens with --tokens, or a provider with --oidc-authority.");
        if (options.Access.Token is { Length: < Tokens.Shortest })
            throw new BadRequest($"The token is shorter than {Tokens.Shortest} characters: it could be guessed.");
        if (options.Access.Tokens is { } file) new TokenFile(file).All();
        if (options.Audit is { } audit) AuditLog.Try(audit);
    }

    public static async Task<int> Serve(ServeOptions options, StartRun start, bool withInput, Terminal terminal,
        CancellationToken cancel)
    {
        await using var app = Server.Build(options, start);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException problem)
        {
            throw new BadRequest(
                $"The pages cannot be served at {options.Url}: {(problem.InnerException ?? problem).Message.TrimEnd('.')}. Name "
                    + "another port with --port.");
        }
        await WarmUp(app, options, cancel);
        terminal.Say($"Samverkan is at {options.Url}");
        if (!IPAddress.IsLoopback(options.Address) && options.Certificate is null && options.Proxy is null)
            terminal.Remark(
                "The connection is not encrypted: name a certificate with --certificate, or put a server with TLS before it.");
        terminal.Remark("Ctrl-C ends it; what is finished is kept.");
        await Task.WhenAny(Task.Delay(Timeout.Infinite, cancel), withInput ? Input() : Task.Delay(Timeout.Infinite, cancel));
        using var retries = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await app.StopAsync(retries.Token);
        return ExitCode.Done;
    }

    /// <summary>The first page of a process takes a second; better now than when somebody waits for it.</summary>
    private static async Task WarmUp(WebApplication app, ServeOptions options, CancellationToken cancel)
    {
        // It speaks to itself: whatever the certificate is called, it is the right one.
        using var handler =
            new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(10) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", app.Services.GetRequiredService<Tokens>().OfServer);
        try
        {
            (await client.GetAsync($"{options.Url}/", cancel)).Dispose();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            // Whoever comes first waits a little longer.
        }
    }

    private static Task Input() => Task.Factory.StartNew(() => Console.In.ReadToEnd(), TaskCreationOptions.LongRunning);
}
