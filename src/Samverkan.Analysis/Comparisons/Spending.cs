using Samverkan.Model.Economy;

namespace Samverkan.Analysis.Comparisons;

/// <summary>What a sector's money is for; every payment of a sector is of one kind.</summary>
public enum Spending
{
    /// <summary>Frame and state grants.</summary>
    Income,
    /// <summary>Staff and premises.</summary>
    Staff,
    /// <summary>Joint training, hours in the committee, administration.</summary>
    Steering,
    /// <summary>Bed days, placements, housing, emergencies: what no frame controls.</summary>
    Demand,
    /// <summary>Liability for delayed discharges and posts bought, paid to the other sector less received from it.</summary>
    Between,
}

/// <summary>Sorts a sector's payments. What one sector pays to the other cancels out over both.</summary>
public static class SpendingKinds
{
    private static readonly Flow[] Everything = Enum.GetValues<Flow>();

    public static IReadOnlyList<Account> Sectors { get; } = [Account.County, Account.Municipality];

    /// <summary>What a sector spends on a kind, net; of <see cref="Spending.Income"/> what comes in.</summary>
    /// <param name="paid">SEK by payment.</param>
    public static double Of(Account sector, Spending kind, Func<Flow, double> paid)
    {
        var sum = 0.0;
        foreach (var flow in Everything)
        {
            var (from, to) = FlowKinds.Between(flow);
            if (from != sector && to != sector || KindOf(flow) != kind)
                continue;
            sum += from == sector || kind == Spending.Income ? paid(flow) : -paid(flow);
        }
        return sum;
    }

    /// <summary>All that a sector spends less what the other pays it.</summary>
    public static double Net(Account sector, Func<Flow, double> paid) =>
        Of(sector, Spending.Staff, paid) + Of(sector, Spending.Steering, paid) + Of(sector, Spending.Demand, paid)
        + Of(sector, Spending.Between, paid);

    private static Spending KindOf(Flow flow) => flow switch
    {
        Flow.CountyFrame or Flow.MunicipalFrame or Flow.CountyGrant or Flow.MunicipalGrant => Spending.Income,
        Flow.CountyUnits or Flow.MunicipalUnits => Spending.Staff,
        Flow.LiabilityPaid or Flow.LiabilityReceived or Flow.CountyPurchase or Flow.MunicipalPurchase => Spending.Between,
        _ => FlowKinds.IsDemandDriven(flow) ? Spending.Demand : Spending.Steering,
    };
}
