using System.Globalization;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Runs.Wording;

/// <summary>Minutes in English: the one place where their sentences are made.</summary>
public sealed class EnglishMinutes : IMinutesWriter
{
    private const double HighUrgency = 20;
    private const double ModerateUrgency = 8;

    public static readonly EnglishMinutes Instance = new();

    private EnglishMinutes() { }

    public string NothingOnTheAgenda => "Nothing was on the agenda.";

    public string Title(string municipality) => $"Steering committee of {municipality}";

    public string Meeting(Minutes minutes)
    {
        var day = new DateOnly(minutes.Month.Year, minutes.Month.Number, minutes.Day).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var present = minutes.Present.IsEmpty ? "none" : string.Join(", ", minutes.Present.Select(side => $"{Of(side.Side)} {side.Members}"));
        return $"Meeting {minutes.Number}, {day}. Present: {present}.";
    }

    public string Seen(DataSeen seen)
    {
        var needs = seen.Review is { } review
            ? $"needs review of {English.Date(review)} ({English.Count(seen.Economy + 1 - review, "month")} old)"
            : "no needs review yet";
        return $"Seen: {needs}; economy report of {English.Date(seen.Economy)} (county {English.Signed(-seen.CountyStress)}, "
            + $"municipality {English.Signed(-seen.MunicipalityStress)} of the frame).";
    }

    public string Reported(News news) => $"Reported: {Of(news)}.";

    public string Matter(AgendaItem item) => $"{Of(item.Occasion, item)}. Urgency {Urgency(item.Urgency)}.";

    public string Decision(MinutedItem item)
    {
        var proposal = Of(item.Proposal);
        return item switch
        {
            { Outcome: Outcome.Agreed, From: { } from } => $"Decided by consensus: {proposal}, from {English.Date(from)}.",
            { Outcome: Outcome.Agreed } => $"Decided by consensus: {proposal}.",
            { Outcome: Outcome.NotAgreed } => $"Proposed: {proposal}. No consensus; the matter returns.",
            { Reason: Deferral.NoQuorum } => $"Proposed: {proposal}. Deferred: nobody could speak for one of the sectors.",
            { Reason: Deferral.NoMoney } => $"Proposed: {proposal}. Deferred: neither sector has the money.",
            _ => "Deferred: no time.",
        };
    }

    private static string Urgency(double urgency) => urgency switch
    {
        >= HighUrgency => "high",
        >= ModerateUrgency => "moderate",
        _ => "low",
    };

    private static string Of(Side side) => side switch
    {
        Side.County => "county",
        Side.Municipality => "municipality",
        Side.StakeholderAssociations => "stakeholder associations",
        _ => "invited services",
    };

    private static string Of(Occasion occasion, AgendaItem item) => occasion switch
    {
        UnitUnderThreat threat => $"{Who(threat.By)} has decided to close the {threat.Kind.InWords()} that serves {threat.Persons} persons "
            + $"from {English.Date(threat.Closes)}",
        ServicesPlanApart => "Persons with complex needs are served by two organisations that plan apart",
        GroupLeftOut left =>
            $"{English.Whole(left.Unmet)} unmet needs are known among {Group(item.Proposal)}, whom the integrated services do not include",
        TeamStrained strained => $"Strain of {English.Hundredths(strained.Strain)} at the {English.Unit(strained.Kind, strained.Team)}, "
            + $"{English.Count(strained.Waiting, "person")} waiting",
        ContentDrifts => $"The content of care fits the needs of {Group(item.Proposal)} less and less",
        KnowledgeLacking => $"Staff know too little about {Group(item.Proposal)}",
        RoleWanted role => Of(role.Reason),
        ReviewDue { Last: { } last } => $"The last needs review is of {English.Date(last)}",
        ReviewDue => "The needs of the service users have never been reviewed together",
        EvaluationDue evaluation => $"The cooperation was last evaluated {evaluation.Months / 12} years ago",
        DeficitBrought deficit =>
            $"{Who(item.RaisedBy ?? Sector.County)} has a deficit of {English.Percent(deficit.Stress)} and brings it to the committee",
        AgreementShaken => "What happened shows that the agreement leaves too much open",
        AgreementOutgrown outgrown =>
            $"{English.Capital(English.Number(outgrown.Services))} services have come since the agreement was made",
        AgreementAged aged => $"The agreement is {English.Age(aged.Months)} old",
        ServicesUnseated unseated =>
            $"{English.Capital(English.Count(unseated.Services, "service"))} without a member on the committee",
        _ => throw Unworded(occasion),
    };

