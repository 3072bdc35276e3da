namespace Samverkan.App.Web.Sweden;

/// <summary>Where the tile of a county stands: roughly where the county lies, from north to south and west to east.</summary>
internal static class TileMap
{
    private static readonly Dictionary<string, (int Column, int Row, string Short)> Places = new(StringComparer.Ordinal)
    {
        ["25"] = (3, 0, "BD"),
        ["24"] = (3, 1, "AC"),
        ["23"] = (2, 2, "Z"),
        ["22"] = (3, 2, "Y"),
        ["20"] = (2, 3, "W"),
        ["21"] = (3, 3, "X"),
        ["17"] = (1, 4, "S"),
        ["18"] = (2, 4, "T"),
        ["19"] = (3, 4, "U"),
        ["03"] = (4, 4, "C"),
        ["14"] = (1, 5, "O"),
        ["05"] = (2, 5, "E"),
        ["04"] = (3, 5, "D"),
        ["01"] = (4, 5, "AB"),
        ["13"] = (1, 6, "N"),
        ["06"] = (2, 6, "F"),
        ["08"] = (3, 6, "H"),
        ["09"] = (4, 6, "I"),
        ["12"] = (1, 7, "M"),
        ["07"] = (2, 7, "G"),
        ["10"] = (3, 7, "K"),
    };

    /// <summary>Column and row from 1, and the county's letters.</summary>
    public static (int Column, int Row, string Short)? Of(string county) =>
        Places.TryGetValue(county, out var place) ? (place.Column, place.Row + 1, place.Short) : null;
}
