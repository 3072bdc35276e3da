namespace Samverkan.Model.ServiceUsers;

/// <summary>What a person gets in a month: a message down, from whoever keeps the person.</summary>
/// <param name="County">Effective care for needs led by the county, 0 to 1.</param>
/// <param name="Municipality">Effective care for needs led by the municipality, 0 to 1.</param>
/// <param name="CoordinatorLeaves">Probability that the person's coordinator changes.</param>
/// <param name="Involvement">Level that engagement moves towards under full continuity.</param>
/// <param name="Placement">Factor on the hazard of being placed outside.</param>
/// <param name="BothSectors">Whether both sectors care for the person: a joint team, or an active link.</param>
/// <param name="Assertive">Whether an assertive team makes the offer: it goes to those who stay away.</param>
/// <param name="OthersWait">Whether others wait for the team: it reviews who can go to primary care.</param>
/// <param name="Managed">How far the person has a case manager, 0 to 1.</param>
public readonly record struct CareOffer(
    float County, float Municipality, float CoordinatorLeaves, float Involvement, float Placement, bool BothSectors,
        bool OthersWait = false,
    bool Assertive = false, float Managed = 0);
