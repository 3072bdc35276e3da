namespace Samverkan.App.Web.Api;

/// <summary>The interface for programs: version 1, described at <c>/openapi/v1.json</c>.</summary>
internal static class Api
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions))
        .AddOpenApi("v1", api => api.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Info.Version) = ("Samverkan", "v1");
            document.Info.Description =
                "Scenarios, comparisons, decisions, studies and live runs. Errors are problem details; with an access token, "
                    + "send 'Authorization: Bearer TOKEN'.";
            return Task.CompletedTask;
        }));

    public static void Map(WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup("/api/v1").AddEndpointFilter<ApiProblems>();
        ApiScenarios.Map(api);
        ApiComparisons.Map(api);
        ApiDecisions.Map(api);
        ApiRuns.Map(api);
        ApiStudies.Map(api);
    }
}
