using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Results;
using Samverkan.App.Web.Comparing;
using Samverkan.App.Web.Deciding;
using Samverkan.App.Web.Results;
using Samverkan.App.Web.Scenarios;
using Samverkan.App.Web.Security;
using Samverkan.Runs.Wording;

namespace Samverkan.App.Web.Api;

/// <param name="State">waiting, running, done, failed or cancelled.</param>
/// <param name="Share">0 to 1.</param>
/// <param name="Futures">Futures that it lives at most; of a finished one, that it lived.</param>
/// <param name="Answer">In a sentence, of a finished one.</param>
/// <param name="Files">What can be fetched of a finished one.</param>
public sealed record DecisionStatus(string Id, string State, double Share, int Futures, double? SecondsLeft, string? Error,
    string? Answer, IReadOnlyList<string> Files);

/// <summary>Decisions: start, how far, results.</summary>
internal static class ApiDecisions
{
    private const string Command = "decide";

    public static void Map(RouteGroupBuilder api)
    {
        var decisions = api.MapGroup("/decisions").WithTags("decisions");
        decisions.MapGet("/", (DecisionQueue queue, ResultStore results) =>
                ApiTickets.Ids(queue, results, Command).Select(id => Status(queue, results, id)))
            .WithSummary("All decisions, under way and finished.");
        decisions.MapPost("/", (DecisionQueue queue, ScenarioStore store, ResultStore results, DecisionOrderView order) =>
        {
            var (request, maker) = DecisionOrders.Understand(store, order);
            var ticket = queue.Ask(request, maker, order.Replace ?? false);
            return TypedResults.Accepted($"/api/v1/decisions/{ticket.Id}", Status(queue, results, ticket.Id));
        }).Does(Act.StartDecision)
            .WithSummary("Asks for a decision; one that is there already is not made again, and one that was stopped goes on.")
            .Limited().ProducesProblem(400).ProducesProblem(409).ProducesProblem(422);
        decisions.MapGet("/{id}", (DecisionQueue queue, ResultStore results, string id) =>
                Status(queue, results, id) is { } status ? TypedResults.Ok(status) : Unknown(id))
            .WithSummary("How a decision stands.").Produces<DecisionStatus>().ProducesProblem(404);
        decisions.MapGet("/{id}/events", (DecisionQueue queue, ResultStore results, string id, CancellationToken cancel) =>
                Status(queue, results, id) is null ? Unknown(id)
                : TypedResults.ServerSentEvents(ApiTickets.Events(
                    () => Status(queue, results, id), status => ApiTickets.IsUnderWay(status.State), cancel)))
            .WithSummary("How a decision comes on, as server-sent events, until it ends.")
            .Produces<DecisionStatus>(contentType: "text/event-stream").ProducesProblem(404);
        decisions.MapGet("/{id}/result", (ResultStore results, string id) =>
                results.Find(id) is { } entry && Read(entry) is { } told
                ? TypedResults.Json(told, ComparisonResult.Format) : Unknown(id))
            .WithSummary("The whole result of a finished decision: decision.json. Which names it has hangs on its kind.")
            .Produces<DecisionResult>().ProducesProblem(404);
        decisions.MapGet("/{id}/answers", (ResultStore results, string id) =>
                results.Find(id) is { } entry && Read(entry) is { } told ? TypedResults.Ok(Answers(told)) : Unknown(id))
            .WithSummary("What a decision answers, section by section, with its tables; the answer first.")
            .Produces<IEnumerable<StudyAnswer>>().ProducesProblem(404);
        decisions.MapGet("/{id}/files/{file}", (HttpContext context, ResultStore results, string id, string file) =>
                ResultFiles.Open(context, results.Find(id)?.Path, id, file) ?? Unknown(id))
            .WithSummary("A file of the result: report.html, decision.md, futures.parquet and what else its status lists.")
            .ProducesProblem(404);
        decisions.MapDelete("/{id}", (HttpContext context, DecisionQueue queue, ResultStore results, string id) =>
                Status(queue, results, id) is null ? Unknown(id)
                : ApiTickets.StopOrDelete(context, queue.Find(id), results, id))
        .Does(Act.StopDecision).WithSummary("Stops a decision that is under way, or deletes a finished one for good.")
        .Produces(204).ProducesProblem(404);
    }

    private static DecisionStatus? Status(DecisionQueue queue, ResultStore results, string id)
    {
        var entry = results.Find(id) is { Command: Command } found ? found : null;
        if (queue.Find(id) is { } ticket && (ticket.State != TicketState.Done || entry is not null))
            return new(
                id, ticket.State.ToString().ToLowerInvariant(), ticket.Share, ticket.Asked,
                ticket.Left?.TotalSeconds, ticket.Error,
                ticket.State == TicketState.Done ? Answer(entry!) : null,
                ticket.State == TicketState.Done ? ResultFiles.Of(entry!) : []);
        return entry is null ? null
            : new(id, "done", 1, Read(entry)?.Head.Futures ?? 0, null, null, Answer(entry), ResultFiles.Of(entry));
    }

    private static DecisionResult? Read(ResultEntry entry)
    {
        try
        {
            return DecisionResult.Read(entry.Path);
        }
        catch (InvalidDataException)
        {
            // Another version wrote it; the files are there to be taken along.
            return null;
        }
    }

    private static string? Answer(ResultEntry entry) => Read(entry) is { } told ? Answers(told)[0].Sentence : null;

    // What programs read carries no language.
    private static IReadOnlyList<StudyAnswer> Answers(DecisionResult told)
    {
        using var language = Localized.In(Localized.English);
        return
        [
            .. DecisionText.Of(told).Sections.Select(part =>
                new StudyAnswer(part.Heading, part.Sentence, part.Points, part.Head, part.Rows, part.Note)),
        ];
    }

    private static IResult Unknown(string id) => TypedResults.Problem(
        $"There is no decision '{id}', or not what was asked of it.", statusCode: StatusCodes.Status404NotFound);
}
