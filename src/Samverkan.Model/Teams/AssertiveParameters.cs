using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Teams;

/// <summary>Assertive teams, ACT or FACT (rules: <see cref="Assertive"/>, <see cref="Municipalities.AssertiveTeams"/>).</summary>
public sealed class AssertiveParameters : ParameterSection
{
    [Parameter("posts of an assertive team (ACT or FACT), both sectors; without any there is no team",
        Measure.Posts, 0, 0, 1_000, Lever, Assumed, "none at the start", Name = "posts of an assertive team",
            Scales = Scaling.ByInhabitants)]
    public double Posts { get; private set; }

    [Parameter("the municipality's share of the posts of an assertive team", Share, .3, .1, .9, Lever, Assumed,
        "assumed: most Swedish teams are led by the region", Name = "the municipality's share of an assertive team")]
    public double MunicipalShare { get; private set; }

    [Parameter("persons for whom a post of an assertive team can act", Persons, 8, 4, 15, Lever, Expert,
        "ACT has ten persons a case manager; physicians and others are posts too", Name = "the caseload of an assertive team")]
    public double Caseload { get; private set; }

    [Parameter("urgency from which a person is picked for an assertive team, in bed days of about a year",
        Days, 30, 5, 120, Uncertain, Assumed,
        "works where use of beds is high (Burns 2007); level assumed")]
    public double LeastUrgency { get; private set; }

    [Parameter("urgency of what a recent crisis left behind, in bed days", Days, 10, 0, 40, Uncertain, Assumed, "assumed")]
    public double OfCrisis { get; private set; }

    [Parameter("urgency of a person of mean severity who refuses all contact, in bed days", Days, 20, 0, 60, Uncertain, Assumed,
        "assumed: teams are for those whom others lose")]
    public double OfRefusal { get; private set; }

    [Parameter("share of those who would drop out of whom the team keeps hold, since it goes to them",
        Share, .5, 0, .9, Uncertain, Assumed,
        "assumed; trials of loss of contact (Dieterich 2017) are not fitted", Reach = Reach.Care)]
    public double Keeps { get; private set; }

    [Parameter("share of changes of coordinator that a shared caseload spares a person", Share, .6, 0, 1, Uncertain, Assumed,
        "assumed: everybody in the team knows everybody", Reach = Reach.Staff)]
    public double SharedCaseload { get; private set; }

    [Parameter("share of crises of its persons that an assertive team treats at home", Share, .25, 0, .6, Uncertain, Assumed,
        "assumed: it sees a crisis come, and visits daily")]
    public double AtHome { get; private set; }

    [Parameter("transfer to an ordinary team, of a person without crises and with few bed days", PerMonth, .03, 0, .2, Uncertain,
        Assumed,
        "assumed: after some years on average", Reach = Reach.Care)]
    public double StepDown { get; private set; }

    [Parameter("bed days of about a year up to which a person can be transferred to an ordinary team", Days, 5, 0, 30, Uncertain,
        Assumed,
        "assumed", Reach = Reach.Care)]
    public double StepDownBedDays { get; private set; }
}
