using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Samverkan.Web.Tests;

/// <summary>
/// Takes in what is sent by OTLP, as a collector would, by gRPC or by HTTP, and keeps it by kind: "metrics", "traces", "logs".
/// Texts stand in the messages as they are, so that they can be looked for without taking them apart.
/// </summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, StringBuilder> taken = new();

    private OtlpReceiver(int port, HttpProtocols protocols)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, listen => listen.Protocols = protocols));
        app = builder.Build();
        app.MapPost("/v1/{kind}", (HttpContext context, string kind) => Take(context, kind));
        app.MapPost("/opentelemetry.proto.collector.{kind}.v1.{service}/Export", async (HttpContext context, string kind) =>
        {
            await Take(context, kind == "trace" ? "traces" : kind);
            context.Response.ContentType = "application/grpc";
            // An empty answer: not compressed, no bytes.
            await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
            context.Response.AppendTrailer("grpc-status", "0");
        });
    }

    public static async Task<OtlpReceiver> Start(int port, bool grpc)
    {
        var receiver = new OtlpReceiver(port, grpc ? HttpProtocols.Http2 : HttpProtocols.Http1);
        await receiver.app.StartAsync();
        return receiver;
    }

    public string Of(string kind)
    {
        if (!taken.TryGetValue(kind, out var text)) return "";
        lock (text) return text.ToString();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext context, string kind)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var text = taken.GetOrAdd(kind, _ => new());
        lock (text) text.Append(Encoding.Latin1.GetString(body.ToArray()));
    }
}
