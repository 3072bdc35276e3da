using Samverkan.Model.Economy;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>What a change of a figure follows from.</summary>
public enum CauseKind : byte
{
    None, PostsGone, PostsAdded, PostsVacant, PostsFilled, HiringStopped, BedsClosed, BedsOpened, MoreArrivals, FewerArrivals,
    UnitClosed, UnitOpened, GroupIncluded, MunicipalityTakesItsTime, CountyDischargesEarly,
}

/// <summary>The cause of a change, as far as it shows in what happened in the same time.</summary>
/// <param name="Number">Posts in tenths, beds, persons or units; 0 where there is nothing to count.</param>
/// <param name="By">The sector that acted, if one did.</param>
/// <param name="Behind">What came from outside and led to it, if that is known.</param>
public readonly record struct Cause(CauseKind Kind, int Number = 0, Sector? By = null, Behind? Behind = null);

/// <summary>
/// Which of the things that happened in a year explain that a figure rose or fell. A cause is named where it works in the
/// direction of the change and is large enough to be told; the first that is so is told.
/// </summary>
internal static class Causes
{
    // Changes that are too small to explain anything: tenths of posts, beds, and arrivals as share of those of the year before.
    private const int FewTenths = 10;
    private const int FewBeds = 1;
    private const int OneInSoManyArrivals = 8;

    public static Cause? Of(Figure figure, Period now, Period before, OutsideYear? outside = null)
    {
        var rises = now[figure] > before[figure];
        foreach (var cause in Candidates(figure, rises, now, before))
            if (cause.Kind != CauseKind.None)
                return cause with { Behind = outside?.Of(cause) };
        return null;
    }

    // What more persons in need, or fewer hours for them, drive up.
    private static bool IsOfNeed(Figure figure) =>
        figure is Figure.Queue or Figure.UnmetNeeds or Figure.ManyNeedsOutside or Figure.Dropouts
        or Figure.OutOfContact or Figure.Placed;

    private static Cause[] Candidates(Figure figure, bool rises, Period now, Period before) => figure switch
    {
        _ when IsOfNeed(figure) => rises
            ? [UnitClosed(now), PostsGone(now, before), Vacant(now, before), HiringStopped(now), MoreArrivals(now, before)]
            : [UnitOpened(now), PostsAdded(now, before), Filled(now, before), Included(now), FewerArrivals(now, before)],
        Figure.InService or Figure.Helped => rises
            ? [UnitOpened(now), PostsAdded(now, before), Included(now), Filled(now, before), MoreArrivals(now, before)]
            : [UnitClosed(now), PostsGone(now, before), Vacant(now, before), HiringStopped(now), FewerArrivals(now, before)],
        Figure.WithoutBed => rises ? [BedsClosed(now, before), Slow(now)] : [BedsOpened(now, before)],
        Figure.Admissions or Figure.BedDays =>
            rises ? [BedsOpened(now, before), Vacant(now, before)] : [BedsClosed(now, before), Early(now)],
        Figure.DelayedDays =>
            rises ? [Slow(now), PostsGone(now, before), Vacant(now, before)] : [PostsAdded(now, before), Filled(now, before)],
        Figure.Readmissions =>
            rises ? [Early(now), BedsClosed(now, before), Vacant(now, before)] : [PostsAdded(now, before), Filled(now, before)],
        Figure.Crises or Figure.Deaths =>
            rises ? [MoreArrivals(now, before), PostsGone(now, before)] : [UnitOpened(now), PostsAdded(now, before)],
        Figure.VacantPosts => rises ? [HiringStopped(now), PostsAdded(now, before)] : [PostsGone(now, before)],
        _ => [],
    };

    private static Cause PostsGone(Period now, Period before) =>
        At(CauseKind.PostsGone, before[Figure.Posts] - now[Figure.Posts], FewTenths);

    private static Cause PostsAdded(Period now, Period before) =>
        At(CauseKind.PostsAdded, now[Figure.Posts] - before[Figure.Posts], FewTenths);

    private static Cause Vacant(Period now, Period before) =>
        At(CauseKind.PostsVacant, now[Figure.VacantPosts] - before[Figure.VacantPosts], FewTenths);

    private static Cause Filled(Period now, Period before) =>
        At(CauseKind.PostsFilled, before[Figure.VacantPosts] - now[Figure.VacantPosts], FewTenths);

    private static Cause BedsClosed(Period now, Period before) =>
        At(CauseKind.BedsClosed, before[Figure.Beds] - now[Figure.Beds], FewBeds);

    private static Cause BedsOpened(Period now, Period before) =>
        At(CauseKind.BedsOpened, now[Figure.Beds] - before[Figure.Beds], FewBeds);

    private static Cause MoreArrivals(Period now, Period before) => At(
        CauseKind.MoreArrivals, now[Figure.Arrivals] - before[Figure.Arrivals],
            1 + before[Figure.Arrivals] / OneInSoManyArrivals);

    private static Cause FewerArrivals(Period now, Period before) => At(
        CauseKind.FewerArrivals, before[Figure.Arrivals] - now[Figure.Arrivals],
            1 + before[Figure.Arrivals] / OneInSoManyArrivals);

    private static Cause UnitOpened(Period now) => At(CauseKind.UnitOpened, now.UnitsOpened, 1);

    private static Cause UnitClosed(Period now) => At(CauseKind.UnitClosed, now.UnitsClosed, 1);

    private static Cause Included(Period now) => At(CauseKind.GroupIncluded, now.GroupsIncluded, 1);

    private static Cause HiringStopped(Period now) =>
        now.CountyFroze ? new(CauseKind.HiringStopped, By: Sector.County)
        : now.MunicipalityFroze ? new(CauseKind.HiringStopped, By: Sector.Municipality) : default;

    private static Cause Slow(Period now) => now.MunicipalityShifted ? new(CauseKind.MunicipalityTakesItsTime) : default;

    private static Cause Early(Period now) => now.CountyShifted ? new(CauseKind.CountyDischargesEarly) : default;

    private static Cause At(CauseKind kind, int number, int least) => number >= least ? new(kind, number) : default;
}
