using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.SteeringCommittees.Minuting;

namespace Samverkan.Runs.Wording;

/// <summary>Reports in figures, in English: the year, its changes and their causes, money, reviews and evaluations.</summary>
internal static class EnglishFigures
{
    public static string? Of(News news) => news switch
    {
        YearReported year => Of(year),
        FigureMoved moved => Of(moved),
        AccountsClosed accounts => $"The accounts of {accounts.Year}: county {English.Signed(accounts.County)}, "
            + $"municipality {English.Signed(accounts.Municipality)} of the frame",
        FrameSet { Growth: < 0 } frame =>
            $"The frame of {frame.By.InWords()} for {frame.Year} is {English.Percent(-frame.Growth)} smaller "
                + "than the year before",
        FrameSet frame => $"The frame of {frame.By.InWords()} for {frame.Year} has grown by {English.Percent(frame.Growth)}",
        YearPlanned { Next: { } next, From: { } from } plan =>
            $"The plan for {plan.Year}: {English.Count(plan.Underway, "decision")} still to be carried out, "
            + $"next {EnglishProposals.Noun(next)} in {English.Date(from)}",
        YearPlanned plan => $"The plan for {plan.Year}: nothing new has been decided",
        NeedsReviewed review => Of(review),
        EvaluationFound found => Of(found),
        _ => null,
    };

    private static string Of(YearReported year)
    {
        var parts = new[]
        {
            Part(Figure.InService, "in service"), Part(Figure.Queue, "waiting"), Part(Figure.UnmetNeeds, "unmet needs"),
            Part(Figure.Admissions, "admissions"), Part(Figure.Helped, "discharged as helped"), Part(Figure.Deaths, "deaths"),
        };
        return $"The year {year.Year}: {string.Join(", ", parts)}{(year.Before.IsEmpty ? "" : " (the year before in brackets)")}";

        string Part(Figure figure, string words) =>
            $"{year.Now[(int)figure]} {words}{(year.Before.IsEmpty ? "" : $" ({year.Before[(int)figure]})")}";
    }

    private static string Of(FigureMoved moved)
    {
        var when = moved.FirstHalf ? $"the first half of {moved.Year}" : $"{moved.Year}";
        var (from, to) = moved.Figure is Figure.Posts or Figure.VacantPosts or Figure.Leavers
            ? (English.Posts(moved.From), English.Posts(moved.To)) : ($"{moved.From}", $"{moved.To}");
        var change = moved.Figure.IsCounted()
            ? $"{to} in {when}, {from} a year before" : $"from {from} to {to} within a year, in {when}";
        var moves = moved.To > moved.From ? "rose" : "fell";
        return $"{English.Capital(Name(moved.Figure))} {moves}: {change}{Because(moved.Cause)}";
    }

    private static string Because(Cause? cause) => cause is { Kind: not CauseKind.None } known
        ? $", as {Of(known)}{(known.Behind is { } behind ? $" after {Of(behind)}" : "")}" : "";

    private static string Of(Behind behind) => behind.Kind switch
    {
        BehindKind.FrameFell => $"the frame of {behind.By!.Value.InWords()} fell by {English.Percent(behind.Share)}",
        BehindKind.FrameGrew => $"the frame of {behind.By!.Value.InWords()} grew by {English.Percent(behind.Share)}",
        BehindKind.GrantEnded => "the state's grant ended",
        BehindKind.GrantBegan => "the state's grant began",
        BehindKind.PersonsCame => $"{English.Count(behind.Persons, "person")} came to live here: {behind.Group!.Value.InWords()}",
        _ => throw EnglishMinutes.Unworded(behind.Kind),
    };

