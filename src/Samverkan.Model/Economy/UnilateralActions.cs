using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;

namespace Samverkan.Model.Economy;

/// <summary>
/// How a sector stands towards the other: what it did alone and until when. Freezes end by themselves; a shift of cost
/// lasts until the agreement is revised, or the sector has had no deficit for a year.
/// </summary>
public sealed class UnilateralActions
{
    private Month? lastAct, freezeUntil, shiftUntil;

    /// <summary>Whether the sector has put its deficit before the committee this quarter.</summary>
    public bool BringsDeficit { get; private set; }

    public bool Freezes(Month month) => freezeUntil is { } until && month <= until;

    public bool Shifts(Month month) => shiftUntil is { } until && month <= until;

    /// <summary>Acts, if it acts. Returns what it did and the conflict that this causes.</summary>
    internal (Act Act, double Conflict) Consider(
        FundingParameters p, CooperationParameters c, double stress, in CooperationState cooperation, bool joint,
        in RandomStreams random, ulong who, Month month)
    {
        if (month.EndsQuarter)
        {
            BringsDeficit = false;
            if (stress <= 0) shiftUntil = null;
        }
        var act = DeficitAct.Decide(p, stress, cooperation.Trust, cooperation.Agreement, joint, lastAct, random, who, month);
        if (act is Act.None) return (act, 0);
        if (act is Act.BringToCommittee)
        {
            BringsDeficit = true;
            return (act, 0);
        }
        lastAct = month;
        if (act is Act.Freeze) freezeUntil = month + (int)p.FreezeMonths;
        if (act is Act.Shift) shiftUntil = month + (int)p.ShiftMonths;
        return (act, act switch
        {
            Act.Freeze => c.ConflictOfFreeze,
            Act.Shift => c.ConflictOfShift,
            Act.Withdraw => c.ConflictOfWithdrawal,
            _ => c.ConflictOfClosure,
        });
    }

    /// <summary>A revised agreement ends shifts of cost.</summary>
    public void AgreementRevised() => shiftUntil = null;
}
