using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Api;

/// <summary>What the program's rooms refuse, as problem details: what was wrong with the request, never what went on
/// inside.</summary>
internal sealed class ApiProblems : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ScenarioErrors errors)
        {
            return TypedResults.Problem(
                errors.AreOfStudy ? "The study cannot be used." : "The scenario cannot be used.",
                statusCode: StatusCodes.Status422UnprocessableEntity,
                extensions: new Dictionary<string, object?>
                {
                    ["findings"] =
                        errors.Findings.Select(f => new FindingView(f.Line, f.Column, f.Severity.InWords(), f.Code, f.Message))
                });
        }
        catch (Exception e) when (StatusOf(e) is { } status)
        {
            return TypedResults.Problem(Trouble.InWords(e) ?? e.Message, statusCode: status);
        }
    }

    /// <summary>Says what to do about a refusal that the framework makes by itself, before any of our own code is
    /// asked.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        if (context.ProblemDetails.Detail is not null) return;
        context.ProblemDetails.Detail = context.HttpContext.Response switch
        {
            { StatusCode: StatusCodes.Status400BadRequest } =>
                "A name or a value in the address or in the JSON body is not valid here; /openapi/v1.json tells what this "
                    + "address takes.",
            { StatusCode: StatusCodes.Status404NotFound } => "There is nothing here; /openapi/v1.json tells what there is.",
            { StatusCode: StatusCodes.Status405MethodNotAllowed, Headers.Allow: var allowed } =>
                $"This address takes {allowed}; /openapi/v1.json tells what there is.",
            { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
                "The header Content-Type names none of the formats that this address takes: application/yaml for scenarios and "
                    + "changes, "
                + "else application/json.",
            _ => null,
        };
    }

    private static int? StatusOf(Exception e) => e switch
    {
        QuotaReached reached => reached.Status,
        BadRequest => StatusCodes.Status400BadRequest,
        UnknownRun => StatusCodes.Status404NotFound,
        CannotChange or RunTaken or ResultFolderRefused => StatusCodes.Status409Conflict,
        StorageFull => StatusCodes.Status507InsufficientStorage,
        ClusterUnavailable or StorageUnavailable or TimeoutException or Orleans.Runtime.OrleansException =>
            StatusCodes.Status503ServiceUnavailable,
        _ => null,
    };
}

/// <summary>Something said about a scenario's text, at its place.</summary>
public sealed record FindingView(int Line, int Column, string Severity, string Code, string Message);
