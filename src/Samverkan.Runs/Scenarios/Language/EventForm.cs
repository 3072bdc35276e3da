using System.Collections.Immutable;
using Samverkan.Model.Policies;

namespace Samverkan.Runs.Scenarios.Language;

/// <summary>How an event is written: its word, what it must say and what it may say beside <c>id</c>, <c>at</c>, <c>scope</c> and
/// <c>text</c>.</summary>
internal sealed record EventForm(EventKind Kind, string Meaning, ImmutableArray<string> Required, ImmutableArray<string> Optional)
{
    /// <summary>The kind in kebab case: <c>open-unit</c>.</summary>
    public string Word { get; } =
        string.Concat(Kind.ToString()
            .Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    public static ImmutableArray<EventForm> All { get; } =
    [
        new(EventKind.OpenUnit, "a joint unit opens for a group; without a group, the first joint plan with so many centres",
            ["unit"], ["group", "amount"]),
        new(EventKind.CloseUnit, "one sector decides to close a unit: the oldest joint one", ["by"], []),
        new(EventKind.TakeOverUnit, "the other sector takes over the unit that is being closed", [], ["by"]),
        new(EventKind.LeadersLeave, "core members of the committee leave", ["amount"], []),
        new(EventKind.Influx, "people of a group arrive from outside", ["group", "amount"], []),
        new(EventKind.IncludeGroup, "the committee includes a target group", ["group"], []),
        new(EventKind.Train, "a year of joint training starts, for a group or for all", [], ["group"]),
        new(EventKind.ReviewNeeds, "needs are reviewed", [], []),
        new(EventKind.AdaptContent, "services for a group, or for all, are adapted to the needs that the last review saw", [],
            ["group"]),
        new(EventKind.ReviseAgreement, "the agreement is written or revised", [], []),
        new(EventKind.Streamline, "both sectors streamline together", [], []),
        new(EventKind.IntroduceElement, "a structural element is introduced", ["element"], []),
        new(EventKind.RemoveElement, "a structural element is taken away", ["element"], []),
        new(EventKind.InviteMembers, "members join the committee", ["amount"], []),
        new(EventKind.Evaluate, "the cooperation is evaluated, from outside or within", [], ["element"]),
        new(EventKind.Law, "a law, guideline or regional agreement comes into force", ["text"], []),
    ];

    public static EventForm? Find(string word) => All.FirstOrDefault(f => f.Word == word);

    public bool Allows(string field) => Required.Contains(field) || Optional.Contains(field);
}
