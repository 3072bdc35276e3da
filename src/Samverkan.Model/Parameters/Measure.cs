namespace Samverkan.Model.Parameters;

/// <summary>What a number measures. Values are kept in the unit named here, whatever unit a scenario wrote.</summary>
public enum Measure
{
    /// <summary>No unit: a factor, a slope, an exponent.</summary>
    Number,
    /// <summary>A share; 1 is 100 %.</summary>
    Share,
    /// <summary>0 is off, 1 is on.</summary>
    Switch,
    Count,
    Persons,
    Posts,
    Beds,
    Places,
    Days,
    Months,
    /// <summary>A hazard or rate per month.</summary>
    PerMonth,
    /// <summary>A hazard, rate or growth per year.</summary>
    PerYear,
    PersonsPerYear,
    HoursPerMonth,
    MeetingsPerYear,
    /// <summary>Swedish kronor in the stated price year.</summary>
    Sek,
    SekPerDay,
    SekPerMonth,
    SekPerYear,
}

/// <summary>Who may turn a parameter, and why.</summary>
public enum Role
{
    /// <summary>A policy can set it.</summary>
    Lever,
    /// <summary>A fact of the world that is not known well: varied in sensitivity analysis.</summary>
    Uncertain,
    /// <summary>A choice of the modeller about what the world is made of.</summary>
    Structural,
}

/// <summary>What a value rests on, from the firmest to the weakest.</summary>
public enum Evidence
{
    /// <summary>A published figure.</summary>
    Study,
    /// <summary>Arithmetic on published figures.</summary>
    Derived,
    /// <summary>Known in the field, without a figure that was seen.</summary>
    Expert,
    /// <summary>The modeller's assumption.</summary>
    Assumed,
}

/// <summary>How a figure follows a place's inhabitants: its value is stated for the reference municipality.</summary>
public enum Scaling
{
    /// <summary>A rate, a price or a share: the same everywhere.</summary>
    None,
    /// <summary>In proportion to inhabitants.</summary>
    ByInhabitants,
    /// <summary>In proportion in larger places; the same in smaller ones.</summary>
    InLarger,
    /// <summary>In proportion in smaller places; the same in larger ones.</summary>
    InSmaller,
}
