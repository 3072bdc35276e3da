using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Teams;

/// <summary>Posts, hours, turnover and hiring (rule: <see cref="Staff"/>).</summary>
[Reaches(Reach.Staff)]
public sealed class TeamParameters : ParameterSection
{
    [Parameter("productive hours of a full-time post", HoursPerMonth, 133, 110, 150, Uncertain, Expert, "1,600 hours a year")]
    public double HoursPerPost { get; private set; }

    [Parameter("share of hours spent on meetings, training and coordination", Share, .35, .2, .5, Uncertain, Assumed, "assumed")]
    public double Overhead { get; private set; }

    [Parameter("turnover of staff at strain 1, without good climate", PerMonth, .0095, .006, .014, Uncertain, Derived,
        "8-15 % a year in Sweden (assumed), 25-50 % in US agencies (Woltmann 2008)")]
    public double Turnover { get; private set; }

    [Parameter("slope of the log turnover on strain above 1", Number, 1.5, .5, 3, Uncertain, Assumed, "assumed")]
    public double TurnoverStrain { get; private set; }

    [Parameter("strain above which turnover rises no further", Number, 2, 1.2, 3, Uncertain, Assumed,
        "assumed: uncapped, small teams empty and never fill again")]
    public double TurnoverMostStrain { get; private set; }

    [Parameter("share of turnover that full cooperation takes away", Share, .3, 0, .5, Uncertain, Assumed, "assumed")]
    public double Climate { get; private set; }

    [Parameter("months to fill a vacancy", Months, 3, 1, 12, Uncertain, Expert, "usual notice")]
    public double HiringLag { get; private set; }

    [Parameter("share of a team's posts that may be filled; what is above it falls vacant as people leave", Share, 1, 0, 1, Lever,
        Assumed, "1 by definition", Name = "posts that may be filled")]
    public double PostsOpen { get; private set; }

    [Parameter("the highest strain, and that of a team where nobody works", Number, 3, 1.5, 5, Structural, Assumed, "assumed",
        Reach = Reach.Staff)]
    public double MostStrain { get; private set; }
}
