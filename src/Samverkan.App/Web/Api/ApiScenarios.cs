using Samverkan.App.Web.Scenarios;
using Samverkan.App.Web.Security;

namespace Samverkan.App.Web.Api;

/// <param name="Base">The scenario that it changes in the end; null: none.</param>
/// <param name="Error">Why it cannot be used; null: it can.</param>
public sealed record ScenarioView(string Name, bool Own, string Title, string Question, string Horizon, int Municipalities,
    string? Base, string? Error);

/// <summary>Scenarios: what there is, and a text to keep.</summary>
internal static class ApiScenarios
{
    public static void Map(RouteGroupBuilder api)
    {
        var scenarios = api.MapGroup("/scenarios").WithTags("scenarios");
        scenarios.MapGet("/", (ScenarioStore store) => store.All().Select(View)).WithSummary("All scenarios, shipped and saved.");
        scenarios.MapGet("/{name}", (ScenarioStore store, string name) => store.Find(name) is { } entry
                ? Microsoft.AspNetCore.Http.Results.Text(store.Text(entry.Name), "application/yaml")
                : TypedResults.Problem($"There is no scenario '{name}'.", statusCode: StatusCodes.Status404NotFound))
            .WithSummary("A scenario's file.").Produces<string>(contentType: "application/yaml").ProducesProblem(404);
        scenarios.MapPut("/{name}", async (ScenarioStore store, HttpRequest request, string name, bool? replace) =>
            TypedResults.Ok(View(store.Save(name, await ApiText.Read(request), replace ?? false))))
            .Does(Act.SaveScenario).WithSummary("Checks a scenario's text and saves it under a name.").Limited()
            .Accepts<string>("application/yaml").ProducesProblem(400).ProducesProblem(422);
    }

    private static ScenarioView View(StoredScenario entry) =>
        new(entry.Name, entry.Own, entry.Title, entry.Question, entry.Horizon, entry.Municipalities, entry.Base, entry.Error);
}
