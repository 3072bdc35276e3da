using Samverkan.Model.Needs;

namespace Samverkan.App.Web.People;

/// <summary>Words about persons.</summary>
internal static class Persons
{
    private static readonly string[] InWords =
    [
        "accommodation", "food", "looking after the home", "self-care", "daytime activities", "physical health",
        "psychotic symptoms", "information about the condition",
        "psychological distress", "safety to self", "safety to others", "alcohol", "drugs", "company", "intimate relationships",
        "sexual expression", "child care",
        "basic education", "telephone", "transport", "money", "benefits",
    ];

    /// <summary>A domain of needs as people say it.</summary>
    public static string DomainInWords(int domain) => InWords[domain];

    /// <summary>Who has to see to a domain: the county, the municipality or both.</summary>
    public static string OwnerOf(int domain) =>
        (Domains.OfCounty >> domain & 1) != 0 ? "the county" : (Domains.OfBoth >> domain & 1) != 0 ? "both" : "the municipality";
}
