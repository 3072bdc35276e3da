namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>
/// The authorities inspect the services when a year's figures are bad enough, and come back after a year. What they remark
/// on acts on nobody: it is told to the committee. From which figures on they remark is assumed.
/// </summary>
internal sealed class Inspectorate
{
    // Remarks begin where one of so many is affected.
    private const int OneCrisisIn = 5;
    private const int OneWaitingIn = 4;
    private const int OneBedDayIn = 4;
    private const int OnePostIn = 8;
    private const int OneOfManyNeedsIn = 3;

    // Fewer cases than these give no occasion to inspect.
    private const int FewestCases = 6;

    // The same fault is remarked on again after so many years.
    private const int YearsOfRest = 4;

    private readonly int[] remarked = new int[Enum.GetValues<Remark>().Length];
    private Remark? standing;

    /// <summary>What the authorities say of a year.</summary>
    public News? Year(int year, Period figures)
    {
        if (standing is { } remark)
        {
            standing = null;
            var (number, of, oneIn) = Look(remark, figures);
            return new InspectionReturned(remark, !IsBad(number, of, oneIn), number, of);
        }
        foreach (var fault in Enum.GetValues<Remark>())
        {
            var (number, of, oneIn) = Look(fault, figures);
            if (!IsBad(number, of, oneIn) || remarked[(int)fault] > 0 && year - remarked[(int)fault] < YearsOfRest) continue;
            (remarked[(int)fault], standing) = (year, fault);
            return new InspectionRemarked(fault, number, of);
        }
        return null;
    }

    private static bool IsBad(int number, int of, int oneIn) => number >= FewestCases && number * oneIn >= of;

    private static (int Number, int Of, int OneIn) Look(Remark remark, Period year) => remark switch
    {
        Remark.CrisesWithoutBed => (year[Figure.WithoutBed], year[Figure.Crises], OneCrisisIn),
        Remark.LongQueue => (year[Figure.Queue], year[Figure.InService], OneWaitingIn),
        Remark.DelayedDischarges => (year[Figure.DelayedDays], year[Figure.BedDays], OneBedDayIn),
        Remark.VacantPosts => (year[Figure.VacantPosts], year[Figure.Posts], OnePostIn),
        _ => (year[Figure.ManyNeedsOutside], year[Figure.InService], OneOfManyNeedsIn),
    };
}
