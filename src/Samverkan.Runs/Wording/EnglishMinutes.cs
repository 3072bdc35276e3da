using System.Globalization;
using Samverkan.Model.Cooperation;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.SteeringCommittees.Minuting;

namespace Samverkan.Runs.Wording;

/// <summary>Minutes in English: here, and in the classes that it calls, all of their sentences are made.</summary>
public sealed class EnglishMinutes : IMinutesWriter
{
    private const double HighUrgency = 20;
    private const double ModerateUrgency = 8;

    public static readonly EnglishMinutes Instance = new();

    private EnglishMinutes() { }

    public string NothingOnTheAgenda => "There was nothing to decide.";

    public string Title(string municipality) => $"Steering committee of {municipality}";

    public string Meeting(Minutes minutes)
    {
        var day = new DateOnly(minutes.Month.Year, minutes.Month.Number, minutes.Day)
            .ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var present = minutes.Present.IsEmpty ? "none"
            : string.Join(", ", minutes.Present.Select(side => $"{Of(side.Side)} {side.Members}"));
        return $"Meeting {minutes.Number}, {day}. Present: {present}.";
    }

    public string Seen(DataSeen seen)
    {
        var needs = seen.Review is { } review
            ? $"needs review of {English.Date(review)} ({English.Age(seen.Economy + 1 - review)} old)"
            : "no needs review yet";
        return $"Seen: {needs}; economy report of {English.Date(seen.Economy)} (county {English.Signed(-seen.CountyStress)}, "
            + $"municipality {English.Signed(-seen.MunicipalityStress)} of the frame).";
    }

    public string Reported(News news) => $"Reported: {EnglishNews.Of(news)}.";

    public string Matter(AgendaItem item)
    {
        var matter = $"{Of(item.Occasion, item)}.";
        if (item.RaisedBy is { } speaker) matter += $" Raised by {Of(speaker)}.";
        return item.Urgency > 0 ? $"{matter} Urgency {Urgency(item.Urgency)}." : matter;
    }

    public string Decision(MinutedItem item)
    {
        var proposal = EnglishProposals.Of(item.Proposal);
        var from = item.From is { } month ? $", from {English.Date(month)}" : "";
        var decision = item switch
        {
            { AgreedOutside: { } agreed } =>
                $"Confirmed: {proposal}{from}, as the heads of both organisations agreed in {English.Date(agreed)}.",
            { Outcome: Outcome.Agreed, Dissent: { } dissent } => $"Decided: {proposal}{from}. {Reservation(dissent)}",
            { Outcome: Outcome.Agreed } => $"Decided by consensus: {proposal}{from}.",
            { Outcome: Outcome.NotAgreed, Dissent: { } dissent } => $"Proposed: {proposal}. No consensus: {Of(dissent)}.",
            { Outcome: Outcome.NotAgreed } => $"Proposed: {proposal}. No consensus; the matter returns.",
            { Reason: Deferral.NoQuorum } => $"Proposed: {proposal}. Deferred: nobody could speak for one of the sectors.",
            { Reason: Deferral.NoMoney } => $"Proposed: {proposal}. Deferred: neither sector has the money.",
            _ => "Deferred: no time.",
        };
        return item.Before is { } before && !IsRoutine(item, before) ? $"{decision} {Of(before)}" : decision;
    }

    public string PutOff(IReadOnlyList<MinutedItem> items) =>
        $"Put off for want of time: {string.Join("; ", items.Select(item => EnglishProposals.Of(item.Proposal)))}.";

    // What comes back again and again says itself when it came last, or need not.
    private static bool IsRoutine(MinutedItem item, EarlierDecision before) => before.Outcome == Outcome.Agreed
        && item.Proposal.Remedy is Remedy.Review or Remedy.Invite or Remedy.Evaluate or Remedy.ReviseAgreement;

