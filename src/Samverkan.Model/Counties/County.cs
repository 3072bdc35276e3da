using System.Collections.Immutable;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Parameters;
using Samverkan.Model.Snapshots;

namespace Samverkan.Model.Counties;

/// <summary>
/// A county: psychiatry. It keeps one account per municipality and the total of beds. It pays frames and grants beds from
/// last month's reports; in a deficit it acts county-wide, and what it does alone hits the branch with the largest
/// deficit.
/// </summary>
public sealed class County
{
    private readonly World world;
    private readonly string code;
    private readonly ulong who;
    private readonly CountyBranch[] branches;
    private readonly UnilateralActions unilateral = new();
    private int bedsClosed;
    private int hitBranch;
    private double occupancy = 1;

    // Of the month under way, between the two acts.
    [NotState] private Context context = null!;
    [NotState] private int bedDaysGranted;

    /// <param name="first">Position in the map of its first municipality.</param>
    public County(World world, CountyOnMap map, int first)
    {
        this.world = world;
        code = map.Code;
        Path = ActorPath.County(code);
        who = Identity.OfActor(Path.ToString());
        branches = [.. map.Municipalities.Select((m, i) => new CountyBranch(first + i, m))];
    }

    public ActorPath Path { get; }

    /// <summary>The way down: money, beds and what the county does about its deficit.</summary>
    public ImmutableArray<CountyMandate> Open(Context month)
    {
        context = month;
        for (var i = 0; i < branches.Length; i++)
            branches[i].Grow(
                world.MapOf(branches[i].Municipality), ParametersAt(i).Population.Growth, month.Month, world.Blueprint.Begins);
        var beds = Beds();
        bedDaysGranted = (int)(beds * ParametersAt(0).Ward.DaysPerMonth);
        if (world.MeetsThePresent(month.Month)) MeetThePresent();
        var bedDays = BedGrants.Divide(bedDaysGranted, branches, ParametersAt(0).Ward);
        var (hit, act, conflict) = ConsiderDeficit();
        var mandates = ImmutableArray.CreateBuilder<CountyMandate>(branches.Length);
        var bedShares = LargestRemainder.Divide(beds, [.. branches.Select(b => b.Inhabitants)]);
        for (var i = 0; i < branches.Length; i++)
        {
            var branch = branches[i];
            var p = ParametersAt(i);
            mandates.Add(new()
            {
                Context = month,
                Inhabitants = branch.Inhabitants,
                Growth = branch.Growth,
                Payments = Payments(branch, p),
                Beds = bedShares[i],
                BedDays = bedDays[i],
                Budget = StaffBudget(branch, p),
                Stress = Stress(),
                Slack = branch.Account.Slack,
                Frame = branch.Account.Frame,
                BringsDeficit = unilateral.BringsDeficit,
                Shifts = i == hitBranch && unilateral.Shifts(month.Month),
                Freezes = i == hitBranch && unilateral.Freezes(month.Month),
                Act = i == hit ? act : Act.None,
                Conflict = i == hit ? conflict : 0,
            });
        }
        return mandates.MoveToImmutable();
    }

    /// <summary>The way up: the branches' costs are booked.</summary>
    public CountyReport Close(ImmutableArray<MunicipalityReport> reports)
    {
        var flows = new Flows();
        long balance = 0, transit = 0;
        double used = 0;
        for (var i = 0; i < branches.Length; i++)
        {
            var (branch, report) = (branches[i], reports[i]);
            branch.Account.Book(report.Flows);
            branch.Transit += report.Flows.Net(Account.Transit);
            branch.DaysAhead = report.WardDaysAhead;
            branch.DaysWanted += ParametersAt(i).Ward.WantedPace * (report.WardDaysWanted - branch.DaysWanted);
            branch.Last = BranchStanding.Of(report);
            if (report.AgreementRevised) unilateral.AgreementRevised();
            if (context.Month + 1 == world.Blueprint.Begins) branch.Account.SetBase(ParametersAt(i).Funding);
            flows.Add(report.Flows);
            used += report.BedDaysUsed;
            balance += branch.Account.Balance;
            transit += branch.Transit;
        }
        if (bedDaysGranted > 0) occupancy += ParametersAt(0).Ward.OccupancyPace * (used / bedDaysGranted - occupancy);
        return new(code, reports, flows, balance, transit, Snapshot.Hash(this, [.. reports.Select(report => report.Hash)]));
    }

