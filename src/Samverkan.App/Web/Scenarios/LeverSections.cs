namespace Samverkan.App.Web.Scenarios;

/// <summary>What the parts are called into which levers are sorted.</summary>
internal static class LeverSections
{
    /// <param name="section">The first part of a lever's id.</param>
    public static string InWords(string section) => section switch
    {
        "nation" => "The state",
        "population" => "Who comes",
        "placement" => "Placements outside",
        "crisis" => "Crises at home",
        "crisisTeam" => "Mobile crisis teams",
        "ward" => "The ward",
        "team" => "Teams",
        "assertive" => "Assertive teams",
        "peers" => "Peer workers",
        "ips" => "Job specialists",
        "housing" => "Housing",
        "cooperation" => "Core members",
        "committee" => "The committee",
        "agenda" => "The committee's agenda",
        "services" => "Services at the start",
        "cost" => "Prices",
        "funding" => "Money",
        "element" => "Structural elements",
        _ => section,
    };
}
