using System.Collections.Immutable;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>The annual report: the year's figures beside those of the year before.</summary>
/// <param name="Now">By <see cref="Figure"/>.</param>
/// <param name="Before">Likewise; empty after the first year.</param>
public sealed record YearReported(int Year, ImmutableArray<int> Now, ImmutableArray<int> Before) : News;

/// <summary>A figure has changed much, and why as far as that shows.</summary>
/// <param name="Year">The year that is reported.</param>
/// <param name="FirstHalf">Whether it is the first half of that year, against that of the year before.</param>
public sealed record FigureMoved(Figure Figure, int From, int To, int Year, bool FirstHalf, Cause? Cause) : News
{
    public override string Topic => $"{nameof(FigureMoved)}.{Figure}.{(To > From ? "Rise" : "Fall")}";
}

/// <summary>The accounts of a year.</summary>
/// <param name="County">Result as share of its frame; negative: a deficit.</param>
/// <param name="Municipality">Likewise.</param>
public sealed record AccountsClosed(int Year, double County, double Municipality) : News
{
    public override string Topic => (County < 0, Municipality < 0) switch
    {
        (true, true) => $"{nameof(AccountsClosed)}.BothInDeficit",
        (true, false) => $"{nameof(AccountsClosed)}.CountyInDeficit",
        (false, true) => $"{nameof(AccountsClosed)}.MunicipalityInDeficit",
        _ => $"{nameof(AccountsClosed)}.NoDeficit",
    };
}

/// <summary>A sector's frame for the year has grown or shrunk otherwise than the year before.</summary>
/// <param name="Growth">Since the year before, as share.</param>
public sealed record FrameSet(Sector By, int Year, double Growth) : News
{
    public override string Topic => $"{nameof(FrameSet)}.{(Growth < 0 ? "Cut" : "Raised")}";
}

/// <summary>Before the turn of the year: what has been decided and is still to come.</summary>
/// <param name="Underway">Decisions that wait for their month.</param>
/// <param name="Next">The one that comes next; null: none.</param>
public sealed record YearPlanned(int Year, int Underway, Proposal? Next, Month? From) : News
{
    public override string Topic => Next is null ? $"{nameof(YearPlanned)}.Nothing" : nameof(YearPlanned);
}

/// <summary>What a review of needs has found.</summary>
/// <param name="Unmet">Unmet needs of all who are known.</param>
/// <param name="Before">At the last review; null: this is the first.</param>
/// <param name="Worst">The group with most unmet needs a person.</param>
/// <param name="PerPerson">Its unmet needs a person.</param>
public sealed record NeedsReviewed(int Unmet, int? Before, TargetGroup Worst, double PerPerson) : News
{
    public override string Topic =>
        $"{nameof(NeedsReviewed)}.{(Before is not { } before ? "First" : Unmet > before ? "More" : "Fewer")}";
}

/// <summary>What an evaluation holds to be the weakest side of the cooperation.</summary>
public enum Weakness : byte { Capacity, Vacancies, Content, Knowledge, Reach, TeamsApart }

/// <summary>What an evaluation has found.</summary>
/// <param name="External">Whether it was made from outside.</param>
/// <param name="Weakness">The weakest side.</param>
/// <param name="Number">The figure behind that: strain, or a share.</param>
/// <param name="InJointCare">Persons in joint care.</param>
/// <param name="InService">Persons in service.</param>
/// <param name="UnmetJoint">Unmet needs of each person in joint care.</param>
/// <param name="UnmetApart">Unmet needs of each other person in service or not.</param>
public sealed record EvaluationFound(
    bool External, Weakness Weakness, double Number, int InJointCare, int InService, double UnmetJoint, double UnmetApart) : News
{
    public override string Topic => $"{nameof(EvaluationFound)}.{Weakness}";
}

/// <summary>Associations of users and relatives speak for the group that is worst off.</summary>
/// <param name="PerPerson">Its unmet needs a person, as they hear of them.</param>
public sealed record AssociationsHeard(TargetGroup Group, double PerPerson) : News;