    // Posts and frames as the scenario states them from this month on, where it does.
    private void MeetThePresent()
    {
        for (var i = 0; i < branches.Length; i++)
        {
            var (p, then) = (ParametersAt(i), world.ParametersOf(branches[i].Municipality, new(world.Blueprint.Begins, [])));
            var posts = p.Services.ClinicPosts == then.Services.ClinicPosts || branches[i].Last is not { } last
                ? 0
                : p.Services.ClinicPosts * branches[i].Inhabitants / p.Population.Reference - last.Posts / 10.0;
            if (posts != 0 || p.Funding.FirstFrame[(int)Sector.County] != then.Funding.FirstFrame[(int)Sector.County])
                branches[i].Account.SetBaseAgain(p.Funding, posts * p.Prices.Post);
        }
    }

    private ParameterSet ParametersAt(int branch) => world.ParametersOf(branches[branch].Municipality, context);

    // Beds of the whole county, by inhabitants. In a lasting deficit, or when they stand empty, some are closed: what they
    // cost goes to outpatient care. When the ward is full and there is money, they open again.
    private int Beds()
    {
        var p = ParametersAt(0);
        double people = 0, planned = 0;
        for (var i = 0; i < branches.Length; i++)
        {
            people += branches[i].Inhabitants;
            planned += ParametersAt(i).Ward.Beds * branches[i].Inhabitants / ParametersAt(i).Population.Reference;
        }
        if (context.Month.EndsQuarter && !world.IsWarmUp(context.Month))
        {
            var step = Math.Max(1, (int)Math.Floor(p.Funding.BedsClosed * people / p.Population.Reference + .5));
            var slack = Slack();
            var mayClose = planned - bedsClosed - step >= p.Funding.BedsKept * planned;
            if (mayClose && (-slack > p.Funding.LayOffDeficit * Frame() || occupancy < p.Ward.EmptyBeds)) bedsClosed += step;
            else if (occupancy > p.Ward.FullBeds && Stress() < -p.Funding.HiringSurplus && slack > step * p.Prices.Bed)
                bedsClosed = Math.Max(0, bedsClosed - step);
        }
        return Math.Max(0, (int)Math.Floor(planned + .5) - bedsClosed);
    }

    private Flows Payments(CountyBranch branch, ParameterSet p)
    {
        var flows = new Flows();
        flows.Pay(Flow.LiabilityReceived, branch.Transit);
        if (world.IsWarmUp(context.Month)) return flows;
        flows.Pay(Flow.CountyFrame, branch.Account.Payment(
            p.Funding, context.Month, context.Month - world.Blueprint.Begins < 12, branch.Last?.Strain ?? 0, branch.Growth));
        if (branch.Last is { PlanStands: true })
            flows.Pay(
                Flow.CountyGrant,
                (long)(p.Nation.StimulusGrant * p.Nation.StimulusCountyShare / 12 * branch.Inhabitants / p.Population.Reference));
        return flows;
    }

    private StaffBudget StaffBudget(CountyBranch branch, ParameterSet p) =>
        world.IsWarmUp(context.Month) || branch.Last is not { } last
            ? new(true, 0)
            : world.Blueprint.Rules.Hiring.Month(p.Funding, new(
                p.Prices.Post, branch.Account.Stress, branch.Account.Slack, branch.Account.Frame, last.Posts, last.Vacant,
                last.Strain, branch == branches[hitBranch] && unilateral.Freezes(context.Month), context.Month));

    private (int Hit, Act Act, double Conflict) ConsiderDeficit()
    {
        if (world.IsWarmUp(context.Month)) return (-1, Act.None, 0);
        var hit = 0;
        for (var i = 1; i < branches.Length; i++)
            if (branches[i].Account.Stress > branches[hit].Account.Stress)
                hit = i;
        var p = ParametersAt(hit);
        var (cooperation, joint) = branches[hit].Last is { } last ? (last.Cooperation, last.IsJoint)
            : (new CooperationState(), false);
        var (act, conflict) = unilateral.Consider(p.Funding, p.Cooperation, Stress(), cooperation, joint, world.RandomStreams,
            who, context.Month);
        if (act >= Act.Freeze) hitBranch = hit;
        return (hit, act, conflict);
    }

    private long Frame()
    {
        long sum = 0;
        foreach (var branch in branches)
            sum += branch.Account.Frame;
        return sum;
    }

    private long Slack()
    {
        long sum = 0;
        foreach (var branch in branches)
            sum += branch.Account.Slack;
        return sum;
    }

    private double Stress()
    {
        double deficit = 0, frames = 0;
        foreach (var branch in branches)
        {
            deficit += branch.Account.Stress * branch.Account.Frame;
            frames += branch.Account.Frame;
        }
        return frames <= 0 ? branches.Max(branch => branch.Account.Stress) : deficit / frames;
    }
}
