using Samverkan.Model.Chance;

namespace Samverkan.Model.Counties;

/// <summary>
/// A mobile crisis team in a month: it is called to a share of the crises, in the order of their lot and as far as its posts
/// suffice, before a bed is asked for. Some of the persons whom it meets stay at home; for the others nothing changes.
/// </summary>
/// <param name="Visits">Crises that it can meet.</param>
/// <param name="Called">Share of crises that it is called to.</param>
/// <param name="StaysAtHome">Share of crises that it meets after which the person stays at home.</param>
internal readonly record struct CrisisTeam(int Visits, double Called, double StaysAtHome)
{
    /// <param name="posts">Posts that are filled, in tenths.</param>
    public static CrisisTeam Of(CrisisTeamParameters p, int posts) =>
        new((int)Math.Floor(posts / 10.0 * p.PerPost + .5), p.Called, p.StaysAtHome);

    /// <summary>Whether it meets a crisis, after so many of the month.</summary>
    public bool Meets(ulong person, int met, in RandomStreams random, Month month) =>
        met < Visits && random.Unit(person, month, Purpose.CrisisTeam) < Called;

    /// <summary>Whether a person whom it met stays at home.</summary>
    public bool KeepsAtHome(ulong person, in RandomStreams random, Month month) =>
        random.Unit(person, month, Purpose.CrisisTeam, 1) < StaysAtHome;
}
