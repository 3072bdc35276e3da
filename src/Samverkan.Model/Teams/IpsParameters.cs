using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Teams;

/// <summary>
/// Individual placement and support, IPS (rules: <see cref="JobSupport"/>, <see cref="ServiceUsers.Working"/>).
/// </summary>
public sealed class IpsParameters : ParameterSection
{
    [Parameter("posts of job specialists (IPS), beside the teams", Measure.Posts, 0, 0, 1_000, Lever, Assumed,
        "none at the start", Name = "posts of job specialists", Scales = Scaling.ByInhabitants)]
    public double Posts { get; private set; }

    [Parameter("the municipality's share of the posts of job specialists", Share, .5, 0, 1, Lever, Assumed,
        "assumed: regions and municipalities both run IPS", Name = "the municipality's share of job specialists")]
    public double MunicipalShare { get; private set; }

    [Parameter("persons whom a job specialist supports", Persons, 20, 10, 30, Uncertain, Expert,
        "the IPS fidelity scale asks for 20 at most")]
    public double Caseload { get; private set; }

    [Parameter("factor on finding work with a job specialist", Number, 2, 1.2, 5.5, Uncertain, Derived,
        "work at all 1.63 times as often (Frederick 2019); 37 against 27 % (Norway) to 46 against 11 % (Sweden), unseen",
        Reach = Reach.Care)]
    public double Finds { get; private set; }

    [Parameter("share of losses of work that a job specialist prevents", Share, .25, 0, .6, Uncertain, Assumed,
        "job tenure .55 (.33 to .79) SD longer (Frederick & VanderWeele 2019); share assumed", Reach = Reach.Care)]
    public double Keeps { get; private set; }

    [Parameter("months of support by a job specialist, at most", Measure.Months, 36, 12, 120, Uncertain, Assumed,
        "assumed: IPS sets no limit, but posts are few", Reach = Reach.Care)]
    public double Months { get; private set; }
}
