using System.CommandLine;
using System.Net;
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
        var name = new Option<string>("--name") { Description = "Name of the silo", DefaultValueFactory = _ => Environment.MachineName };
        var listen = new Option<string>("--listen") { Description = "Address that others reach this silo by", DefaultValueFactory = _ => "127.0.0.1", HelpName = "IP" };
        var port = new Option<int>("--port") { Description = "Port for other silos [default: a free one]", DefaultValueFactory = _ => 0 };
        var gateway = new Option<int>("--gateway-port") { Description = "Port for clients [default: a free one]", DefaultValueFactory = _ => 0 };
        var verbose = new Option<bool>("--verbose") { Description = "Log what Orleans warns of, too" };
        var withInput = new Option<bool>(WithInput) { Hidden = true };

        var command = new Command("silo", "Join a cluster and work for its runs until told to leave") { cluster, name, listen, port, gateway, verbose, withInput };
        command.Acts((parsed, terminal, cancel) =>
        {
            if (!IPAddress.TryParse(parsed.GetValue(listen), out var address))
                throw new BadRequest($"--listen '{parsed.GetValue(listen)}' is no address of a network card: write it like 10.0.0.5.");
            var options = new SiloOptions(ClusterOptions.Of(parsed, cluster)!, parsed.GetValue(name)!, address, parsed.GetValue(port), parsed.GetValue(gateway), parsed.GetValue(verbose));
            return Serve(options, parsed.GetValue(withInput), terminal, cancel).GetAwaiter().GetResult();
        });
        return command;
    }

    private static async Task<int> Serve(SiloOptions options, bool withInput, Terminal terminal, CancellationToken cancel)
    {
        await using var silo = await ClusterSilo.Join(options, cancel);
        terminal.Say($"Silo {options.Name} is in the cluster {options.Cluster}");
        await Task.WhenAny(Task.Delay(Timeout.Infinite, cancel), withInput ? Input() : Task.Delay(Timeout.Infinite, cancel));
        return ExitCode.Done;
    }

    private static Task Input() => Task.Factory.StartNew(() => Console.In.ReadToEnd(), TaskCreationOptions.LongRunning);
}
