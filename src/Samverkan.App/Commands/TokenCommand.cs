using System.CommandLine;
using Samverkan.App.Web.Security;

namespace Samverkan.App.Commands;

/// <summary><c>token</c>: gives and takes the named tokens by which people and programs come to the pages.</summary>
public static class TokenCommand
{
    internal const string Setting = "Tokens";

    public static Command Create() => new("token",
        "Add, list and revoke the tokens with which people and programs use the pages") { Add(), List(), Revoke() };

    internal static Option<string?> File(string usual) =>
        new("--tokens") { Description = $"File of named tokens [default: {usual}]; also by SAMVERKAN_TOKENS", HelpName = "FILE" };

    private static Command Add()
    {
        var (name, file) = (Name(), File("none"));
        var role = new Option<string>("--role")
        {
            Description = "viewer: reads; editor: also saves, starts and steers; administrator: also deletes",
            DefaultValueFactory = _ => Role.Viewer.Word(),
            HelpName = "ROLE",
        };
        role.AcceptOnlyFromAmong(Roles.Words);
        var command = new Command("add", "Make a token and show it once") { name, role, file };
        command.Acts((parsed, terminal, _) =>
        {
            var token = Of(parsed, file).Add(parsed.GetValue(name)!, Roles.Of(parsed.GetValue(role))!.Value);
            terminal.Say(token);
            terminal.Remark($"This is the token '{parsed.GetValue(name)}'. It is kept nowhere: note it now.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var file = File("none");
        var command = new Command("list", "List the names, roles and days of all tokens") { file };
        command.Acts((parsed, terminal, _) =>
        {
            foreach (var token in Of(parsed, file).All())
                terminal.Say($"{token.Name}  {token.Role.Word()}  {token.Made:yyyy-MM-dd}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Revoke()
    {
        var (name, file) = (Name(), File("none"));
        var command = new Command("revoke", "Revoke a token: it is refused from now on, and its sessions end") { name, file };
        command.Acts((parsed, terminal, _) =>
        {
            Of(parsed, file).Revoke(parsed.GetValue(name)!);
            terminal.Say($"The token '{parsed.GetValue(name)}' is revoked.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "Name of the token, such as prometheus or anna" };

    private static TokenFile Of(ParseResult parsed, Option<string?> file) =>
        new(parsed.GetValue(file) ?? Settings.Of(Setting)
            ?? throw new BadRequest("Name the file of tokens: --tokens FILE, or SAMVERKAN_TOKENS."));
}
