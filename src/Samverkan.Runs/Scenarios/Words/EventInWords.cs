using Samverkan.Model;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Scenarios.Words;

/// <summary>"three core members leave the committee in June 1997"</summary>
internal static class EventInWords
{
    public static string Of(ModelEvent e, Blueprint world) =>
        $"{What(e)}{InterventionInWords.Where(e.Scope, world)} in {Dates.InWords(e.At)}";

    private static string What(ModelEvent e) => e.What switch
    {
        FirstPlan plan => $"the first joint plan: {QuantityText.Number(plan.Centres)} {UnitKind.Centre.InWords()}s open",
        UnitOpening opening => $"{Article(opening.Unit.InWords())} opens{For(opening.Group)}",
        UnitClosure closure => $"the {closure.By.Id()} decides to close a unit",
        TakeOver takeOver => $"the {takeOver.By?.Id() ?? "other sector"} takes over the unit that is being closed",
        LeadersLeaving { Leaders: var n } =>
            $"{QuantityText.Number(n)} core {(n == 1 ? "member leaves" : "members leave")} the committee",
        Influx influx => $"{QuantityText.Number(influx.Persons)} {influx.Group.InWords()} arrive",
        GroupInclusion inclusion => $"the committee includes {inclusion.Group.InWords()}",
        TrainingYear training => $"a year of joint training starts{For(training.Group)}",
        NeedsReview => "needs are reviewed",
        ContentAdaptation adaptation => $"services are adapted{For(adaptation.Group)}",
        AgreementRevision => "the agreement is revised",
        Streamlining => "both sectors streamline",
        ElementIntroduction introduction => $"{LeverNames.ElementInWords(introduction.Element.Id())} introduced",
        ElementRemoval removal => $"{LeverNames.ElementInWords(removal.Element.Id())} taken away",
        MembersJoining { Members: var n } =>
            $"{QuantityText.Number(n)} {(n == 1 ? "member joins" : "members join")} the committee",
        CooperationEvaluation => "the cooperation is evaluated",
        NewLaw => e.Text ?? "a law comes into force",
        _ => throw new InvalidOperationException($"{e.What.Kind} has no words."),
    };

    private static string For(TargetGroup? group) => group is { } one ? $" for {one.InWords()}" : "";

    private static string Article(string noun) => ("aeiou".Contains(noun[0]) ? "an " : "a ") + noun;
}
