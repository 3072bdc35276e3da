namespace Samverkan.Model.Chance;

/// <summary>
/// What a draw decides. The number is part of the draw's key, so it is never reused or changed: a new decision takes a
/// new number.
/// </summary>
public enum Purpose : ushort
{
    /// <summary>Needs of one month: 22 numbers of 16 bits in blocks 0-2, their lower 16 bits in blocks 3-5.</summary>
    Needs = 1,
    /// <summary>Crisis, placement, dropout, exit.</summary>
    LifeEvents = 2,
    /// <summary>Coordinator, link, loss of a referral, cause of exit or, of who stays, luck in work.</summary>
    Contact = 3,
    Severity = 4,
    FirstNeeds = 5,
    History = 6,
    Stay = 7,
    Delay = 8,
    Lot = 9,
    Referral = 10,
    Arrivals = 11,
    Leavers = 12,
    Hiring = 13,
    Act = 14,
    KindOfAct = 15,
    Agenda = 16,
    Consensus = 17,
    Execution = 18,
    LeaderExit = 19,
    Dissolution = 20,
    TakeOver = 21,
    Attendance = 22,
    MeetingDay = 23,
    Return = 24,
    Transfer = 25,
    FirstKeeper = 26,
    /// <summary>A person's lasting proneness to crisis.</summary>
    Proneness = 27,
    /// <summary>A person's lasting reluctance towards services.</summary>
    Reluctance = 28,
    /// <summary>How long a person stays away after leaving a service or declining one.</summary>
    Refusal = 29,
    /// <summary>Clinical needs that come back after a crisis without a bed: a number for each domain.</summary>
    Relapse = 30,
    /// <summary>Whether a crisis is treated at home.</summary>
    HomeTreatment = 31,
    /// <summary>The day of the month on which a crisis comes.</summary>
    CrisisDay = 32,
    /// <summary>Whether a person accepts a referral, and whether a crisis leads to contact.</summary>
    Acceptance = 33,
    /// <summary>Whether an empty seat finds a successor.</summary>
    Successor = 40,
    /// <summary>Whether leaders and teams settle a daily matter.</summary>
    DailyConsent = 41,
    /// <summary>Whether somebody takes up a joint plan or a group.</summary>
    Initiative = 42,
    /// <summary>How much people in a place resist a joint plan or a group: lasting.</summary>
    Resistance = 43,
    /// <summary>Whether who takes a seat burns for the cooperation.</summary>
    Champion = 44,
    /// <summary>What a committee makes more of than its needs say: lasting.</summary>
    Bent = 45,
    /// <summary>The same at one meeting.</summary>
    Mood = 46,
    /// <summary>When an application for housing is decided on; lasting: whether treatment must come first.</summary>
    Housing = 50,
    /// <summary>Whether a tenant loses the home, moves on, or needs support no more.</summary>
    Tenancy = 51,
    /// <summary>Whether an assertive team lets go of a person.</summary>
    StepDown = 52,
    /// <summary>Whether a mobile crisis team is called to a crisis, and whether the person stays at home.</summary>
    CrisisTeam = 53,
    /// <summary>Whether a person wants to work, and has work at first: lasting.</summary>
    Work = 54,
    /// <summary>
    /// Outside of any run: the place of a draw of the region in the order in which a comparison's pairs take them.
    /// </summary>
    PlaceOfDraw = 60,
}

/// <summary>
/// The luck of one replication. Every draw is a pure function of (seed, replication, who, month, purpose, index): the
/// scenario is not in the key, so the same person meets the same luck in every scenario (common random numbers), and no
/// order of execution can change it.
/// </summary>
/// <param name="Key0">Mixed from seed and replication.</param>
/// <param name="Key1">Mixed from seed and replication.</param>
public readonly record struct RandomStreams(uint Key0, uint Key1)
{
    public static RandomStreams Of(ulong seed, int replication)
    {
        var mixed = StateHash.Mix(StateHash.Mix(seed) + unchecked((ulong)replication * 0x9E3779B97F4A7C15));
        return new((uint)mixed, (uint)(mixed >> 32));
    }

    /// <summary>Four independent words.</summary>
    public Words Words(ulong who, Month month, Purpose purpose, uint index = 0) =>
        Philox.Block(Key0, Key1, (uint)who, (uint)(who >> 32), (uint)month.Index | (uint)purpose << 16, index);

    /// <summary>A uniform number strictly between 0 and 1, of 52 bits.</summary>
    public double Unit(ulong who, Month month, Purpose purpose, uint index = 0) =>
        Unit(Words(who, month, purpose, index));

    /// <summary>The first two words as a uniform number strictly between 0 and 1, of 52 bits.</summary>
    public static double Unit(in Words words) => Unit(words.W0, words.W1);

    /// <summary>Two words as a uniform number strictly between 0 and 1; with a 53rd bit the largest would round to 1.</summary>
    public static double Unit(uint high, uint low) => ((((ulong)high << 32 | low) >> 12) + .5) * (1.0 / (1UL << 52));

    /// <summary>A word as a uniform number strictly between 0 and 1.</summary>
    public static double Unit(uint word) => (word + .5) * (1.0 / 4294967296.0);
}