    private static string Of(RoleReason reason) => reason switch
    {
        RoleReason.PlannedTwice => "Care and rehabilitation are planned twice",
        RoleReason.SeparateGuidelines => "Both organisations follow guidelines of their own",
        RoleReason.RegisterPermitted => "A shared register of needs is permitted",
        RoleReason.NationalGuideline => "The national guideline recommends case managers",
        RoleReason.NeedsBeyondTraining => "With new groups, coordinators meet needs beyond their training",
        RoleReason.PostsVacant => "Posts in joint teams stay vacant",
        RoleReason.PostsUnfilled => "One sector cannot fill its posts in joint teams",
        RoleReason.OutOfContact => "Persons of included groups are out of contact",
        RoleReason.TooComplex => "Some persons have more than one case manager can hold together",
        _ => throw Unworded(reason),
    };

    // As it would be decided.
    private static string Of(Proposal proposal) => proposal.Remedy switch
    {
        Remedy.TakeOver => $"{proposal.Sector!.Value.InWords()} takes the unit over",
        Remedy.JointPlan => $"a joint plan with {English.Count(proposal.Centres, "co-located centre")}, two coordinators for each person "
            + "and shared cost",
        Remedy.Streamline => "streamline the joint units together",
        Remedy.Include when proposal.UnitKind is { } kind => $"open {English.A(kind.InWords())} for {Group(proposal)} with "
            + $"{English.Posts(proposal.Posts)} beyond those moved, costs shared",
        Remedy.Include => $"the centres take in {Group(proposal)}",
        Remedy.Capacity when proposal.Source is { } source =>
            $"move {English.Posts(proposal.Posts)} from the {English.Unit(source.Kind, source.Address)}",
        Remedy.Capacity => $"{English.Posts(proposal.Posts)} more, shared between the sectors",
        Remedy.Adapt => $"adapt the services for {Group(proposal)} to the needs of the last review",
        Remedy.Train when proposal.FromSavings => $"joint training about {Group(proposal)}, paid from what streamlining saved",
        Remedy.Train => $"joint training about {Group(proposal)}",
        Remedy.ReviseAgreement when proposal.InWriting => "put the agreement in writing",
        Remedy.ReviseAgreement => "revise the agreement: equal status, cost responsibility",
        Remedy.Review => "review the needs of all service users",
        Remedy.Role => $"introduce {proposal.Element!.Value.InWords()}",
        Remedy.Invite => "invite a member from there",
        Remedy.Evaluate => $"an {proposal.Element!.Value.InWords()}",
        _ => throw Unworded(proposal.Remedy),
    };

