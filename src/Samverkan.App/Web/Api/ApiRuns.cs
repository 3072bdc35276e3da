using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Samverkan.App.Running;
using Samverkan.App.Web.Live;
using Samverkan.App.Web.Security;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Wording;

namespace Samverkan.App.Web.Api;

/// <summary>A live run to be started.</summary>
/// <param name="Scenario">Name of a scenario.</param>
/// <param name="Pace">Months per second at most; as fast as it can if not said.</param>
/// <param name="Paused">Whether it stands still before its first month.</param>
public sealed record RunOrderView(string Scenario, long? Seed, int? Replication, double? Pace, bool? Paused);

/// <param name="State">running, paused, waiting (for storage), done, failed or stopped.</param>
/// <param name="Next">The month that comes next.</param>
public sealed record RunView(
    string Id, string Title, string State, string Next, string From, string To, double Share, double? SecondsLeft,
    double? MonthsPerSecond, double? Pace,
    ulong Seed, int Replication, int Attempt, int Failures, int MonthsReplayed, string? Error, string? ForkedFrom,
    IReadOnlyList<string> Interventions, string? Command);

/// <summary>One month of a live run.</summary>
/// <param name="Actors">The organisation with its figures; never a person.</param>
public sealed record MonthView(string Month, int People, IReadOnlyList<ActorView> Actors, IReadOnlyList<string> Minutes);

public sealed record ActorView(string Path, string? Parent, string Name, IReadOnlyDictionary<string, double?> Values);

/// <param name="From">The first month that is lived with the change.</param>
public sealed record ChangeView(string From);

/// <summary>Live runs: start, watch, steer.</summary>
internal static class ApiRuns
{
    private const int MostAtATime = 60;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    public static void Map(RouteGroupBuilder api)
    {
        var runs = api.MapGroup("/runs").WithTags("runs");
        runs.MapGet("/", async (LiveRunService service) => (await service.All()).Select(View)).WithSummary("All live runs.");
        runs.MapPost("/", async (LiveRunService service, RunOrderView order) =>
        {
            if (!Speed.IsOne(order.Pace) || order.Seed is < 0 || order.Replication is < 1)
                throw new BadRequest($"'pace' is {Speed.InWords}, 'seed' 0 or more, 'replication' 1 or more.");
            var run = await service.Start(order.Scenario, order.Pace, order.Paused ?? false, (ulong)(order.Seed ?? 1),
                order.Replication ?? 1);
            return TypedResults.Created($"/api/v1/runs/{run.Id}", View(await run.Stands()));
        }).Does(Act.StartRun).WithSummary("Starts a live run.").Limited().ProducesProblem(400);
        runs.MapGet("/{id}", async (LiveRunService service, string id) => View(await (await Find(service, id)).Stands()))
            .WithSummary("How a run stands.").ProducesProblem(404);
        runs.MapGet("/{id}/months", async (LiveRunService service, string id, string? since) =>
        {
            var run = await Find(service, id);
            return (await run.ReadSince(MonthOf(since) ?? run.From, MostAtATime)).Months.Select(View);
        }).WithSummary("Months from a given one on, at most sixty at a time.").ProducesProblem(404);
        runs.MapGet("/{id}/events", async (LiveRunService service, string id, string? since, CancellationToken cancel) =>
                TypedResults.ServerSentEvents(Events(await Find(service, id), MonthOf(since), cancel)))
            .WithSummary("Months as they are lived, as server-sent events, until the run ends.")
            .Produces<MonthView>(contentType: "text/event-stream").ProducesProblem(404);
        Steer(runs, "pause", "Stands still after the month that it is in.", (run, _) => run.Pause());
        Steer(runs, "resume", "Goes on.", (run, _) => run.Resume());
        Steer(runs, "step", "Lives so many months (1 if not said, 1200 at most) and stands still.",
            (run, amount) => run.Step(MonthsOf(amount)));
        Steer(runs, "pace", "So many months per second at most; as fast as it can if not said.",
            (run, amount) => run.Pace(PaceOf(amount)));
        Steer(runs, "stop", "Ends the run for good.", (run, _) => run.Stop());
        runs.MapPost("/{id}/interventions", async (LiveRunService service, HttpRequest request, string id) =>
        {
            var run = await Find(service, id);
            var change = PolicyFile.Parse(await ApiText.Read(request), "the change", await run.Blueprint(),
                (await run.Stands()).Next);
            return TypedResults.Ok(new ChangeView((await run.Intervene(change)).ToString()));
        }).Does(Act.ChangeRun)
        .WithSummary("Lays interventions or events, written as in a scenario file, over a run before its next month.")
        .Accepts<string>("application/yaml").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        runs.MapGet("/{id}/scenario", async (LiveRunService service, string id) =>
            TypedResults.Text(await ChangedScenario.Of(await Find(service, id)), "application/yaml"))
            .WithSummary("The run's scenario with all that was changed while it went on: it gives the same bits.")
            .Produces<string>(contentType: "application/yaml").ProducesProblem(404);
        runs.MapDelete("/{id}", async (LiveRunService service, string id) =>
        {
            await service.Forget(id);
            return TypedResults.NoContent();
        }).Does(Act.ForgetRun).WithSummary("Stops a run and forgets it.").ProducesProblem(404);
    }

