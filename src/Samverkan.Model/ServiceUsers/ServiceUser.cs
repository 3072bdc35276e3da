using System.Numerics;
using System.Runtime.InteropServices;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Rules;
using Samverkan.Model.Snapshots;

namespace Samverkan.Model.ServiceUsers;

/// <summary>Where a person stands.</summary>
public enum Status : byte { Resident, Waiting, InService, Placed }

/// <summary>Lasting traits and circumstances of a person.</summary>
[Flags]
public enum Traits : byte
{
    None = 0,
    /// <summary>Goes to the clinic first where services are separate, else to the social office.</summary>
    ClinicFirst = 1,
    /// <summary>Has a place in supported housing.</summary>
    Housed = 2,
    /// <summary>Was admitted last month and is told so with this month's offer.</summary>
    Admitted = 4,
    /// <summary>The stay in the ward was cut short because others needed the bed.</summary>
    CutShort = 8,
    /// <summary>Has a home in Housing First.</summary>
    HousingFirst = 16,
    /// <summary>Gets floating support at home.</summary>
    FloatingSupport = 32,
    /// <summary>Is on the way to an assertive team.</summary>
    Picked = 64,
    /// <summary>A home with staff.</summary>
    Homes = Housed | HousingFirst,
    /// <summary>Any housing with support.</summary>
    Housing = Homes | FloatingSupport,
}

/// <summary>How far support by a partner team has come.</summary>
public enum LinkStage : byte { None, Pending, Active }

/// <summary>
/// One person of the target population: all that is remembered from month to month, in some 50 bytes. Kept by exactly one
/// actor at a time - a municipality, a team's queue or a team's caseload - and sent whole when it moves.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct ServiceUser
{
    /// <summary>Who: <see cref="Identity.OfPerson"/>.</summary>
    [StateKey] public ulong Id;

    /// <summary>Domains with an unmet need, one bit each.</summary>
    public uint Unmet;

    /// <summary>Domains with a met need, one bit each.</summary>
    public uint Met;

    /// <summary>Severity, mean 1 in the population.</summary>
    public float Severity;

    /// <summary>Engagement, 0 to 1.</summary>
    public float Engagement;

    /// <summary>Continuity with the coordinator, 0 to 1.</summary>
    public float Continuity;

    /// <summary>Lasting proneness to crisis, mean 1 in the population.</summary>
    public float Proneness;

    /// <summary>Lasting reluctance towards services, mean 1 in the population.</summary>
    public float Reluctance;

    /// <summary>What recent crises left behind: 0 in calm times, about 1 after a crisis, more after one without a bed.</summary>
    public float Instability;

    /// <summary>SEK that were spent on the person since January, both sectors together: <see cref="PersonCost"/>.</summary>
    public int CostOfYear;

    /// <summary>Months with the same coordinator.</summary>
    public ushort CoordinatorMonths;

    /// <summary>Months in the queue.</summary>
    public ushort WaitingMonths;

    /// <summary>Days of treatment in the ward that are left.</summary>
    public ushort WardDays;

    /// <summary>Days ready for discharge that are left.</summary>
    public ushort DelayDays;

    /// <summary>Days ready for discharge so far in this stay.</summary>
    public ushort DelayedSoFar;

    /// <summary>Months that are left of a refusal of all contact.</summary>
    public ushort RefusalMonths;

    /// <summary>Months in a row out of contact with every service.</summary>
    public ushort MonthsOut;

    /// <summary>Day of last month on which the person left the ward, 1 to 31; 0: did not.</summary>
    public ushort DischargeDay;

    /// <summary>Bed days of about the last year: a twelfth of them is forgotten each month.</summary>
    public ushort RecentBedDays;

    public TargetGroup Group;
    public Status Status;
    public Traits Traits;

    /// <summary>Months in a row with hardly any need.</summary>
    public byte CalmMonths;

    public LinkStage Link;

    /// <summary>Months in the link's stage.</summary>
    public byte LinkMonths;

    /// <summary>Ordinal of the partner's unit within the municipality, when a link exists.</summary>
    public ushort PartnerUnit;

    /// <summary>Ordinal of the partner's team within its unit.</summary>
    public ushort PartnerTeam;

    /// <summary>Months in the present work.</summary>
    public ushort MonthsInWork;

    public Work Work;

    /// <summary>Months with a job specialist; 0: there is none.</summary>
    public byte MonthsOfJobSupport;

    public readonly int UnmetCount => BitOperations.PopCount(Unmet);

    public readonly int MetCount => BitOperations.PopCount(Met);

    public readonly int UnmetIn(uint domains) => BitOperations.PopCount(Unmet & domains);

    public readonly int MetIn(uint domains) => BitOperations.PopCount(Met & domains);

    /// <summary>In the ward for treatment, or there waiting to be discharged.</summary>
    public readonly bool InWard => WardDays > 0 || DelayDays > 0;

    public readonly bool HasJobSpecialist => MonthsOfJobSupport > 0;

    public readonly bool Has(Traits trait) => (Traits & trait) != 0;

    /// <summary>The way down, once needs have moved (<see cref="RosterNeeds"/>): so do engagement and continuity.</summary>
    internal void Open(in CareOffer offer, ParameterSet p)
    {
        if (Status == Status.InService) Engaging.Month(ref this, offer, p.Engagement, p.Hazards.Continuity);
        else if (Status == Status.Waiting) Engagement *= (float)p.Engagement.Waiting;
        RecentBedDays -= (ushort)((RecentBedDays + 11) / 12);
    }

    /// <summary>The way up: what the month led to.</summary>
    /// <param name="own">A rule of crises in place of the model's; null: there is none.</param>
    internal LifeEvents Close(in CareOffer offer, ParameterSet p, in PersonDraws drawn, Month month, ICrisisRule? own = null)
    {
        var answer = LifeEventRule.Draw(ref this, offer, p, drawn, month, own);
        if ((answer & LifeEvents.Helped) == 0) Working.Month(ref this, p, drawn.Contact.W3);
        return answer;
    }

    /// <summary>Both ways once needs have moved, for a keeper that holds the person here.</summary>
    internal LifeEvents Live(in CareOffer offer, ParameterSet p, in PersonDraws drawn, Month month, ICrisisRule? own = null)
    {
        Open(offer, p);
        return Close(offer, p, drawn, month, own);
    }

    /// <summary>The whole month, for a person who is alone here.</summary>
    internal LifeEvents Live(in CareOffer offer, ParameterSet p, in RandomStreams random, Month month, ICrisisRule? own = null)
    {
        RosterNeeds.Move(ref this, offer, p, random, month);
        return Live(offer, p, PersonDraws.Of(random, Id, month), month, own);
    }
}
