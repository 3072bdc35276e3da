using System.Collections.Immutable;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>
/// The rhythm of a committee's year: the annual report and the accounts at its first meeting, the follow-up of the half
/// year after the summer, the plan before the turn of the year. Each is told at the first meeting that has its figures.
/// </summary>
internal sealed class YearBook
{
    // Most changes that one report names, and from which change on one is worth it.
    private const int MostChanges = 3;
    private const double LeastChange = .2;

    // A change is told when chance alone would hardly make it: two standard deviations of the difference of two counts. Posts are
    // counted in tenths, and bed days come by the stay: ten of either count as one.
    private const int StandardDeviations = 2;
    private const int CountAsOne = 10;

    // Two years of halves, and the one that has begun since.
    private const int Kept = 5;
    private const int TwoYears = 4;

    private const int HalfOfYear = 6;
    private const int FirstWithFiguresOfYear = 2;
    private const int FirstWithFiguresOfHalf = 8;
    private const int BeforeTurnOfYear = 10;

    // A frame that grows otherwise than the year before by so much is told.
    private const double LeastTurn = .025;

    private static readonly Figure[] Told =
    [
        .. Enum.GetValues<Figure>().Except([Figure.Posts, Figure.Beds, Figure.InService, Figure.Arrivals]),
    ];

    private readonly List<Period> halves = [];
    private readonly Inspectorate inspectorate = new();
    private readonly long[] frames = new long[Sectors.Count];
    private readonly double[] growths = new double[Sectors.Count];
    private Period current = new();
    private int reported, followedUp, planned, first;
    private int adapted, trained, moved, postsMoved;
    private GroupSet adaptedFor, trainedFor;

    /// <summary>Something was settled in daily work.</summary>
    public void Settled(Proposal proposal)
    {
        switch (proposal.Remedy)
        {
            case Remedy.Adapt:
                (adapted, adaptedFor) = (adapted + 1, adaptedFor | Concerned(proposal));
                break;
            case Remedy.Train:
                (trained, trainedFor) = (trained + 1, trainedFor | Concerned(proposal));
                break;
            default:
                (moved, postsMoved) = (moved + 1, postsMoved + proposal.Posts);
                break;
        }
    }

    /// <summary>Counts what a brief tells of the month before it.</summary>
    public void Add(Brief brief)
    {
        var counted = brief.Context.Month - 1;
        if (counted.Number % HalfOfYear == 1)
        {
            // A run may begin within a half.
            if (current.Months == HalfOfYear) halves.Add(current);
            if (halves.Count > Kept) halves.RemoveAt(0);
            current = new();
        }
        if (first == 0) first = brief.Context.Month.Year;
        current.Add(brief);
    }

    /// <summary>What the time of the year asks a meeting to be told.</summary>
    /// <param name="place">What holds and happens here at other dates.</param>
    public IEnumerable<News> At(Brief brief, DecisionFollowUp decisions, PlaceOverTime place)
    {
        var month = brief.Context.Month;
        var year = month.Year;
        // The figures of December are there in January, and counted with it.
        if (month.Number >= FirstWithFiguresOfYear && year > first && reported < year)
        {
            reported = year;
            foreach (var news in Annual(brief, year - 1, place)) yield return news;
        }
        if (month.Number >= FirstWithFiguresOfHalf && followedUp < year)
        {
            followedUp = year;
            foreach (var news in HalfYear(year, place)) yield return news;
        }
        if (month.Number >= BeforeTurnOfYear && planned < year)
        {
            planned = year;
            yield return new YearPlanned(year + 1, decisions.Underway, decisions.Next?.Proposal, decisions.Next?.From);
        }
    }

    private List<News> Annual(Brief brief, int year, PlaceOverTime place)
    {
        var news = new List<News>();
        // A committee that first meets late in the year has its first half before it too.
        var end = halves.Count - (brief.Context.Month.Number >= FirstWithFiguresOfHalf ? 1 : 0);
        if (end < 2) return news;
        var now = halves[end - 2].With(halves[end - 1]);
        var before = end < TwoYears ? null : halves[end - TwoYears].With(halves[end - TwoYears + 1]);
        news.Add(new YearReported(year, Figures(now), before is null ? [] : Figures(before)));
        if (before is not null) news.AddRange(Changes(now, before, Outside(year, place), false));
        news.Add(new AccountsClosed(year, -brief.County.Stress, -brief.Municipality.Stress));
        if (Frame(Sector.County, brief.County.Frame, year + 1) is { } ofCounty) news.Add(ofCounty);
        if (Frame(Sector.Municipality, brief.Municipality.Frame, year + 1) is { } ofMunicipality) news.Add(ofMunicipality);
        if (inspectorate.Year(year, now) is { } inspection) news.Add(inspection);
        if (adapted > 0) news.Add(new AdaptedDaily(year, adapted, adaptedFor));
        if (trained > 0) news.Add(new TrainedDaily(year, trained, trainedFor));
        if (moved > 0) news.Add(new PostsMovedDaily(year, moved, postsMoved));
        (adapted, trained, moved, postsMoved, adaptedFor, trainedFor) = (0, 0, 0, 0, default, default);
        return news;
    }

    private IEnumerable<News> HalfYear(int year, PlaceOverTime place) =>
        halves.Count < TwoYears - 1 ? [] : Changes(halves[^1], halves[^(TwoYears - 1)], Outside(year, place), true);

    // The largest changes, in the order of the figures.
    private static IEnumerable<News> Changes(Period now, Period before, OutsideYear year, bool firstHalf) => Told
        .Where(figure => IsTold(figure, now[figure], before[figure]))
        .OrderByDescending(figure => Factor(now[figure], before[figure]))
        .ThenBy(figure => figure).Take(MostChanges).OrderBy(figure => figure)
        .Select(figure => new FigureMoved(figure, before[figure], now[figure], year.Year, firstHalf,
            Causes.Of(figure, now, before, year)));

    // The frames' growth that was last told is that of the year that is reported now.
    private OutsideYear Outside(int year, PlaceOverTime place) =>
        new(year, growths[(int)Sector.County], growths[(int)Sector.Municipality], LeastTurn, place);

    private static double Factor(int now, int before) => Math.Abs(now - before) / (double)Math.Max(1, Math.Min(now, before));

    private static bool IsTold(Figure figure, int now, int before)
    {
        var size = figure is Figure.VacantPosts or Figure.Leavers or Figure.BedDays or Figure.DelayedDays ? CountAsOne : 1;
        var (change, sum) = (Math.Abs(now - before) / (double)size, (now + before) / (double)size);
        return change > 0 && change >= LeastChange * before / size
            && change * change >= StandardDeviations * StandardDeviations * sum;
    }

    private FrameSet? Frame(Sector sector, long frame, int year)
    {
        var (last, at) = (frames[(int)sector], (int)sector);
        frames[at] = frame;
        if (last <= 0) return null;
        var (growth, grew) = ((double)frame / last - 1, growths[at]);
        growths[at] = growth;
        return Math.Abs(growth - grew) < LeastTurn ? null : new(sector, year, growth);
    }

    private static ImmutableArray<int> Figures(Period period) => [.. Enum.GetValues<Figure>().Select(figure => period[figure])];

    private static GroupSet Concerned(Proposal proposal) => proposal.Group is { } group ? GroupSet.Of(group) : default;
}