    private static void Steer(RouteGroupBuilder runs, string act, string summary, Func<LiveRun, double?, Task> steer) =>
        runs.MapPost($"/{{id}}/{act}", async (LiveRunService service, string id, double? amount) =>
        {
            var run = await Find(service, id);
            await steer(run, amount);
            return View(await run.Stands());
        }).Does(Act.Steer(act)).WithSummary(summary).ProducesProblem(404);

    private static async Task<LiveRun> Find(LiveRunService service, string id) =>
        service.IsStarted ? await (await service.Runs()).Find(id) : throw new UnknownRun($"There is no run '{id}'.");

    private static async IAsyncEnumerable<SseItem<MonthView>> Events(LiveRun run, Month? since, [EnumeratorCancellation]
        CancellationToken cancel)
    {
        for (var next = since ?? run.From; ;)
        {
            var read = await run.ReadSince(next, MostAtATime);
            foreach (var frame in read.Months)
            {
                next = frame.Month + 1;
                yield return new(View(frame), "month") { EventId = frame.Month.ToString() };
            }
            if (read.Months.IsEmpty && read.Run.HasEnded) yield break;
            if (read.Months.Length < MostAtATime) await Task.Delay(Pace, cancel);
        }
    }

    private static int MonthsOf(double? amount) =>
        amount is null ? 1 : amount is >= 1 and <= 1200 && double.IsInteger(amount.Value) ? (int)amount.Value
        : throw new BadRequest("'amount' is a whole number of months, 1 to 1200.");

    private static double? PaceOf(double? amount) =>
        Speed.IsOne(amount) ? amount : throw new BadRequest($"'amount' is {Speed.InWords}.");

    private static Month? MonthOf(string? text) =>
        text is null ? null : Month.TryParse(text, out var month) ? month
        : throw new BadRequest($"A month is written like 2003-01, not '{text}'.");

    private static RunView View(RunStanding run) => new(
        run.Id, run.Title, run.State.ToString().ToLowerInvariant(), run.Next.ToString(), run.From.ToString(), run.To.ToString(),
        run.Share, run.Left?.TotalSeconds, run.MonthsPerSecond, run.Pace,
        run.Seed, run.Replication, run.Attempt, run.Failures, run.MonthsReplayed, run.Error, run.ForkedFrom, run.Interventions,
        run.IsChanged ? ChangedScenario.Command("", run) : run.Command);

    private static MonthView View(Frame frame) => new(
        frame.Month.ToString(), frame.People,
        [.. frame.Actors.Select(actor => new ActorView(actor.Path.ToString(), actor.Parent?.ToString(), actor.Name,
            actor.Values.ToDictionary(m => m.Indicator.Id, m => double.IsFinite(m.Value) ? m.Value : (double?)null)))],
        [.. frame.Minutes.Select(minutes => MinutesText.Of(minutes,
            frame.Actors.FirstOrDefault(actor => actor.Path == ActorPath.Municipality(minutes.Municipality))?.Name
            ?? minutes.Municipality))]);
}
