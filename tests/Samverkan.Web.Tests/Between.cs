using System.Net;
using System.Net.Sockets;

namespace Samverkan.Web.Tests;

/// <summary>A wire between a browser and the pages that can be cut and mended.</summary>
internal sealed class Between : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> open = [];
    private volatile int port;
    private readonly Task accepting;
    private volatile bool broken;

    public Between(int port)
    {
        this.port = port;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Break()
    {
        broken = true;
        lock (open)
        {
            foreach (var client in open) client.Dispose();
            open.Clear();
        }
    }

    /// <param name="elsewhere">Port of another server, to which it leads from now on.</param>
    public void Mend(int? elsewhere = null) => (port, broken) = (elsewhere ?? port, false);

    public async ValueTask DisposeAsync()
    {
        Break();
        listener.Stop();
        await accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                if (broken) client.Dispose();
                else _ = Carry(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Carry(TcpClient client)
    {
        using var server = new TcpClient();
        lock (open) open.AddRange([client, server]);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, port);
            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream()),
                server.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
        }
        finally
        {
            client.Dispose();
        }
    }
}
