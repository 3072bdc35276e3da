using Samverkan.Model;
using Samverkan.Model.Needs;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Scenarios.Words;

/// <summary>"three core members leave the committee in June 1997"</summary>
internal static class EventInWords
{
    public static string Of(ModelEvent e, Blueprint world) => $"{What(e)}{InterventionInWords.Where(e.Scope, world)} in {Dates.InWords(e.At)}";

    private static string What(ModelEvent e)
    {
        var by = e.By is null ? "" : $"the {e.By}";
        var who = e.Group is null ? "" : $" for {Group(e.Group)}";
        return e.Kind switch
        {
            EventKind.OpenUnit when e.Group is null => $"the first joint plan: {QuantityText.Number(Math.Max(1, e.Amount))} {Unit(e)}s open",
            EventKind.OpenUnit => $"{Article(Unit(e))} opens{who}",
            EventKind.CloseUnit => $"{by} decides to close {Article(Unit(e))}{who}",
            EventKind.TakeOverUnit => $"{(e.By is null ? "the other sector" : by)} takes over the unit that is being closed",
            EventKind.LeadersLeave => $"{QuantityText.Number(e.Amount)} core {(e.Amount == 1 ? "member leaves" : "members leave")} the committee",
            EventKind.Influx => $"{QuantityText.Number(e.Amount)} {Group(e.Group!)} arrive",
            EventKind.IncludeGroup => $"the committee includes {Group(e.Group!)}",
            EventKind.Train => $"a year of joint training starts{who}",
            EventKind.ReviewNeeds => "needs are reviewed",
            EventKind.AdaptContent => $"services are adapted{who}",
            EventKind.ReviseAgreement => "the agreement is revised",
            EventKind.Streamline => "both sectors streamline",
            EventKind.IntroduceElement => $"{LeverNames.ElementInWords(e.Element!)} introduced",
            EventKind.RemoveElement => $"{LeverNames.ElementInWords(e.Element!)} taken away",
            EventKind.InviteMembers => $"{QuantityText.Number(e.Amount)} {(e.Amount == 1 ? "member joins" : "members join")} the committee",
            EventKind.Evaluate => "the cooperation is evaluated",
            EventKind.Law => e.Text ?? "a law comes into force",
            _ => EventForm.All.First(f => f.Kind == e.Kind).Meaning,
        };
    }

    private static string Article(string noun) => (noun != "unit" && "aeiou".Contains(noun[0]) ? "an " : "a ") + noun;

    private static string Unit(ModelEvent e) =>
        e.UnitKind is { } id ? ((UnitKind)UnitKinds.Ids.ToList().IndexOf(id)).InWords() : "unit";

    private static string Group(string id) => ((TargetGroup)TargetGroups.Ids.ToList().IndexOf(id)).InWords();
}
