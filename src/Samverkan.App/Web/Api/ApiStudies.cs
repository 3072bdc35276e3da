using Samverkan.App.Web.Results;
using Samverkan.App.Web.Security;
using Samverkan.App.Web.Studying;

namespace Samverkan.App.Web.Api;

/// <summary>A study to be begun: one that comes with the program, or one of your own.</summary>
/// <param name="Study">Name of a study that comes with the program.</param>
/// <param name="Text">The file of a study of your own (YAML), in place of a name. Its scenarios are shipped or saved
/// here.</param>
/// <param name="Seed">Another seed than the file says, 0 or more.</param>
/// <param name="Replications">Another number of replications than the file says, 1 to 100000.</param>
/// <param name="Tables">
/// Tables that the text names, such as region.csv: the content (CSV) by file name. They are kept beside saved scenarios.
/// </param>
public sealed record StudyOrder(
    string? Study = null, string? Text = null, long? Seed = null, int? Replications = null,
    IReadOnlyDictionary<string, string>? Tables = null);

/// <param name="State">waiting, running, done, failed or unfinished.</param>
/// <param name="Share">0 to 1.</param>
/// <param name="Files">What can be fetched so far.</param>
public sealed record StudyStatus(
    string Id, string Title, string State, double Share, long RunsDone, long Runs, long RunsFailed, double? SecondsLeft,
    string? Error, string Command, IReadOnlyList<string> Files);

/// <param name="Runs">How many runs it has, all replications counted.</param>
public sealed record StudyView(string Name, string Title, string Question, long Runs);

/// <summary>One of the things that a study answers.</summary>
/// <param name="Points">What the sentence sums up, one by one.</param>
public sealed record StudyAnswer(string Heading, string Sentence, IReadOnlyList<string> Points, IReadOnlyList<string> Head,
    IReadOnlyList<IReadOnlyList<string>> Rows, string? Note);

/// <summary>Studies: begin, how far, stop, go on, answers.</summary>
internal static class ApiStudies
{

    public static void Map(RouteGroupBuilder api)
    {
        var studies = api.MapGroup("/studies").WithTags("studies");
        studies.MapGet("/shipped", (StudyService service) =>
            service.Shipped.Select(study => new StudyView(study.Name, study.Title, study.Question, study.Runs)))
            .WithSummary("The studies that can be begun.");
        studies.MapGet("/", (StudyService service) => service.All().Select(Status)).WithSummary("All studies that were begun.");
        studies.MapPost("/", (StudyService service, StudyOrder order) =>
        {
            var entry = service.Start(order);
            return TypedResults.Accepted($"/api/v1/studies/{entry.Id}", Status(entry));
        }).Does(Act.StartStudy).WithSummary("Begins a study; the same one that was begun already goes on.").Limited()
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422);
        studies.MapGet("/{id}", (StudyService service, string id) => service.Find(id) is { } entry
            ? TypedResults.Ok(Status(entry)) : Unknown(id))
            .WithSummary("How a study stands.").Produces<StudyStatus>().ProducesProblem(404);
        studies.MapGet("/{id}/events", (StudyService service, string id, CancellationToken cancel) => service.Find(id) is null
            ? Unknown(id) : TypedResults.ServerSentEvents(ApiTickets.Events(
                () => service.Find(id) is { } entry ? Status(entry) : null, status => ApiTickets.IsUnderWay(status.State),
                cancel)))
            .WithSummary("How a study comes on, as server-sent events, until nobody is at work on it.")
            .Produces<StudyStatus>(contentType: "text/event-stream").ProducesProblem(404);
        studies.MapGet("/{id}/answers", (StudyService service, string id) => service.Find(id) is { } entry
                ? TypedResults.Ok(StudyService.Answers(entry)
                    .Select(part => new StudyAnswer(part.Heading, part.Sentence, part.Points, part.Head, part.Rows, part.Note)))
                    : Unknown(id))
            .WithSummary("What a study answers.").Produces<IEnumerable<StudyAnswer>>().ProducesProblem(404);
        studies.MapGet("/{id}/files/{file}", (HttpContext context, StudyService service, string id, string file) =>
            ResultFiles.Open(context, service.Find(id)?.Path, id, file) ?? Unknown(id))
            .WithSummary("A file of the study: tables as Parquet, study.md, manifest.json and what else its status lists.")
            .ProducesProblem(404);
        studies.MapPost("/{id}/resume", (StudyService service, string id) => service.Find(id) is null ? Unknown(id)
            : TypedResults.Ok(Status(service.Resume(id))))
            .Does(Act.ResumeStudy).WithSummary("Goes on with a study that was stopped.").Produces<StudyStatus>()
            .ProducesProblem(404).ProducesProblem(409).RequireRateLimiting(Limits.Starts);
        studies.MapPost("/{id}/stop", (StudyService service, string id) =>
        {
            if (service.Find(id) is null) return Unknown(id);
            service.Stop(id);
            return TypedResults.Ok(Status(service.Find(id)!));
        }).Does(Act.StopStudy).WithSummary("Takes hands off a study; what is done is kept.").Produces<StudyStatus>()
        .ProducesProblem(404);
        studies.MapDelete("/{id}", (StudyService service, string id) =>
        {
            if (service.Find(id) is null) return Unknown(id);
            service.Delete(id);
            return TypedResults.NoContent();
        }).Does(Act.DeleteStudy).WithSummary("Deletes a study that nobody is at work on, for good.").Produces(204)
        .ProducesProblem(400).ProducesProblem(404);
    }

    private static StudyStatus Status(StudyEntry entry) => new(
        entry.Id, entry.Title, entry.State, entry.Share, entry.RunsDone, entry.RunsAsked, entry.RunsFailed,
        entry.Ticket?.Left?.TotalSeconds, entry.Ticket?.Error, entry.Reproduce, ResultFiles.Of(entry));

    private static IResult Unknown(string id) => TypedResults.Problem($"There is no study '{id}', or not what was asked of it.",
        statusCode: StatusCodes.Status404NotFound);
}
