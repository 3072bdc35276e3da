using System.CommandLine;
using System.Text.Json;
using Samverkan.Analysis.Stories;
using Samverkan.Analysis.Studies;
using Samverkan.Model;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;

namespace Samverkan.App.Commands;

/// <summary><c>person DIR [ID]</c>: one service user's life, beside the same person's in the other scenarios of the
/// result.</summary>
public static class PersonCommand
{
    private const int Named = 5;

    public static Command Create(StartRun start)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a comparison or a run" };
        var person = new Argument<string?>("ID")
        {
            Description = "Such as psychosis-1995-01-12 [default: the person whom the change affected most]",
            Arity = ArgumentArity.ZeroOrOne
        };
        var replication = new Option<int>("--replication")
        {
            Description = "In which replication",
            DefaultValueFactory = _ => 1
        }.AtLeast(1);
        var sets = CommonOptions.Set();
        var command =
            new Command("person", "Follow one service user: needs, teams, coordinators, ward, in every scenario of a result") {
                folder, person, replication, sets, Terminal.JsonOption() };
        command.Acts((parsed, terminal, cancel) =>
        {
            var place = parsed.GetValue(folder)!.TrimEnd(Path.DirectorySeparatorChar);
            if (!File.Exists(Path.Combine(place, ResultFolder.ManifestName)))
                throw NoResult(place);
            // The page is of the result that is there, and is written beside it.
            using var held = FolderLock.Take(ResultFolder.FullPath(place), place);
            var (seed, scenarios) = ScenariosOf(place, parsed.GetValue(sets)!);
            var worlds = new Lives[scenarios.Count];
            Parallel.For(0, worlds.Length,
                i => worlds[i] = Lives.Run(start, scenarios[i].Blueprint, seed, parsed.GetValue(replication), cancel));
            var touched = worlds.SelectMany(world => world.Persons).Distinct()
                .Select(id => (Id: id, By: worlds.Skip(1).Sum(world => Lives.Touched(worlds[0].Of(id), world.Of(id)))))
                .OrderByDescending(one => one.By).ThenBy(one => one.Id).ToList();
            var chosen = parsed.GetValue(person) is { } name
                ? worlds.Select(world => world.Find(name)).FirstOrDefault(id => id is not null)
                ?? throw new BadRequest(
                    $"Nobody is called '{name}' in this replication. Without a name, those whom the change touched most are "
                        + "listed.")
                : touched[0].Id;
            var story = new LifeStory(chosen, [.. scenarios.Select(scenario => scenario.Title)], worlds);
            var page = Path.Combine(place, $"person-{story.Name}.html");
            File.WriteAllText(page, story.Page());
            terminal.Say($"{story.Name}   (a column per year: █ unmet, ▒ met, · no need, blank not here)\n");
            terminal.Say(story.Text().TrimEnd());
            if (worlds.Length > 1)
                terminal.Say("\ntouched most: " + string.Join(", ", touched.Take(Named).Select(one =>
                    $"{worlds.First(world => world.Persons.Contains(one.Id)).NameOf(one.Id)} ({one.By} need-months)")));
            terminal.Say(page);
            terminal.Object(new
            {
                status = "done",
                exitCode = ExitCode.Done,
                person = story.Name,
                id = chosen.ToString("x16"),
                page,
                scenarios = Stories(chosen, scenarios, worlds)
            });
            return ExitCode.Done;
        });
        return command;
    }

    // Months in which the person is not in the world are left out.
    private static IEnumerable<object> Stories(ulong person, IReadOnlyList<(string Title, Blueprint Blueprint)> scenarios,
        IReadOnlyList<Lives> worlds) =>
        worlds.Select((world, place) => new
        {
            scenario = world.Blueprint.Name,
            title = scenarios[place].Title,
            months = world.Of(person).Select((month, at) => (Month: world.Blueprint.From + at, Life: month))
            .Where(one => one.Life is not null)
                .Select(one => Of(one.Month, one.Life!.Value)),
            events = world.EventsOf(person).Select(one => Of(one.Month, one.Event)),
        });

    private static object Of(Month month, PersonMonth life) => new
    {
        month = month.ToString(),
        keeper = life.Keeper.ToString(),
        status = life.Where.Id(),
        severity = life.Severity,
        unmet = Ids(life.Unmet),
        met = Ids(life.Met),
        coordinatorMonths = life.CoordinatorMonths,
        waitingMonths = life.WaitingMonths,
        wardDays = life.WardDays,
        monthsOut = life.MonthsOut,
    };

    private static object Of(Month month, PersonEvent happened) =>
        new { month = month.ToString(), @event = IdOf(happened.Kind), days = happened.Days };

    // "WithoutBed" is "without-bed".
    private static string IdOf(PersonEventKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static IEnumerable<string> Ids(uint domains) => Domains.Ids.Where((_, domain) => (domains >> domain & 1) != 0);

    /// <summary>The worlds of a result, from the files that it keeps.</summary>
    private static (ulong Seed, IReadOnlyList<(string Title, Blueprint Blueprint)> Scenarios) ScenariosOf(string folder,
        IReadOnlyList<string> changes)
    {
        if (Manifest.Read(Path.Combine(folder, ResultFolder.ManifestName)) is not { } made)
            throw NoResult(folder);
        if (made.Recipe is not { } recipe)
            throw new BadRequest(
                $"'{folder}' keeps no files of what it was made from (version {made.Version}). Make it anew with this version.");
        return (made.Seed,
            KeptInputs.Read(folder, recipe, () => Kept(folder, recipe, changes.Count > 0 ? changes : recipe.Sets)));
    }

    private static BadRequest NoResult(string folder) =>
        new($"'{folder}' holds no run and no comparison: name the folder that 'compare' or 'run' wrote.");

    private static IReadOnlyList<(string Title, Blueprint Blueprint)> Kept(string folder, Recipe recipe,
        IReadOnlyList<string> changes)
    {
        if (recipe.Run is { } run)
        {
            var study = StudyReader.Read(Path.Combine(folder, recipe.Read[0]));
            return [(study.Policies[run.Policy].Title, new Design(study).BlueprintOf(run.Policy, run.Point, run.Sample))];
        }
        var scenarios = ScenarioReader.ReadAll(recipe.Read.Select(name => Path.Combine(folder, name)), changes);
        return [.. scenarios.Select(scenario => (scenario.Title, Month.TryParse(recipe.Until, out var last)
            ? scenario.Blueprint with { To = last } : scenario.Blueprint))];
    }
}
