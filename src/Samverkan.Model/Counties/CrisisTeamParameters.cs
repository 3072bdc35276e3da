using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Counties;

/// <summary>A mobile crisis team (rule: <see cref="CrisisTeam"/>).</summary>
public sealed class CrisisTeamParameters : ParameterSection
{
    [Parameter("posts of a mobile crisis team; without any there is no team", Measure.Posts, 0, 0, 1_000, Lever, Assumed,
        "none at the start", Name = "posts of a mobile crisis team", Scales = Scaling.ByInhabitants)]
    public double Posts { get; private set; }

    [Parameter("the municipality's share of the posts of a mobile crisis team", Share, 0, 0, .9, Lever, Assumed,
        "assumed: Swedish teams are the region's", Name = "the municipality's share of a mobile crisis team")]
    public double MunicipalShare { get; private set; }

    [Parameter("crises that a post of a mobile crisis team can meet in a month", Number, 4, 1, 15, Uncertain, Assumed,
        "assumed: two go together, in shifts, and most hours are spent on call")]
    public double PerPost { get; private set; }

    [Parameter("share of crises that a mobile crisis team is called to", Share, .6, .2, 1, Uncertain, Assumed,
        "assumed: others come by night, or go to the emergency ward themselves")]
    public double Called { get; private set; }

    [Parameter("share of crises met by a mobile crisis team after which the person stays at home",
        Share, .33, .1, .6, Uncertain, Assumed,
        "over 30 % of 3,963 callouts of a psychiatric emergency car (Region Stockholm 2021, unseen); some are no crises")]
    public double StaysAtHome { get; private set; }
}
