using Samverkan.Model;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Runs.Wording;

/// <summary>What happens to one person, in English.</summary>
public static class EnglishLife
{
    /// <summary>Who the person is: "34 years old in March 1998, one of the people with psychosis, in the target population since
    /// March 1998".</summary>
    /// <param name="first">The first month that is told.</param>
    public static string About(int age, Month first, TargetGroup group, Month arrival) =>
        $"{English.Whole(age)} years old in {English.Date(first)}, one of the {group.InWords()}, in the target population since "
        + English.Date(arrival);

    /// <summary>How old a person is at an end: "has died, 71 years old".</summary>
    public static string At(int age, string happened) => $"{happened}, {English.Whole(age)} years old";

    /// <summary>"admitted to the ward for 12 days"</summary>
    public static string Of(PersonEvent happened) => happened.Kind switch
    {
        PersonEventKind.Admitted => $"a crisis; admitted to the ward for {English.Count(happened.Days, "day")}",
        PersonEventKind.WithoutBed => "a crisis; no bed was free",
        PersonEventKind.TreatedAtHome => "a crisis; treated at home",
        PersonEventKind.DroppedOut => "left the service against advice",
        PersonEventKind.Helped => "discharged as helped",
        PersonEventKind.PlacedOutside => "placed outside the municipality",
        PersonEventKind.Recovered => "has recovered and needs the services no more",
        PersonEventKind.MovedAway => "has moved away",
        PersonEventKind.Died => "has died",
        _ => throw new InvalidOperationException($"A life has no words for {happened.Kind}."),
    };

    /// <summary>What has changed in a person's housing; null: nothing.</summary>
    public static string? Housing(Traits before, Traits now)
    {
        if (now.HasFlag(Traits.Housed) && !before.HasFlag(Traits.Housed)) return "moves into supported housing";
        if (now.HasFlag(Traits.HousingFirst) && !before.HasFlag(Traits.HousingFirst)) return "moves into a flat of Housing First";
        if ((before & Traits.Homes) != 0 && (now & Traits.Homes) == 0) return "has left the home with support";
        if (now.HasFlag(Traits.FloatingSupport) && !before.HasFlag(Traits.FloatingSupport)) return "gets support in the own home";
        return before.HasFlag(Traits.FloatingSupport) && !now.HasFlag(Traits.FloatingSupport)
            ? "support in the own home has ended" : null;
    }

    /// <summary>All of a life in one line.</summary>
    /// <param name="unmet">Unmet needs of a month, in the mean.</param>
    public static string Sum(int months, double unmet, int coordinators, int admissions, int days, int withoutBed)
    {
        var ward = admissions == 0 ? "never in the ward"
            : $"{English.Count(admissions, "admission")} to the ward with {English.Count(days, "day")} of treatment";
        var refused = withoutBed == 0 ? "" : $"; {English.Count(withoutBed, "crisis", "crises")} without a bed";
        return $"{English.Age(months)}; {English.Tenths(unmet)} unmet needs a month; "
            + $"{English.Count(coordinators, "new coordinator")}; "
            + ward + refused;
    }
}
