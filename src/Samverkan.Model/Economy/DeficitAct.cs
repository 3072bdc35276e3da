using Samverkan.Model.Chance;

namespace Samverkan.Model.Economy;

/// <summary>What a sector in deficit does.</summary>
public enum Act : byte { None, BringToCommittee, Freeze, Withdraw, Close, Shift }

/// <summary>
/// What a sector does about a deficit: each quarter, if the deficit of twelve months exceeds the
/// tolerance and the last act is some months ago, it acts alone with probability
/// sigma(.6 + 18 stress - 4.5 T - 1.5 a); otherwise it takes the deficit to the committee. Trust and a strong agreement
/// keep it at the table. An act alone freezes hiring, withdraws staff, closes a joint unit or shifts cost.
/// </summary>
internal static class DeficitAct
{
    /// <param name="stress">Deficit as share of the frame.</param>
    /// <param name="joint">Whether there is a joint service to withdraw from.</param>
    public static Act Decide(
        FundingParameters p, double stress, double trust, double agreement, bool joint, Month? lastAct, in RandomStreams random,
        ulong who, Month month)
    {
        if (!month.EndsQuarter || stress <= p.Tolerance) return Act.None;
        var alone = ExactMath.Sigmoid(
            p.ActBase + p.ActStress * Math.Min(stress, p.DeepestDeficit) - p.ActTrust * trust - p.ActAgreement * agreement);
        var paused = lastAct is { } last && month - last < p.ActPause;
        if (paused || random.Unit(who, month, Purpose.Act) >= alone) return Act.BringToCommittee;
        var u = random.Unit(who, month, Purpose.KindOfAct);
        if (u < p.FreezeShare) return Act.Freeze;
        if (u < p.FreezeShare + p.WithdrawShare) return joint ? Act.Withdraw : Act.Freeze;
        if (u < p.FreezeShare + p.WithdrawShare + p.CloseShare) return joint && stress > p.CloseStress ? Act.Close : Act.Shift;
        return Act.Shift;
    }
}
