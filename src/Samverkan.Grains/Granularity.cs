namespace Samverkan.Grains;

/// <summary>Down to which level actors are grains; below it they are plain objects, advanced by the lowest grain.</summary>
public enum Granularity
{
    /// <summary>No grain at all: Orleans is bypassed.</summary>
    None,
    /// <summary>One grain computes a whole run, so that silos share the replications of a study.</summary>
    Replication,
    /// <summary>Nation, counties and municipalities, each of these with its whole branch: one large run over many
    /// silos.</summary>
    Municipality,
    /// <summary>Committees, units and teams too: one large municipality.</summary>
    Team,
    /// <summary>And every service user on a caseload: runs that are watched, asked and intervened in.</summary>
    Person,
}
