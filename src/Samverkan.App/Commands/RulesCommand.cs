using System.CommandLine;
using Samverkan.Model;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>rules DLL</c>: which rules an assembly replaces, and whether worlds under them keep the promises.</summary>
public static class RulesCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("DLL") { Description = "An assembly of rules of your own" };
        var scenario = new Option<string>("--scenario")
        {
            Description = "The scenario that is lived under them",
            DefaultValueFactory = _ => "baseline",
        };
        var command = new Command("rules", "Check an assembly of rules of your own: determinism, conservation, pairing")
        {
            file, scenario, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
            Check(parsed.GetValue(file)!, ScenarioReader.Read(parsed.GetValue(scenario)!).Blueprint, terminal, cancel));
        return command;
    }

    private static int Check(string path, Blueprint world, Terminal terminal, CancellationToken cancel)
    {
        var rules = RulesFile.Read(path);
        foreach (var replaced in rules.Replaces)
            terminal.Say($"{replaced.Rule}: {replaced.By}");
        var promises = RulesCheck.Of(() => RulesFile.Read(path), world, cancel);
        foreach (var promise in promises)
            terminal.Say(promise.IsKept ? $"kept    {promise.Promise}" : $"BROKEN  {promise.Promise}: {promise.Why}");
        var code = promises.All(promise => promise.IsKept) ? ExitCode.Done : ExitCode.CheckFailed;
        terminal.Object(new
        {
            status = code == ExitCode.Done ? "done" : "checkFailed",
            exitCode = code,
            hash = rules.Hash,
            replaces = rules.Replaces,
            promises,
        });
        return code;
    }
}
