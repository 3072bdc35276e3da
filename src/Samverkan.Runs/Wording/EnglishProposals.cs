using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Runs.Wording;

/// <summary>What a committee proposes, decides and has done, in English.</summary>
internal static class EnglishProposals
{
    /// <summary>As it would be decided: "open a day centre for ...".</summary>
    public static string Of(Proposal proposal) => proposal.Remedy switch
    {
        Remedy.TakeOver => $"{proposal.Sector!.Value.InWords()} takes the unit over",
        Remedy.JointPlan =>
            $"a joint plan with {English.Count(proposal.Centres, "co-located centre")}, two coordinators for each person "
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
        _ => throw EnglishMinutes.Unworded(proposal.Remedy),
    };

    /// <summary>What was to be done: "a day centre for ...".</summary>
    public static string Noun(Proposal proposal) => proposal.Remedy switch
    {
        Remedy.JointPlan => $"a joint plan with {English.Count(proposal.Centres, "centre")}",
        Remedy.Include when proposal.UnitKind is { } kind => $"{English.A(kind.InWords())} for {Group(proposal)}",
        Remedy.Include => $"the inclusion of {Group(proposal)}",
        Remedy.Capacity when proposal.Source is not null => $"{English.Posts(proposal.Posts)} moved to {Team(proposal)}",
        Remedy.Capacity => $"{English.Posts(proposal.Posts)} more at {Team(proposal)}",
        Remedy.Adapt => $"adapted services for {Group(proposal)}",
        Remedy.Train => $"joint training about {Group(proposal)}",
        Remedy.ReviseAgreement => "a revised agreement",
        Remedy.Review => "a needs review",
        Remedy.Role => proposal.Element!.Value.InWords(),
        Remedy.Invite => "a new member",
        Remedy.Evaluate => $"an {proposal.Element!.Value.InWords()}",
        Remedy.Streamline => "joint streamlining",
        Remedy.TakeOver => "the taking over of a unit",
        _ => throw EnglishMinutes.Unworded(proposal.Remedy),
    };

    /// <summary>That it has been done: "the day centre for ... has opened".</summary>
    public static string Done(Proposal proposal) => proposal.Remedy switch
    {
        Remedy.JointPlan => $"the joint plan is in place: {English.Count(proposal.Centres, "centre")} opened",
        Remedy.Include when proposal.UnitKind is { } kind => $"the {kind.InWords()} for {Group(proposal)} has opened",
        Remedy.Include => $"the centres have taken in {Group(proposal)}",
        Remedy.Capacity when proposal.Source is { } source =>
            $"{English.Posts(proposal.Posts)} have moved from the {English.Unit(source.Kind, source.Address)} "
                + $"to {Team(proposal)}",
        Remedy.Capacity => $"{Team(proposal)} has {English.Posts(proposal.Posts)} more",
        Remedy.Adapt => $"the services for {Group(proposal)} have been adapted",
        Remedy.Train => $"joint training about {Group(proposal)} has begun",
        Remedy.Role => $"{proposal.Element!.Value.InWords()} came into use",
        Remedy.Streamline => "both have streamlined the joint units",
        _ => $"{Noun(proposal)} has been carried out",
    };

    public static string Group(Proposal proposal) => proposal.Group!.Value.InWords();

    private static string Team(Proposal proposal) =>
        proposal is { UnitKind: { } kind, Team: { } team } ? $"the {English.Unit(kind, team)}" : "a joint team";
}
