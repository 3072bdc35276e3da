using Samverkan.Model.Chance;

namespace Samverkan.Model.Economy;

/// <summary>What decisions of politics on places of housing with support cost, SEK a year.</summary>
/// <param name="Running">Places paid for, and support that is given.</param>
/// <param name="Building">Capital of places that are being built.</param>
public readonly record struct DecidedPlaces(double Running, double Building);

/// <summary>
/// One sector's money in one municipality: balance, frame, and what the last twelve months cost. It may go negative: that
/// is a deficit. In the warm-up money follows cost; then the last twelve months' cost becomes the frame.
/// </summary>
public sealed class SectorAccount(Sector sector)
{
    private const int QuartersOfYear = 4;
    private const int MonthsOfQuarter = 3;

    private readonly long[] cost = new long[12], demand = new long[12], income = new long[12];
    private int months;
    private long baseFrame, baseDemand;
    private double growth = 1, grown = 1;
    private double compensation;
    private double withdrawn;

    // SEK a year that decided places cost at the start, and what the frame followed them by since January.
    private double basePlaces, placesOfYear;

    public Sector Sector { get; } = sector;

    /// <summary>SEK; negative: owed.</summary>
    public long Balance { get; private set; }

    /// <summary>SEK a year, as last set.</summary>
    public long Frame { get; private set; }

    /// <summary>Cost of the last twelve months.</summary>
    public long YearlyCost => Sum(cost, 12);

    /// <summary>Deficit of twelve months as share of income; negative: surplus.</summary>
    public double Stress
    {
        get
        {
            var paid = Sum(income, 12);
            return paid <= 0 ? YearlyCost > 0 ? 1 : 0 : (YearlyCost - paid) / (double)paid;
        }
    }

    /// <summary>What the last quarter left over, as SEK a year; negative: lacking.</summary>
    public long Slack => QuartersOfYear * (Sum(income, MonthsOfQuarter) - Sum(cost, MonthsOfQuarter));

    /// <summary>
    /// The payment of a month: a twelfth of frame = F0 G - (1 - lever)(F0 - D0) G + 0.5 (D of last year - D0 G) + P - W,
    /// with growth G (real, and of inhabitants), initial frame F0, demand-driven cost D0 and W withdrawn since nobody spent it.
    /// P is what decided places cost beyond those of the start: the frame follows a decision of politics at once, so that
    /// new places take no staff away, and abolished ones leave no money for staff. D is without them.
    /// A decided frame takes the place of that. A change of the whole frame comes on top. The twelfths of a year add up.
    /// </summary>
    /// <param name="pressure">Hours needed over hours at hand, those who wait counted: money is withdrawn only from a sector that
    /// could not use it.</param>
    /// <param name="inhabitants">As share of those of the first month: a frame follows them from one year to the next.</param>
    /// <param name="places">What decided places of housing with support cost.</param>
    public long Payment(
        FundingParameters p, Month month, bool firstYear, double pressure = 0, double inhabitants = 1,
            DecidedPlaces places = default)
    {
        if (month.IsJanuary && !firstYear)
        {
            growth *= (1 + p.Growth[(int)Sector]) * (inhabitants / grown);
            grown = inhabitants;
            var surplus = Sum(income, 12) - YearlyCost - p.HiringSurplus * Frame;
            withdrawn += (1 - Budget.Need(p, pressure)) * p.Withdrawn * Math.Max(0, surplus);
            compensation = p.Compensation * (Sum(demand, 12) - baseDemand * growth - placesOfYear);
            placesOfYear = 0;
        }
        var running = p.PlacesFollowed * (places.Running - basePlaces * grown);
        placesOfYear += running / 12;
        var frame = baseFrame * growth - (1 - p.Controllable[(int)Sector]) * (baseFrame - baseDemand) * growth
            + compensation - withdrawn
            + running + p.PlacesFollowed * places.Building;
        if (p.FrameDecided[(int)Sector] > 0) frame = p.FrameDecided[(int)Sector];
        frame = frame * p.Frame[(int)Sector] + p.FrameAdded[(int)Sector];
        Frame = Math.Max(0, (long)Math.Floor(frame));
        return Frame * month.Number / 12 - Frame * (month.Number - 1) / 12;
    }

    /// <summary>After the warm-up: what things cost becomes the frame, with a little slack.</summary>
    /// <param name="places">What decided places cost.</param>
    public void SetBase(FundingParameters p, DecidedPlaces places = default)
    {
        basePlaces = places.Running;
        baseFrame = p.FirstFrame[(int)Sector] > 0 ? (long)p.FirstFrame[(int)Sector] : (long)(YearlyCost * (1 + p.InitialSlack));
        baseDemand = Sum(demand, 12);
        Frame = baseFrame;
    }

    /// <summary>After a past that was lived: what is known of the place now takes the place of what the past came to.</summary>
    /// <param name="newPosts">Cost of posts that the place has beyond those of the past, SEK a year.</param>
    /// <param name="places">What decided places cost.</param>
    public void SetBaseAgain(FundingParameters p, double newPosts, DecidedPlaces places = default)
    {
        (basePlaces, placesOfYear) = (places.Running / grown, 0);
        baseDemand = Sum(demand, 12);
        baseFrame = p.FirstFrame[(int)Sector] > 0
            ? (long)p.FirstFrame[(int)Sector]
            : (long)((YearlyCost + newPosts) * (1 + p.InitialSlack));
        (growth, compensation, withdrawn) = (1, 0, 0);
    }

    /// <summary>Books a month.</summary>
    public void Book(in Flows flows)
    {
        var account = Sector == Sector.County ? Account.County : Account.Municipality;
        var slot = months++ % 12;
        cost[slot] = flows.Out(account);
        income[slot] = flows.In(account);
        demand[slot] = flows.DemandDriven(account);
        Balance = checked(Balance + flows.Net(account));
    }

    // The latest so many months.
    private long Sum(long[] ring, int count)
    {
        long sum = 0;
        for (var i = 1; i <= Math.Min(count, months); i++)
            sum += ring[(months - i) % 12];
        return sum;
    }
}
