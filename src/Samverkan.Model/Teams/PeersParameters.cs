using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Teams;

/// <summary>Peer support (rule: <see cref="Peers"/>).</summary>
public sealed class PeersParameters : ParameterSection
{
    [Parameter("posts of peer workers: staff with lived experience, beside the teams",
        Measure.Posts, 0, 0, 1_000, Lever, Assumed, "none at the start", Name = "posts of peer workers",
        Scales = Scaling.ByInhabitants)]
    public double Posts { get; private set; }

    [Parameter("the municipality's share of the posts of peer workers", Share, .5, 0, 1, Lever, Assumed,
        "assumed: both employ them",
        Name = "the municipality's share of peer workers")]
    public double MunicipalShare { get; private set; }

    [Parameter("persons whom a post of peer workers supports", Persons, 25, 8, 50, Uncertain, Assumed, "assumed")]
    public double Caseload { get; private set; }

    [Parameter("what a peer worker adds to a person's involvement", Share, .03, 0, .08, Uncertain, Assumed,
        "recovery .20 (.11 to .29) SD, 49 trials, n = 12,477 (appi.ps.202100138); that it is felt as engagement is assumed")]
    public double Involvement { get; private set; }
}
