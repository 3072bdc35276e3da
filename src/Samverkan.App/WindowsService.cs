using Microsoft.Extensions.Hosting.WindowsServices;

namespace Samverkan.App;

/// <summary>
/// The program as a service of Windows: its service manager is told that the program has started, and can end it. Everywhere
/// else, and from a Windows terminal, this does nothing.
/// </summary>
internal sealed class WindowsService : IDisposable
{
    private const string Name = "Samverkan";

    // As long as systemd and Kubernetes give a silo to hand over what it holds.
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(60);

    private readonly IHost host;

    private WindowsService(IHost host) => this.host = host;

    /// <summary>
    /// A service starts in Windows' own folder. This changes to a folder where it may write, so that relative paths such as
    /// <c>out</c> lead there. Call it before any path or setting is read.
    /// </summary>
    public static void EnterFolder()
    {
        if (!WindowsServiceHelpers.IsWindowsService()) return;
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), Name);
        Directory.CreateDirectory(folder);
        Directory.SetCurrentDirectory(folder);
    }

    /// <param name="end">Called when the service manager asks the program to end.</param>
    /// <returns>null: this process is no service.</returns>
    public static WindowsService? Start(Action end)
    {
        if (!WindowsServiceHelpers.IsWindowsService()) return null;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddWindowsService(service => service.ServiceName = Name);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Leaving);
        var host = builder.Build();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(end);
        host.Start();
        return new(host);
    }

    /// <summary>Tells the service manager that the program has ended.</summary>
    public void Dispose()
    {
        host.StopAsync().GetAwaiter().GetResult();
        host.Dispose();
    }
}
