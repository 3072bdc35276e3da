using System.CommandLine;
using System.Net;
using Samverkan.App.Observing;
using Samverkan.Grains.Clusters;

namespace Samverkan.App.Commands;

/// <summary><c>silo</c>: gives this machine's cores to a cluster, until it is told to leave.</summary>
public static class SiloCommand
{
    /// <summary>Leave when the standard input ends: for silos that another program started.</summary>
    internal const string WithInput = "--with-input";

    public static Command Create()
    {
        var cluster = ClusterOptions.Cluster(required: true);
        var name = new Option<string?>("--name") { Description = "Name of the silo [default: the machine's]" };
        var listen = new Option<string>("--listen")
        {
            Description = "Address that others reach this silo by; 'own': the machine's own",
            DefaultValueFactory = _ => Settings.Of("Listen") ?? "127.0.0.1",
            HelpName = "IP"
        };
        var port = new Option<int>("--port")
        {
            Description = "Port for other silos [default: a free one]",
            DefaultValueFactory = _ => Settings.NumberOf("Port") ?? 0
        }.Port();
        var gateway = new Option<int>("--gateway-port")
        {
            Description = "Port for clients [default: a free one]",
            DefaultValueFactory = _ => Settings.NumberOf("GatewayPort") ?? 0
        }.Port();
        var metrics = new Option<int?>("--metrics-port")
        {
            Description =
                "Serve the silo's own metrics and health there, at /metrics, /healthz and /readyz of the address that it "
                    + "listens on "
                + "[default: not at all]",
            DefaultValueFactory = _ => Settings.NumberOf("MetricsPort")
        }
            .Checked<int, int?>(value => value is >= 0 and <= ushort.MaxValue,
                $"--metrics-port must be from 0 to {ushort.MaxValue}.");
        var dashboard = ServeCommand.OrleansDashboardOption();
        var verbose = new Option<bool>("--verbose") { Description = "Log what Orleans warns of, too" };
        var withInput = new Option<bool>(WithInput) { Hidden = true };

        var command = new Command("silo", "Join a cluster and work for its runs until told to leave") { cluster, name, listen,
            port, gateway, metrics, dashboard, verbose, withInput };
        command.Acts((parsed, terminal, cancel) =>
        {
            var address = Address(parsed.GetValue(listen)!);
            var options = new SiloOptions(ClusterOptions.Of(parsed, cluster)!,
                parsed.GetValue(name) ?? Settings.Of("Name") ?? Environment.MachineName, address, parsed.GetValue(port),
                parsed.GetValue(gateway), parsed.GetValue(verbose))
            {
                Retention = Settings.Retention(new()),
            };
            return Serve(options, parsed.GetValue(metrics), parsed.GetValue(dashboard), parsed.GetValue(withInput), terminal,
                cancel).GetAwaiter().GetResult();
        });
        return command;
    }

    private static IPAddress Address(string text)
    {
        if (text == "own") return Own();
        return IPAddress.TryParse(text, out var address) ? address
            : throw new BadRequest($"--listen '{text}' is no address of a network card: write it like 10.0.0.5, or 'own'.");
    }

    /// <exception cref="BadRequest">There is none but loopback.</exception>
    internal static IPAddress Own() =>
        Dns.GetHostAddresses(Dns.GetHostName())
            .FirstOrDefault(address => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
                && !IPAddress.IsLoopback(address))
        ?? throw new BadRequest("'own': this machine has no address of its own; write one, like 10.0.0.5.");

    private static async Task<int> Serve(SiloOptions options, int? metrics, bool withDashboard, bool withInput, Terminal terminal,
        CancellationToken cancel)
    {
        var health = new SiloHealth();
        using var telemetry = await SiloTelemetry.Start(options.Name, options.Listen, metrics, health, cancel);
        await using var silo = await ClusterSilo.Join(options, cancel, silo =>
        {
            silo.AddLogs(options.Name);
            if (withDashboard) OrleansDashboard.Add(silo);
        });
        health.Silo = silo;
        if (!IPAddress.IsLoopback(options.Listen) && options.Cluster.Certificates is null)
            terminal.Remark(
                "Whoever reaches this silo's ports can start, change and delete runs: give all silos and clients certificates "
                    + "(SAMVERKAN_SILO_CERTIFICATE), or keep the ports in a network of their own.");
        terminal.Say($"Silo {options.Name} is in the cluster {options.Cluster}");
        await Task.WhenAny(silo.GivenUp, Task.Delay(Timeout.Infinite, cancel), withInput ? Input()
            : Task.Delay(Timeout.Infinite, cancel));
        if (!silo.GivenUp.IsCompleted) return ExitCode.Done;
        var (kind, words) = await silo.GivenUp;
        terminal.Remark(kind == Eviction.Forgotten
            ? $"Redis of {options.Cluster} does not know silo {options.Name} any more: it was emptied, or restarted without its "
                + "file. What it kept of runs is lost. Start the silo again."
            : $"The other silos of {options.Cluster} heard nothing of silo {options.Name} for some seconds, and go on without "
                + "it. Start it again.");
        if (options.Verbose) terminal.Remark(words);
        return ExitCode.Mistake;
    }

    private static Task Input() => Task.Factory.StartNew(() => Console.In.ReadToEnd(), TaskCreationOptions.LongRunning);
}
