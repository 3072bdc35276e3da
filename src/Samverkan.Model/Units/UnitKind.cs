namespace Samverkan.Model.Units;

/// <summary>The kinds of unit that serve the target population.</summary>
public enum UnitKind : byte
{
    OutpatientClinic, SocialOffice, InpatientWard, SupportedHousing, Centre, MobileUnit, DayCentre, AddictionCentre,
}

public static class UnitKinds
{
    public const int Count = 8;

    public static IReadOnlyList<string> Ids { get; } =
        ["outpatient-clinic", "social-office", "inpatient-ward", "supported-housing", "centre", "mobile-unit", "day-centre", "addiction-centre"];

    private static readonly string[] Names =
    [
        "outpatient clinic", "social office", "inpatient ward", "supported housing", "co-located centre", "mobile team",
        "day centre", "addiction care centre",
    ];

    public static string Id(this UnitKind kind) => Ids[(int)kind];

    public static string InWords(this UnitKind kind) => Names[(int)kind];

    /// <summary>Whether its teams hold staff of both sectors.</summary>
    public static bool IsJoint(this UnitKind kind) => kind >= UnitKind.Centre;
}
