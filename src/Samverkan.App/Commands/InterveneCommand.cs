using System.CommandLine;
using System.Text;
using Samverkan.Model;
using Samverkan.Runs;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>intervene RUN</c>: a change of policy in a run that goes on, from a file or in one line.</summary>
public static class InterveneCommand
{
    public static Command Create()
    {
        var policy = new PolicyOptions();
        return OfRun.Command("intervene", "Change a policy during a run, from its next month on", policy.All,
            async (parsed, run, terminal, cancel) =>
        {
            var standing = await run.Stands();
            if (standing.HasEnded)
                throw new BadRequest(
                    $"Run {run.Id} has ended. '{ProgramName.AsTyped} fork {run.Id} --at {run.To}' branches another future off "
                        + "it, from that or an earlier month on.");
            var change = policy.Read(parsed, await run.Blueprint(), standing.Next);
            var month = await run.Intervene(change);
            terminal.Say($"From {month} on, run {run.Id} is made from this, too:");
            foreach (var line in change.From(month).Lines)
                terminal.Say($"  - {line.Yaml}");
            terminal.Object(new
            {
                status = "done",
                exitCode = ExitCode.Done,
                run = run.Id,
                from = month.ToString(),
                changes = change.From(month).Lines.Select(line => line.Yaml)
            });
            return ExitCode.Done;
        });
    }
}

/// <summary>How a command line says what is to change in a run: a file, or one intervention option by option.</summary>
internal sealed class PolicyOptions
{
    private readonly Option<string?> with =
        new("--with") { Description = "File with 'interventions' or 'events', such as a scenario", HelpName = "FILE" };
    private readonly Option<string?> lever =
        new("--lever") { Description = "Instead of a file: the lever to change", HelpName = "ID" };
    private readonly Option<string?> set =
        new("--set") { Description = "... to this value, such as '20 posts'", HelpName = "VALUE" };
    private readonly Option<string?> add = new("--add") { Description = "... by adding this", HelpName = "VALUE" };
    private readonly Option<string?> multiply =
        new("--multiply") { Description = "... by this factor; 0.8 or '-20 %' is a cut of 20 %", HelpName = "FACTOR" };
    private readonly Option<string[]> scope = new("--scope")
    {
        Description = "... only there, such as sector=county or municipality=0181",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => []
    };
    private readonly Option<string?> from =
        new("--from") { Description = "... from this month on [default: the next one]", HelpName = "YYYY-MM" };
    private readonly Option<string?> until =
        new("--until") { Description = "... to this month [default: for good]", HelpName = "YYYY-MM" };
    private readonly Option<string?> over =
        new("--over") { Description = "... little by little, over such as '18 months'", HelpName = "TIME" };
    private readonly Option<string?> name = new("--name") { Description = "... under this id", HelpName = "ID" };

    public IReadOnlyList<Symbol> All => [with, lever, set, add, multiply, scope, from, until, over, name];

    /// <exception cref="BadRequest">Neither a file nor a lever is named, or both are.</exception>
    /// <exception cref="ScenarioErrors">What is to change cannot be read.</exception>
    public PolicyChange Read(ParseResult parsed, Blueprint world, Month next)
    {
        var (file, turned) = (parsed.GetValue(with), parsed.GetValue(lever));
        if (file is null == turned is null)
            throw new BadRequest(
                "Say what is to change: a file with --with, or one lever with --lever and --set, --add or --multiply.");
        return file is not null ? PolicyFile.Read(file, world, next) : Turned(parsed, turned!, world, next);
    }

    // Findings name the option that they are about, not a place in a text that nobody wrote.
    private PolicyChange Turned(ParseResult parsed, string turned, Blueprint world, Month next)
    {
        var text = new OptionText();
        Write(text, parsed, turned, world);
        try
        {
            return PolicyFile.Parse(text.Yaml, lever.Name, world, next);
        }
        catch (ScenarioErrors errors)
        {
            throw new ScenarioErrors(
                [.. errors.Findings.Select(finding => finding
                    with { File = text.OptionAt(finding.Column) ?? lever.Name, Line = 0, Column = 0 })]);
        }
    }

    private void Write(OptionText text, ParseResult parsed, string turned, Blueprint world)
    {
        var change = new[] { set, add, multiply }.Where(option => parsed.GetValue(option) is not null).ToArray();
        if (change.Length != 1)
            throw new BadRequest("Say one of --set, --add and --multiply.");
        text.Add(null, "interventions: [{ ");
        text.Add(name, $"id: {Quoted(parsed.GetValue(name) ?? FreeName(turned, world))}");
        text.Add(lever, $", lever: {Quoted(turned)}");
        var places = parsed.GetValue(scope)!.Select(place => place.Split('=', 2)).ToArray();
        if (places.FirstOrDefault(place => place.Length < 2) is { } bad)
            throw new BadRequest($"--scope '{bad[0]}' is not of the form key=value, such as sector=county.");
        if (places.Length > 0) text.Add(scope,
            $", scope: {{ {string.Join(", ", places.Select(place => $"{Quoted(place[0])}: {Quoted(place[1])}"))} }}");
        text.Add(change[0], $", change: {{ {change[0].Name.TrimStart('-')}: {Quoted(parsed.GetValue(change[0])!)} }}");
        foreach (var (key, option) in new[] { ("at", from), ("until", until) })
            if (parsed.GetValue(option) is { } month) text.Add(option, $", {key}: {Quoted(month)}");
        if (parsed.GetValue(over) is { } length) text.Add(over, $", ramp: {{ over: {Quoted(length)} }}");
        text.Add(null, " }]\n");
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string FreeName(string lever, Blueprint world)
    {
        var words = string.Concat(lever.ToLowerInvariant()
            .Select(envelope => char.IsAsciiLetterOrDigit(envelope) ? envelope : '-')).Trim('-');
        for (var number = 1; ; number++)
            if ($"live-{number}-{words}" is var free && world.Interventions.All(one => one.Id.Split('/')[0] != free)) return free;
    }
}

/// <summary>The YAML that options stand for, and which option each part of its one line comes from.</summary>
internal sealed class OptionText
{
    private readonly StringBuilder yaml = new();
    private readonly List<(int From, Option? Option)> parts = [];

    public string Yaml => yaml.ToString();

    public void Add(Option? option, string text)
    {
        parts.Add((yaml.Length, option));
        yaml.Append(text);
    }

    /// <param name="column">From 1.</param>
    public string? OptionAt(int column) => parts.LastOrDefault(part => part.From < column).Option?.Name;
}