    private static string Of(News news) => news switch
    {
        MemberLeft left => $"{Leader(left.Manager)} of {left.Side.InWords()} has left; nobody has been named yet",
        SuccessorNamed named => $"{Leader(named.Manager)} of {named.Side.InWords()} has been named",
        SettledDaily settled => $"Settled in daily work since the last meeting: {Settled(settled)}",
        ScheduleChanged change => FormattableString.Invariant($"From next year the committee meets {change.MeetingsPerYear:0.#} times a year: ")
            + (change.More ? "the time between meetings is too long" : "much is settled in the units, and meetings decide little"),
        MeetingConsultative large => $"With {large.Members} members the meeting was mostly consultative",
        DocumentedDone done => $"Carried out as documented: {Done(done.Proposal)}",
        DocumentedLapsed lapsed => $"Lapsed: {Done(lapsed.Proposal)}, as {Of(lapsed.Reason, lapsed.Proposal)}",
        DecisionFailed failed => $"{English.Capital(Done(failed.Proposal))}: decided, but it came to nothing",
        SectorActedAlone alone => $"{Who(alone.By)} {Of(alone.Act, alone.By)}",
        NoticeOfCut { Spared: > 0 } notice => $"{Who(notice.By)} has given notice of {English.Posts(notice.Posts)} in joint teams; its own teams bear {English.Posts(notice.Spared)} more",
        NoticeOfCut notice => $"{Who(notice.By)} has given notice of {English.Posts(notice.Posts)} in joint teams",
        ClosureDecided closure => $"{Who(closure.By)} has decided to close the {English.Unit(closure.Kind, closure.Unit)}",
        NothingToClose nothing => $"{Who(nothing.By)} would close a joint unit, but there is none",
        UnitClosed closed => $"The {English.Unit(closed.Kind, closed.Unit)} has closed",
        UnitTakenOver taken => $"{Who(taken.By)} has taken over the {English.Unit(taken.Kind, taken.Unit)}",
        CooperationEnded => "The county and the municipality have ended the cooperation; the joint teams are dissolved",
        LawPassed { Title: { } title } => title.TrimEnd('.'),
        LawPassed => "A new law",
        _ => throw Unworded(news),
    };

    private static string Leader(bool manager) => manager ? "A project manager" : "A core member";

    private static string Settled(SettledDaily settled) => string.Join(", ", new[]
    {
        settled.Adapted == 0 ? null : $"content adapted {Times(settled.Adapted)}",
        settled.Trained == 0 ? null : $"training begun {Times(settled.Trained)}",
        settled.Moved == 0 ? null : $"posts moved between joint teams {Times(settled.Moved)}",
    }.OfType<string>());

    private static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => FormattableString.Invariant($"{count} times") };

    private static string Of(Act act, Sector by) => (act, by) switch
    {
        (Act.Freeze, _) => "has stopped hiring for half a year, without asking",
        (Act.Withdraw, _) => "has withdrawn staff from the joint teams",
        (Act.Shift, Sector.County) => "discharges earlier and refers more persons to placements",
        (Act.Shift, _) => "takes its time to receive persons who are ready for discharge",
        _ => throw Unworded(act),
    };

    private static string Of(LapseReason reason, Proposal proposal) => reason switch
    {
        LapseReason.ElementForbidden => $"{proposal.Element!.Value.InWords()} are not possible here",
        LapseReason.NoJointService => "there is no joint service to do it in",
        LapseReason.AlreadyIncluded => "the group is included already",
        LapseReason.NoMoney => "neither sector has the money",
        _ => throw Unworded(reason),
    };

    // What was done, or was to be done.
    private static string Done(Proposal proposal) => proposal.Remedy switch
    {
        Remedy.JointPlan => $"a joint plan with {English.Count(proposal.Centres, "centre")}",
        Remedy.Include when proposal.UnitKind is { } kind => $"{English.A(kind.InWords())} for {Group(proposal)}",
        Remedy.Include => $"{Group(proposal)} are included",
        Remedy.Capacity => $"{English.Posts(proposal.Posts)} more",
        Remedy.Adapt => $"services for {Group(proposal)} are adapted",
        Remedy.Train => $"joint training about {Group(proposal)}",
        Remedy.ReviseAgreement => "the agreement is revised",
        Remedy.Review => "a needs review",
        Remedy.Role => $"{proposal.Element!.Value.InWords()} introduced",
        Remedy.Invite => "a new member joins",
        Remedy.Evaluate => proposal.Element!.Value.InWords(),
        Remedy.Streamline => "both streamline",
        Remedy.TakeOver => "a unit is taken over",
        _ => throw Unworded(proposal.Remedy),
    };

    private static string Group(Proposal proposal) => proposal.Group!.Value.InWords();

    private static string Who(Sector sector) => English.Capital(sector.InWords());

    private static InvalidOperationException Unworded(object what) => new($"Minutes have no words for {what}.");
}
