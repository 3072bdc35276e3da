namespace Samverkan.Model.Economy;

/// <summary>The two sectors: the county's health care and the municipality's social care.</summary>
public enum Sector : byte { County, Municipality }

public static class Sectors
{
    public const int Count = 2;

    public static IReadOnlyList<string> Ids { get; } = ["county", "municipality"];

    public static Sector Other(this Sector sector) => sector == Sector.County ? Sector.Municipality : Sector.County;
}
