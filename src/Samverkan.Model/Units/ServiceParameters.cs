using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Units;

/// <summary>What services there are at the start and what a new one is made of (rules: <see cref="Municipalities.Founding"/>,
/// <see cref="NewService"/>).</summary>
public sealed class ServiceParameters : ParameterSection
{
    [Parameter("posts of the outpatient clinic at the start", Posts, 29, 0, 10_000, Lever, Derived,
        "11.6 posts per 100 in service; steered to strain in the warm-up", Name = "posts of the outpatient clinic",
        Scales = Scaling.ByInhabitants)]
    public double ClinicPosts { get; private set; }

    [Parameter("posts of the social office at the start", Posts, 29, 0, 10_000, Lever, Derived, "as the clinic",
        Name = "posts of the social office", Scales = Scaling.ByInhabitants)]
    public double OfficePosts { get; private set; }

    [Parameter("places in supported housing, a quota", Places, 75, 0, 10_000, Lever, Derived, "municipal frame of the prototype",
        Name = "places in supported housing", Scales = Scaling.ByInhabitants)]
    public double HousingPlaces { get; private set; }

    [Parameter("whether a group is included in the integrated services from the start", Switch, 0, 0, 1, Lever, Study,
        "Klinga 2018: chronic severe illness and functional impairment first", By = Keys.Group,
        Defaults = [1, 0, 1, 0, 0, 0, 0, 0, 1], Name = "inclusion of {0} from the start",
        AllName = "inclusion of every group from the start")]
    public Table Included { get; private set; } = null!;

    [Parameter("centres of the first joint plan", Count, 3, 0, 20, Lever, Study,
        "Klinga 2018: three co-located centres in 1996-97", Name = "centres of the first joint plan",
        Scales = Scaling.ByInhabitants)]
    public double FirstCentres { get; private set; }

    [Parameter("posts that a new centre gets beyond those moved, both sectors together", Posts, 3.6, 0, 20, Lever, Assumed,
        "assumed", Name = "new posts of a new centre")]
    public double NewPosts { get; private set; }

    [Parameter("share of the posts of the single-sector teams for its groups that a new joint service takes over", Share, .85, 0,
        1, Uncertain, Assumed, "assumed")]
    public double PostsMoved { get; private set; }

    [Parameter("share of the persons of its groups that a new joint service takes over", Share, .9, 0, 1, Uncertain, Assumed,
        "assumed")]
    public double PersonsMoved { get; private set; }

    [Parameter("fewest persons in service for whom a team of their own is opened", Persons, 15, 5, 60, Uncertain, Assumed,
        "assumed")]
    public double FewestPersons { get; private set; }

    [Parameter("persons per team when single-sector services are laid out", Persons, 150, 40, 400, Structural, Assumed,
        "assumed")]
    public double PersonsPerTeam { get; private set; }

    [Parameter("persons of a centre that the new posts are stated for; smaller services get their part", Persons, 100, 20, 300,
        Structural, Assumed, "assumed")]
    public double PersonsPerCentre { get; private set; }

    [Parameter("fewest new posts of a new service", Posts, 1, 0, 10, Uncertain, Assumed, "assumed")]
    public double FewestNewPosts { get; private set; }

    [Parameter("months after the start at which the capacity stands that drift of the services is measured from", Months, 35, 0,
        600,
        Structural, Assumed, "the end of the third year: the first joint services stand")]
    public double DriftBase { get; private set; }
}
