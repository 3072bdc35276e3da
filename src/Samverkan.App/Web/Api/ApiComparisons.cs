using Samverkan.Analysis.Results;
using Samverkan.App.Commands;
using Samverkan.App.Comparing;
using Samverkan.App.Web.Comparing;
using Samverkan.App.Web.Results;
using Samverkan.App.Web.Scenarios;
using Samverkan.App.Web.Security;
using Samverkan.Model;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Api;

/// <summary>A comparison to be made.</summary>
/// <param name="Base">Name of a scenario.</param>
/// <param name="Others">Names of one to eight scenarios.</param>
/// <param name="Replications">2 to 1000; 50 if not said.</param>
/// <param name="Since">First month that counts, such as "2003-01"; if not said, the first in which they differ.</param>
/// <param name="Replace">Whether an older result of the same name may go.</param>
/// <param name="Known">
/// Whether the shipped values are taken for known: chance alone is told, without the range of all that is not known.
/// </param>
/// <param name="Persons">Replications whose persons are kept month by month, as persons.parquet; none if not said.</param>
/// <param name="Discount">Rate a year at which net effects are discounted, 0 to 0.2; 0.03 if not said.</param>
public sealed record ComparisonOrder(
    string Base, string[] Others, int? Replications, long? Seed, string? Since, bool? Replace, bool? Known = null,
    int[]? Persons = null, double? Discount = null);

/// <param name="State">waiting, running, done, failed or cancelled.</param>
/// <param name="Share">0 to 1.</param>
/// <param name="Files">What can be fetched of a finished one.</param>
public sealed record ComparisonStatus(string Id, string State, double Share, int ReplicationsDone, int Replications,
    double? SecondsLeft, string? Error, IReadOnlyList<string> Files);

/// <summary>Comparisons: start, how far, results.</summary>
internal static class ApiComparisons
{
    private const int MostOthers = 8;
    private const int MostReplications = 1000;
    private const int MostPersons = 20;

    public static void Map(RouteGroupBuilder api)
    {
        var comparisons = api.MapGroup("/comparisons").WithTags("comparisons");
        comparisons.MapGet("/", (ComparisonQueue queue, ResultStore results) =>
                ApiTickets.Ids(queue, results, "compare").Select(id => Status(queue, results, id)))
            .WithSummary("All comparisons, under way and finished.");
        comparisons.MapPost("/", (ComparisonQueue queue, ScenarioStore store, ResultStore results, ComparisonOrder order) =>
        {
            var ticket = queue.Ask(Request(store, order), order.Replace ?? false);
            return TypedResults.Accepted($"/api/v1/comparisons/{ticket.Id}", Status(queue, results, ticket.Id));
        }).Does(Act.StartComparison).WithSummary("Starts a comparison; one that is there already is not made again.").Limited()
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422);
        comparisons.MapGet("/{id}", (ComparisonQueue queue, ResultStore results, string id) =>
                Status(queue, results, id) is { } status ? TypedResults.Ok(status) : Unknown(id))
                .WithSummary("How a comparison stands.").Produces<ComparisonStatus>().ProducesProblem(404);
        comparisons.MapGet("/{id}/events", (ComparisonQueue queue, ResultStore results, string id, CancellationToken cancel) =>
                Status(queue, results, id) is null ? Unknown(id)
                : TypedResults.ServerSentEvents(ApiTickets.Events(
                    () => Status(queue, results, id), status => ApiTickets.IsUnderWay(status.State), cancel)))
            .WithSummary("How a comparison comes on, as server-sent events, until it ends.")
            .Produces<ComparisonStatus>(contentType: "text/event-stream").ProducesProblem(404);
        comparisons.MapGet("/{id}/result", (ResultStore results, string id) =>
                results.Find(id) is { } entry && ResultStore.Comparison(entry) is { } told
                ? TypedResults.Json(told, ComparisonResult.Format) : Unknown(id))
            .WithSummary("The whole result of a finished comparison: comparison.json.").Produces<ComparisonResult>()
            .ProducesProblem(404);
        comparisons.MapGet("/{id}/files/{file}", (HttpContext context, ResultStore results, string id, string file) =>
            ResultFiles.Open(context, results.Find(id)?.Path, id, file) ?? Unknown(id))
            .WithSummary(
                "A file of the result: series.parquet, series.csv, paired.csv, manifest.json and what else its status lists.")
                .ProducesProblem(404);
        comparisons.MapDelete("/{id}", (HttpContext context, ComparisonQueue queue, ResultStore results, string id) =>
                Status(queue, results, id) is null ? Unknown(id)
                : ApiTickets.StopOrDelete(context, queue.Find(id), results, id))
        .Does(Act.StopComparison).WithSummary("Stops a comparison that is under way, or deletes a finished one for good.")
        .Produces(204).ProducesProblem(404);
    }

    private static ComparisonRequest Request(ScenarioStore store, ComparisonOrder order)
    {
        if (order.Others is not { Length: > 0 and <= MostOthers })
            throw new BadRequest($"'others' names 1 to {MostOthers} scenarios.");
        if (order.Replications is < 2 or > MostReplications) throw new BadRequest($"'replications' is 2 to {MostReplications}.");
        if (order.Seed is < 0) throw new BadRequest("'seed' is 0 or more.");
        if (order.Discount is not (null or (>= 0 and <= BudgetResult.HighestDiscountRate)))
            throw new BadRequest($"'discount' is 0 to {BudgetResult.HighestDiscountRate} a year; 0.03 is 3 %.");
        Month? since = null;
        if (order.Since is { } text) since = Month.TryParse(text, out var month) ? month
            : throw new BadRequest($"'since' is written like 2003-01, not '{text}'.");
        Scenario[] scenarios = [store.Read(order.Base), .. order.Others.Select(store.Read)];
        var isKnown = order.Known ?? false;
        return new(scenarios, [], order.Replications ?? 50, (ulong)(order.Seed ?? 1), since, Csv: true)
        {
            Known = isKnown,
            OwnRegion = isKnown ? null : FitCommand.RegionOf(scenarios[0]),
            Discount = order.Discount ?? BudgetResult.UsualDiscountRate,
            Persons = PersonsOf(order),
        };
    }

    private static IReadOnlyList<int>? PersonsOf(ComparisonOrder order)
    {
        if (order.Persons is not { Length: > 0 } asked) return null;
        return asked.Length <= MostPersons && asked.All(replication => replication >= 1) ? [.. asked.Distinct().Order()]
            : throw new BadRequest($"'persons' names 1 to {MostPersons} replications, the first of which is 1.");
    }

    private static ComparisonStatus? Status(ComparisonQueue queue, ResultStore results, string id)
    {
        var entry = results.Find(id);
        IReadOnlyList<string> files = entry is { Command: "compare" } ? ResultFiles.Of(entry) : [];
        if (queue.Find(id) is { } ticket && (ticket.State != TicketState.Done || entry is not null))
            return new(
                id, ticket.State.ToString().ToLowerInvariant(), ticket.Share, ticket.ReplicationsDone,
                ticket.Request.Replications, ticket.Left?.TotalSeconds, ticket.Error, ticket.State == TicketState.Done ? files
                : []);
        return entry is { Command: "compare" } ? new(id, "done", 1, entry.Replications, entry.Replications, null, null, files)
            : null;
    }

    private static IResult Unknown(string id) => TypedResults.Problem(
        $"There is no comparison '{id}', or not what was asked of it.", statusCode: StatusCodes.Status404NotFound);
}
