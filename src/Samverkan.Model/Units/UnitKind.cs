namespace Samverkan.Model.Units;

/// <summary>The kinds of unit that serve the target population.</summary>
public enum UnitKind : byte
{
    OutpatientClinic, SocialOffice, InpatientWard, SupportedHousing, Centre, MobileUnit, DayCentre, AddictionCentre, ActTeam,
}

public static class UnitKinds
{
    public const int Count = 9;

    public static IReadOnlyList<string> Ids { get; } =
        ["outpatient-clinic", "social-office", "inpatient-ward", "supported-housing", "centre", "mobile-unit", "day-centre",
            "addiction-centre", "act-team"];

    public static string Id(this UnitKind kind) => Ids[(int)kind];

    /// <summary>By its id; null if there is none.</summary>
    public static UnitKind? Find(string? id) =>
        Enumerable.Range(0, Count).Where(i => Ids[i] == id).Select(i => (UnitKind?)i).FirstOrDefault();

    /// <summary>Whether it is a joint service of the cooperation: planned by both sectors, with staff of both.</summary>
    public static bool IsJoint(this UnitKind kind) => kind is >= UnitKind.Centre and <= UnitKind.AddictionCentre;

    /// <summary>Whether both sectors pay its fixed cost by halves.</summary>
    public static bool IsShared(this UnitKind kind) => kind >= UnitKind.Centre;
}
