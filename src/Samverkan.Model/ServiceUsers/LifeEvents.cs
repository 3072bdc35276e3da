namespace Samverkan.Model.ServiceUsers;

/// <summary>What happened to a person in a month.</summary>
[Flags]
public enum LifeEvents : byte
{
    Nothing = 0,
    /// <summary>An emergency referral to the ward.</summary>
    Crisis = 1,
    /// <summary>Is to be placed outside the municipality.</summary>
    ToPlacement = 2,
    DroppedOut = 4,
    /// <summary>Hardly any need for months: discharged.</summary>
    Helped = 8,
    Died = 16,
    /// <summary>Moved away, or recovered out of the target population.</summary>
    Left = 32,
    NewCoordinator = 64,
    /// <summary>The crisis came within 28 days of leaving the ward.</summary>
    SoonAfterWard = 128,
    /// <summary>Any answer by which the keeper stops keeping the person.</summary>
    Departs = ToPlacement | DroppedOut | Helped | Died | Left,
}
