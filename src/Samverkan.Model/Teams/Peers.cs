namespace Samverkan.Model.Teams;

/// <summary>
/// Peer workers support a share of those in service and raise their involvement, and so their engagement. Trials find a little
/// more recovery and no effect on admissions: there is none but through engagement.
/// </summary>
internal static class Peers
{
    /// <summary>What they add to involvement, on average over those in service.</summary>
    /// <param name="posts">Posts that are filled, in tenths.</param>
    public static double Involvement(PeersParameters p, int posts, int inService) =>
        posts == 0 || inService == 0 ? 0 : p.Involvement * Math.Min(1, posts / 10.0 * p.Caseload / inService);
}
