using System.Numerics;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.SteeringCommittees.Minuting;

namespace Samverkan.Runs.Wording;

/// <summary>What is reported to a committee, in English: its members, what the sectors do, what became of decisions.</summary>
internal static class EnglishNews
{
    public static string Of(News news) =>
        OfCommittee(news) ?? OfSectors(news) ?? OfDecisions(news) ?? EnglishOutside.Of(news) ?? EnglishFigures.Of(news)
        ?? throw EnglishMinutes.Unworded(news);

    private static string? OfCommittee(News news) => news switch
    {
        CommitteeConstituted { Associations: 0 } first =>
            $"The committee meets for the first time, with {English.Count(first.Members, "member")}",
        CommitteeConstituted first =>
            $"The committee meets for the first time, with {English.Count(first.Members, "member")} and "
            + $"{English.Count(first.Associations, "seat")} for associations of users and relatives",
        MemberLeft { Manager: true } left =>
            $"The project manager of {left.Side.InWords()} has left; what the two had settled between them must be settled anew",
        MemberLeft left => $"A core member of {left.Side.InWords()} has left; nobody has been named yet",
        SuccessorNamed { Champion: true } named =>
            $"{Leader(named.Manager)} of {named.Side.InWords()} has been named, who is known to drive the cooperation",
        SuccessorNamed named => $"{Leader(named.Manager)} of {named.Side.InWords()} has been named",
        ScheduleChanged change =>
            FormattableString.Invariant($"From next year the committee meets {change.MeetingsPerYear:0.#} times a year: ")
            + (change.More ? "the time between meetings is too long"
                : "much is settled in the units, and meetings decide little"),
        BecameConsultative large => $"With {large.Members} members meetings have become mostly consultative",
        BecameDecisive small => $"With {small.Members} members the committee is small enough again to decide",
        TrustChanged { Gained: true } => "Members of both sides say that they can rely on each other",
        TrustChanged => "Members of both sides say that they no longer rely on each other",
        AssociationsHeard heard =>
            $"The associations speak for {heard.Group.InWords()}, who have {English.Tenths(heard.PerPerson)} unmet needs each",
        _ => null,
    };

    private static string? OfSectors(News news) => news switch
    {
        SectorActedAlone alone => $"{English.Who(alone.By)} {Of(alone.Act, alone.By)}",
        NoticeOfCut { Spared: > 0 } notice =>
            $"{English.Who(notice.By)} has given notice of {English.Posts(notice.Posts)} in joint teams; "
            + $"its own teams bear {English.Posts(notice.Spared)} more",
        NoticeOfCut notice => $"{English.Who(notice.By)} has given notice of {English.Posts(notice.Posts)} in joint teams",
        ClosureDecided closure =>
            $"{English.Who(closure.By)} has decided to close the {English.Unit(closure.Kind, closure.Unit)}",
        NothingToClose nothing => $"{English.Who(nothing.By)} would close a joint unit, but there is none",
        UnitClosed closed => $"The {English.Unit(closed.Kind, closed.Unit)} has closed",
        UnitTakenOver taken => $"{English.Who(taken.By)} has taken over the {English.Unit(taken.Kind, taken.Unit)}",
        CooperationEnded => "The county and the municipality have ended the cooperation; the joint teams are dissolved",
        _ => null,
    };

    private static string? OfDecisions(News news) => news switch
    {
        DecisionCarriedOut done =>
            $"{English.Capital(EnglishProposals.Done(done.Proposal))}, as decided in {English.Date(done.Decided)}",
        DecisionFailed failed => $"{English.Capital(EnglishProposals.Noun(failed.Proposal))}: decided, but it came to nothing",
        DocumentedLapsed lapsed =>
            $"Not carried out: {EnglishProposals.Noun(lapsed.Proposal)}, as {Of(lapsed.Reason, lapsed.Proposal)}",
        EffectSeen seen =>
            $"A year after {EnglishProposals.Noun(seen.Proposal)}, decided in {English.Date(seen.Decided)}: {Of(seen)}",
        AdaptedDaily adapted => $"In {adapted.Year} the teams themselves adapted content {English.Times(adapted.Times)}, "
            + $"for {Groups(adapted.Groups)}",
        TrainedDaily trained => $"In {trained.Year} the teams themselves began joint training {English.Times(trained.Times)}, "
            + $"about {Groups(trained.Groups)}",
        PostsMovedDaily moved =>
            $"In {moved.Year} the leaders moved posts between joint teams {English.Times(moved.Times)}, "
            + $"{English.Posts(moved.Posts)} in all",
        _ => null,
    };

    private static string Of(EffectSeen seen) => seen.Yardstick switch
    {
        Yardstick.InJointCare => $"{seen.Now} persons are in joint care, and {English.Whole(seen.Before)} were before",
        Yardstick.UnmetOfGroup => FromTo(seen, "unmet needs of each person of the group", English.Hundredth),
        Yardstick.StrainOfTeam => FromTo(seen, "strain of the team", English.Hundredth),
        Yardstick.ContentMatch => FromTo(seen, "how well content fits the group's needs", one => $"{one} %"),
        Yardstick.Competence => FromTo(seen, "what staff know about the group", one => $"{one} %"),
        Yardstick.VacantPosts => FromTo(seen, "vacancies in joint teams", English.Posts),
        Yardstick.OutOfContact => FromTo(seen, "persons out of contact for two years", one => $"{one}"),
        Yardstick.TeamCooperation => FromTo(seen, "cooperation within joint teams", one => $"{one} %"),
        Yardstick.Deficit => FromTo(seen, "the deeper result of the two", one => English.Signed(-one / 10_000.0)),
        _ => throw EnglishMinutes.Unworded(seen.Yardstick),
    };

    private static string FromTo(EffectSeen seen, string what, Func<int, string> number) => seen.Before == seen.Now
        ? $"{what}: {number(seen.Now)}, as before"
        : $"{what}: {number(seen.Before)} before, {number(seen.Now)} now";

    private static string Leader(bool manager) => manager ? "A project manager" : "A core member";

    private static string Groups(GroupSet groups) => groups.Count > 3 ? $"{English.Number(groups.Count)} groups"
        : English.List([.. Enum.GetValues<TargetGroup>().Where(groups.Has).Select(group => group.InWords())]);

    private static string Of(Act act, Sector by) => (act, by) switch
    {
        (Act.Freeze, _) => "has stopped hiring for half a year, without asking",
        (Act.Withdraw, _) => "has withdrawn staff from the joint teams",
        (Act.Shift, Sector.County) => "discharges earlier and refers more persons to placements",
        (Act.Shift, _) => "takes its time to receive persons who are ready for discharge",
        _ => throw EnglishMinutes.Unworded(act),
    };

    private static string Of(LapseReason reason, Proposal proposal) => reason switch
    {
        LapseReason.ElementForbidden => $"{proposal.Element!.Value.InWords()} cannot be had here",
        LapseReason.NoJointService => "there is no joint service to do it in",
        LapseReason.AlreadyIncluded => "the group is included already",
        LapseReason.NoMoney => "neither sector has the money",
        _ => throw EnglishMinutes.Unworded(reason),
    };
}
