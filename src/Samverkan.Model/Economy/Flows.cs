using System.Runtime.CompilerServices;

namespace Samverkan.Model.Economy;

/// <summary>Where money can be. The outside world and the state are accounts too, so that all balances sum to nothing.</summary>
public enum Account : byte { Outside, State, County, Municipality, Transit }

/// <summary>Every kind of payment of the model; each goes from one account to another.</summary>
public enum Flow : byte
{
    CountyFrame, MunicipalFrame, CountyGrant, MunicipalGrant,
    CountyUnits, MunicipalUnits, CountyBedDays, CountyPlacements, MunicipalPlacements, MunicipalHousing, MunicipalEmergency,
    CountyTraining, MunicipalTraining, CountyCommittee, MunicipalCommittee, CountyAdministration, MunicipalAdministration,
    LiabilityPaid, LiabilityReceived, CountyPurchase, MunicipalPurchase, MunicipalBuilding,
}

/// <summary>Between which accounts a payment goes, and whose cost it is.</summary>
public static class FlowKinds
{
    public const int Count = 22;

    public static (Account From, Account To) Between(Flow flow) => flow switch
    {
        Flow.CountyFrame => (Account.Outside, Account.County),
        Flow.MunicipalFrame => (Account.Outside, Account.Municipality),
        Flow.CountyGrant => (Account.State, Account.County),
        Flow.MunicipalGrant => (Account.State, Account.Municipality),
        Flow.LiabilityPaid => (Account.Municipality, Account.Transit),
        Flow.LiabilityReceived => (Account.Transit, Account.County),
        Flow.CountyPurchase => (Account.County, Account.Municipality),
        Flow.MunicipalPurchase => (Account.Municipality, Account.County),
        Flow.CountyUnits or Flow.CountyBedDays or Flow.CountyPlacements or Flow.CountyTraining or Flow.CountyCommittee
            or Flow.CountyAdministration => (Account.County, Account.Outside),
        _ => (Account.Municipality, Account.Outside),
    };

    /// <summary>Whether the cost follows demand rather than decisions: no frame controls it.</summary>
    public static bool IsDemandDriven(Flow flow) =>
        flow is Flow.CountyBedDays or Flow.CountyPlacements or Flow.MunicipalPlacements
        or Flow.MunicipalHousing or Flow.MunicipalEmergency or Flow.LiabilityPaid;
}

/// <summary>The payments of one branch in one month, in whole SEK by kind.</summary>
[InlineArray(FlowKinds.Count)]
public struct Flows
{
    private long first;

    /// <exception cref="OverflowException">A sum does not fit 64 bits.</exception>
    public void Pay(Flow flow, long sek) => this[(int)flow] = checked(this[(int)flow] + sek);

    public readonly long Of(Flow flow) => this[(int)flow];

    public void Add(in Flows other)
    {
        for (var i = 0; i < FlowKinds.Count; i++)
            this[i] = checked(this[i] + other[i]);
    }

    /// <summary>What an account has more (or, negative, less) after these payments.</summary>
    public readonly long Net(Account account)
    {
        long net = 0;
        for (var i = 0; i < FlowKinds.Count; i++)
        {
            var (from, to) = FlowKinds.Between((Flow)i);
            if (to == account) net += this[i];
            if (from == account) net -= this[i];
        }
        return net;
    }

    /// <summary>What left an account.</summary>
    public readonly long Out(Account account)
    {
        long sum = 0;
        for (var i = 0; i < FlowKinds.Count; i++)
            if (FlowKinds.Between((Flow)i).From == account)
                sum += this[i];
        return sum;
    }

    /// <summary>What came into an account.</summary>
    public readonly long In(Account account) => Net(account) + Out(account);

    /// <summary>Demand-driven cost that left an account.</summary>
    public readonly long DemandDriven(Account account)
    {
        long sum = 0;
        for (var i = 0; i < FlowKinds.Count; i++)
            if (FlowKinds.IsDemandDriven((Flow)i) && FlowKinds.Between((Flow)i).From == account)
                sum += this[i];
        return sum;
    }
}
