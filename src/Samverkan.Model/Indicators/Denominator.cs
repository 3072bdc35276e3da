namespace Samverkan.Model.Indicators;

/// <summary>What a ratio is stated per: every denominator of the indicators.</summary>
/// <param name="InWords">As the reference page names it, such as "eligible persons".</param>
/// <param name="Number">Its number in a month.</param>
public sealed record Denominator(string InWords, Func<MonthFacts, double> Number)
{
    /// <summary>Persons of the target population, wherever they are kept.</summary>
    public static readonly Denominator Eligible = new("eligible persons", m => m.People.Persons);

    public static readonly Denominator InService = new("persons in service", m => m.People.InService);

    public static readonly Denominator Needs = new("needs of the eligible, met and unmet", m => m.People.Unmet + m.People.Met);

    public static readonly Denominator NeedsInService = new(
        "needs of persons in service, met and unmet", m => m.People.UnmetInService + m.People.MetInService);

    public static readonly Denominator MetNeeds = new("met needs of the eligible", m => m.People.Met);

    public static readonly Denominator Admissions = new("admissions", m => m.People.Admissions);

    public static readonly Denominator TakenIn = new("persons whose wait ended in the month", m => m.Waits.Count);

    public static readonly Denominator TakenInWithFew = new("those of them with fewer than five unmet needs", m => m.Waits.Few);

    public static readonly Denominator TakenInWithMany = new("those of them with five or more unmet needs", m => m.Waits.Many);

    public static readonly Denominator ManyNeeds = new("persons with five or more unmet needs", m => m.People.ManyNeeds);

    public static readonly Denominator BedDaysGranted = new("bed days granted", m => m.Ward.Granted);

    public static readonly Denominator WaitForHousing = new("persons who wait for housing that was granted", m =>
        m.Housing.Waiting);

    /// <summary>In tenths, as posts are counted.</summary>
    public static readonly Denominator Posts = new("posts, filled or vacant", m => m.Staff.Posts);

    /// <summary>Those who left in the month were there at its beginning.</summary>
    public static readonly Denominator StaffAtFirst = new(
        "posts filled at the beginning of the month", m => m.Staff.Filled + m.Staff.Leavers);

    public static readonly Denominator HoursAtHand = new("hours at hand", m => m.Staff.Strain.Weight);

    public static readonly Denominator PersonsOfTeams = new("persons in service, team by team", m => m.Teams.Cooperation.Weight);

    public static readonly Denominator DecidedItems = new("items agreed in the month", m => m.Committee.Agreed);
}
