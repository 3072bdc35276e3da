using System.CommandLine;
using System.Net;
using Samverkan.App.Observing;
using Samverkan.App.Web.Live;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Commands;

/// <summary><c>serve</c>: the pages, for whoever would rather look than type.</summary>
public static class ServeCommand
{
    internal const int DefaultPort = 5080;
    private const string TokenVariable = "SAMVERKAN_TOKEN";

    public static Command Create(StartRun start)
    {
        var port = new Option<int>("--port")
        {
            Description = "Port of the pages",
            DefaultValueFactory = _ => DefaultPort
        }.Port(least: 1);
        var bind = new Option<string>("--bind")
        {
            Description = "Address to be reached by; other than this machine only with a token",
            DefaultValueFactory = _ => "127.0.0.1",
            HelpName = "IP"
        };
        var token = new Option<string?>("--token")
        {
            Description =
                $"Whoever comes must know it [default: nobody is asked]; also by {TokenVariable}, which other users of the "
                    + "machine "
                + "do not see"
        };
        var access = new AccessOptionSet();
        var results = new Option<string>("--results")
        {
            Description = "Folder of results",
            DefaultValueFactory = _ => "out",
            HelpName = "DIR"
        };
        var own = new Option<string>("--scenarios")
        {
            Description = "Folder of the scenarios that are saved",
            DefaultValueFactory = _ => "my-scenarios",
            HelpName = "DIR"
        };
        var cluster = ClusterOptions.Cluster();
        var dashboard = OrleansDashboardOption();
        var world = new Option<string>("--world-metrics")
        {
            Description = "Down to which level the simulated world is measured for Prometheus",
            DefaultValueFactory = _ => "municipality",
            HelpName = "LEVEL"
        };
        world.AcceptOnlyFromAmong([.. Enum.GetNames<WorldLevel>().Select(name => name.ToLowerInvariant())]);
        var withInput = new Option<bool>(SiloCommand.WithInput) { Hidden = true };

        var command = new Command("serve", "Show the pages: compare, edit and watch in a browser") { port, bind, token };
        foreach (var option in access.All) command.Add(option);
        foreach (var option in (Option[])[results, own, cluster, dashboard, world, withInput]) command.Add(option);
        command.Acts((parsed, terminal, cancel) =>
        {
            if (!IPAddress.TryParse(parsed.GetValue(bind), out var address))
                throw new BadRequest(
                    $"--bind '{parsed.GetValue(bind)}' is no address of a network card: write it like 10.0.0.5, or 0.0.0.0 for "
                        + "all.");
            var secret = parsed.GetValue(token) ?? Environment.GetEnvironmentVariable(TokenVariable);
            if (secret is "") secret = null;
            var options = access.AddTo(
                new(address, parsed.GetValue(port), ClusterOptions.Named(parsed, cluster), parsed.GetValue(results)!,
                    parsed.GetValue(own)!, parsed.GetValue(dashboard))
                {
                    Quotas = Web.Quotas.OfSettings(),
                    WorldMetrics = Enum.Parse<WorldLevel>(parsed.GetValue(world)!, ignoreCase: true),
                },
                parsed, secret);
            Web.Serving.Refuse(options);
            return Web.Serving.Serve(options, start, parsed.GetValue(withInput), terminal, cancel).GetAwaiter().GetResult();
        });
        return command;
    }

    internal static Option<bool> OrleansDashboardOption() =>
        new("--orleans-dashboard")
        {
            Description =
                $"Show Orleans' own dashboard at {OrleansDashboard.Path} of the pages, too; on every silo of a cluster as well"
        };
}
