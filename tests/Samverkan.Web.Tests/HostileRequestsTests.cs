using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>
/// Whatever a program sends, it is answered or cut off, and never by a mistake of the server. <c>SAMVERKAN_FUZZ</c> sets the
/// number of requests that are tried.
/// </summary>
public sealed class HostileRequestsTests
{
    private static readonly int Requests =
        int.TryParse(Environment.GetEnvironmentVariable("SAMVERKAN_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture,
            out var many) ? many : 150;

    private static readonly TimeSpan RetryPolicy = TimeSpan.FromMinutes(4), TimeToAnswer = TimeSpan.FromSeconds(2);

    // What a server has to say to a request of no version of HTTP that it speaks.
    private const string AnotherProtocol = "505";

    private static readonly (string Line, string Body)[] Sound =
    [
        ("GET /api/v1/scenarios", ""), ("GET /api/v1/scenarios/baseline", ""), ("GET /api/v1/comparisons", ""),
        ("GET /api/v1/comparisons/x-vs-baseline", ""),
        ("GET /api/v1/comparisons/x-vs-baseline/result", ""), ("GET /api/v1/comparisons/x-vs-baseline/files/series.csv", ""),
        ("DELETE /api/v1/comparisons/x", ""),
        ("GET /api/v1/runs", ""), ("GET /api/v1/runs/x", ""), ("GET /api/v1/runs/x/months?since=1995-01", ""),
        ("POST /api/v1/runs/x/step?amount=2", ""), ("DELETE /api/v1/runs/x", ""),
        ("PUT /api/v1/scenarios/mine?replace=true",
            "id: mine\nextends: baseline\ntitle: Mine\nquestion: What if?\nparameters: { ward.beds: 30 beds }\n"),
        ("POST /api/v1/comparisons",
            """{"base":"baseline","others":["nothing-like-it"],"replications":1,"seed":7,"since":"2003-01"}"""),
        ("POST /api/v1/runs", """{"scenario":"nothing-like-it","seed":1,"replication":1,"pace":12,"paused":true}"""),
        ("POST /api/v1/runs/x/interventions",
            "interventions:\n  - { id: cut, lever: funding.controllable.county, change: { multiply: 0.8 } }\n"),
        ("GET /openapi/v1.json", ""), ("GET /", ""), ("GET /compare", ""), ("GET /metrics", ""),
    ];

    private static readonly string[] Pieces =
    [
        "%00", "%2e%2e%2f", "..", "/", "//", "\\", "?", "&", "=", "%", "%zz", "#", " ", "\t", "\r\n", "\0", "å", "𝄞", "*", "{",
        "}", "[", "]", "\"", "null", "-1", "1e999", "NaN",
        "99999999999999999999", "true", "<script>", "' or 1=1", "2003-13", "baseline", "replace=maybe", "since=", "amount=1e308",
        "\uFEFF", "{\"base\":", "[[[[[[[[[[[[[[[[", "&a ", "*a", "!!binary ",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_asked_the_server_makes_no_mistake_and_goes_on()
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-hostile-").FullName;
        var port = ServedPages.FreePort();
        var process = await ServedPages.Start(port, folder);
        try
        {
            var answered = 0;
            await Parallel.ForEachAsync(Enumerable.Range(0, Requests), Cancel, async (i, _) =>
            {
                var request = Spoilt(new Random(i));
                var answer = await Send(port, request);
                Assert.False(answer is ['5', ..] and not AnotherProtocol, $"{answer} to {request}");
                if (answer.Length > 0) Interlocked.Increment(ref answered);
            });
            Assert.True(answered > Requests / 4, $"{answered} of {Requests} were answered.");
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = RetryPolicy };
            Assert.Contains("baseline", await client.GetStringAsync("/api/v1/scenarios", Cancel));
        }
        finally
        {
            await ServedPages.End(process);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Spoilt(Random chance)
    {
        var (line, body) = Sound[chance.Next(Sound.Length)];
        var headers = "Host: 127.0.0.1\r\nConnection: close";
        for (var edits = chance.Next(1, 4); edits > 0; edits--)
            switch (chance.Next(body.Length > 0 ? 6 : 3))
            {
                case 0 or 1: line = Edit(line, chance); break;
                case 2: headers = Edit(headers, chance); break;
                default: body = Edit(body, chance); break;
            }
        var bytes = Encoding.UTF8.GetByteCount(body);
        var type = body.StartsWith('{') ? "application/json" : "application/yaml";
        return $"{line} HTTP/1.1\r\n{headers}\r\n{(body.Length > 0 ? $"Content-Type: {type}\r\nContent-Length: {bytes}\r\n" : "")}\r\n{body}";
    }

    private static string Edit(string text, Random chance)
    {
        var at = chance.Next(text.Length + 1);
        var length = Math.Min(chance.Next(20), text.Length - at);
        return chance.Next(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Pieces[chance.Next(Pieces.Length)]),
            2 => text.Remove(at, length).Insert(at, Pieces[chance.Next(Pieces.Length)]),
            _ => text.Insert(at, text.Substring(at, length)),
        };
    }

    // The three digits of the answer; empty if there was none: the connection was closed.
    private static async Task<string> Send(int port, string request)
    {
        using var retries = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        retries.CancelAfter(RetryPolicy);
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, retries.Token);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(request), retries.Token);
            var head = new byte[12];
            var answer = stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, retries.Token).AsTask();
            // A server that still waits for the rest of a request is told that no more comes.
            if (await Task.WhenAny(answer, Task.Delay(TimeToAnswer, retries.Token)) != answer)
                client.Client.Shutdown(SocketShutdown.Send);
            return await answer < head.Length ? "" : Encoding.ASCII.GetString(head)[9..];
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            return "";
        }
    }
}
