namespace Samverkan.Model.Economy;

/// <summary>The two sectors: the county's health care and the municipality's social care.</summary>
public enum Sector : byte { County, Municipality }

public static class Sectors
{
    public const int Count = 2;

    public static IReadOnlyList<string> Ids { get; } = ["county", "municipality"];

    public static string Id(this Sector sector) => Ids[(int)sector];

    /// <summary>By its id; null if there is none.</summary>
    public static Sector? Find(string? id) =>
        Enumerable.Range(0, Count).Where(i => Ids[i] == id).Select(i => (Sector?)i).FirstOrDefault();

    public static Sector Other(this Sector sector) => sector == Sector.County ? Sector.Municipality : Sector.County;
}
