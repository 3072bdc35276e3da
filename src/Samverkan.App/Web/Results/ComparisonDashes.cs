namespace Samverkan.App.Web.Results;

/// <summary>How the line of a scenario is drawn, so that colour is never alone; <c>app.js</c> has the same.</summary>
internal static class ComparisonDashes
{
    private static readonly string[] Dashes = ["none", "7 3", "2 3", "9 3 2 3", "12 4", "7 3", "2 3", "9 3 2 3", "12 4"];

    public static string Of(int place) => Dashes[place % Dashes.Length];
}