    private static string Of(EarlierDecision before) => before switch
    {
        { Outcome: Outcome.NotAgreed, Refusals: > 1 } =>
            $"The committee has failed to agree on this {English.Times(before.Refusals)}, last in {English.Date(before.Month)}.",
        { Outcome: Outcome.NotAgreed } => $"The committee did not agree on this in {English.Date(before.Month)}.",
        { Outcome: Outcome.Deferred } => $"It was put off in {English.Date(before.Month)}.",
        _ => $"The committee last decided on this in {English.Date(before.Month)}.",
    };

    private static string Reservation(Dissent dissent) => $"Reservation: {Of(dissent)}.";

    private static string Of(Dissent dissent)
    {
        var side = dissent.By is { } by ? $"the {Of(by)}" : "members of both sides";
        var (holds, does) = dissent.By is Side.County or Side.Municipality ? ("holds", "does") : ("hold", "do");
        return dissent.Reason switch
        {
            Objection.Cost => $"{side} {holds} that it costs too much",
            Objection.Distrust => $"{side} {does} not rely on the other to keep to it",
            Objection.NoSharedView => $"{side} {(does == "does" ? "sees" : "see")} the matter differently",
            Objection.OldData => $"{side} {holds} that too little is known of needs today",
            Objection.Resistance => $"staff of {side} resist it",
            Objection.TooMany => "too many sat at the table to settle it",
            Objection.CannotPay => $"{side} cannot pay for what the other gives up",
            _ => throw Unworded(dissent.Reason),
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

    private static string Of(Speaker speaker) => speaker switch
    {
        { Role: SpeakerRole.Associations } => "the associations of users and relatives",
        { Role: SpeakerRole.ServiceLeader, Service: { } service } =>
            $"the leader of the {English.Unit(service.Kind, service.Address)}",
        { Role: SpeakerRole.ProjectManager, Side: { } side } => $"the project manager of {side.InWords()}",
        { Role: SpeakerRole.Champion, Side: { } side } => $"a member for {side.InWords()} who drives the cooperation",
        { Side: { } side } => $"the head of {side.InWords()}",
        _ => "a member",
    };

    private static string Of(Occasion occasion, AgendaItem item) => occasion switch
    {
        UnitUnderThreat threat =>
            $"{English.Who(threat.By)} has decided to close the {threat.Kind.InWords()} that serves {threat.Persons} persons "
            + $"from {English.Date(threat.Closes)}",
        ServicesPlanApart => "Persons with complex needs are served by two organisations that plan apart",
        GroupLeftOut left =>
            $"{English.Whole(left.Unmet)} unmet needs are known among {EnglishProposals.Group(item.Proposal)}, "
            + "whom the integrated services do not include",
        TeamStrained strained =>
            $"Strain of {English.Hundredths(strained.Strain)} at the {English.Unit(strained.Kind, strained.Team)}, "
            + $"{English.Count(strained.Waiting, "person")} waiting",
        ContentDrifts => $"The content of care fits the needs of {EnglishProposals.Group(item.Proposal)} less and less",
        KnowledgeLacking => $"Staff know too little about {EnglishProposals.Group(item.Proposal)}",
        RoleWanted role => Of(role.Reason),
        ReviewDue { Last: { } last } => $"The last needs review is of {English.Date(last)}",
        ReviewDue => "The needs of the service users have never been reviewed together",
        EvaluationDue { Months: < 24 } evaluation =>
            $"The cooperation has gone on for {English.Age(evaluation.Months)} without an evaluation",
        EvaluationDue evaluation => $"The cooperation was last evaluated {evaluation.Months / 12} years ago",
        DeficitBrought { Stress: <= 0 } deficit => $"{English.Who(deficit.By)} asks where both can save",
        DeficitBrought deficit =>
            $"{English.Who(deficit.By)} has a deficit of {English.Percent(deficit.Stress)} and brings it to the committee",
        AgreementShaken => "What happened shows that the agreement leaves too much open",
        AgreementOutgrown outgrown =>
            $"{English.Capital(English.Number(outgrown.Services))} services have come since the agreement was made",
        AgreementAged { Months: 0 } => "There is no agreement between the two organisations",
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

    internal static InvalidOperationException Unworded(object what) => new($"Minutes have no words for {what}.");
}