    /// <summary>"nine posts went"</summary>
    public static string Of(Cause cause) => cause.Kind switch
    {
        CauseKind.PostsGone => $"{English.Posts(cause.Number)} went",
        CauseKind.PostsAdded => $"{English.Posts(cause.Number)} came",
        CauseKind.PostsVacant => $"{English.Posts(cause.Number)} more stood vacant",
        CauseKind.PostsFilled => $"{English.Posts(cause.Number)} that stood vacant were filled",
        CauseKind.HiringStopped when cause.By is { } by => $"{by.InWords()} had stopped hiring",
        CauseKind.HiringStopped => "hiring had stopped",
        CauseKind.BedsClosed => $"{English.Count(cause.Number, "bed")} closed",
        CauseKind.BedsOpened => $"{English.Count(cause.Number, "bed")} opened",
        CauseKind.MoreArrivals => $"{English.Count(cause.Number, "person")} more than usual came new",
        CauseKind.FewerArrivals => $"{English.Count(cause.Number, "person")} fewer than usual came new",
        CauseKind.UnitClosed => $"{English.Count(cause.Number, "joint unit")} closed",
        CauseKind.UnitOpened => $"{English.Count(cause.Number, "joint unit")} opened",
        CauseKind.GroupIncluded => $"{English.Count(cause.Number, "group")} came into joint care",
        CauseKind.MunicipalityTakesItsTime => "the municipality took its time to receive persons who were ready for discharge",
        CauseKind.CountyDischargesEarly => "the county discharged earlier",
        _ => throw EnglishMinutes.Unworded(cause.Kind),
    };

    private static string Name(Figure figure) => figure switch
    {
        Figure.Queue => "the queue",
        Figure.InService => "persons in service",
        Figure.UnmetNeeds => "unmet needs",
        Figure.Placed => "placements outside the municipality",
        Figure.OutOfContact => "persons out of contact for two years",
        Figure.ManyNeedsOutside => "persons with many unmet needs outside the services",
        Figure.Posts => "posts",
        Figure.VacantPosts => "vacancies",
        Figure.Beds => "beds",
        Figure.Crises => "crises",
        Figure.Admissions => "admissions",
        Figure.WithoutBed => "crises without a bed",
        Figure.TreatedAtHome => "crises treated at home",
        Figure.Readmissions => "readmissions within 28 days",
        Figure.BedDays => "bed days",
        Figure.DelayedDays => "days that persons waited for their discharge",
        Figure.Arrivals => "new cases",
        Figure.Deaths => "deaths",
        Figure.Dropouts => "persons who left the services against advice",
        Figure.Helped => "persons discharged as helped",
        Figure.Leavers => "staff who left",
        _ => throw EnglishMinutes.Unworded(figure),
    };

    private static string Of(NeedsReviewed review)
    {
        var worst = $"most among {review.Worst.InWords()}, {English.Tenths(review.PerPerson)} each";
        return review.Before is { } before
            ? $"The needs review found {review.Unmet} unmet needs, against {before} at the last one; {worst}"
            : $"The first needs review found {review.Unmet} unmet needs; {worst}";
    }

    private static string Of(EvaluationFound found) =>
        $"The {(found.External ? "external" : "internal")} evaluation: {found.InJointCare} of {found.InService} persons in "
            + "service "
        + $"have joint care, with {English.Tenths(found.UnmetJoint)} unmet needs each against {English.Tenths(found.UnmetApart)} "
        + $"of all others. Weakest side: {Of(found.Weakness, found.Number)}";

    private static string Of(Weakness weakness, double number) => weakness switch
    {
        Weakness.Capacity => $"the teams have {English.Hundredths(number)} times the work that they have hours for",
        Weakness.Vacancies => $"{English.Share(number)} of posts in joint teams are vacant",
        Weakness.Content => $"content fits {English.Share(number)} of what persons need",
        Weakness.Knowledge => $"staff know {English.Share(number)} of what they should about the groups",
        Weakness.Reach => $"only {English.Share(number)} of those in service are reached by joint care",
        Weakness.TeamsApart => $"cooperation within teams stands at {English.Share(number)}",
        _ => throw EnglishMinutes.Unworded(weakness),
    };
}
