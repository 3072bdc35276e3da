using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.SteeringCommittees.Minuting;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Runs.Wording;

/// <summary>What reaches a committee from outside, in English: money, rules, beds, persons, inspections.</summary>
internal static class EnglishOutside
{
    public static string? Of(News news) => news switch
    {
        LawPassed { Title: { } title } => title.TrimEnd('.'),
        LawPassed => "A new law",
        GrantAnnounced grant => $"The state has announced {English.Sek(grant.PerYear)} a year for those who have a joint plan",
        GrantBegun { Paid: false } grant =>
            $"The state pays {English.Sek(grant.PerYear)} a year to those who have a joint plan; there is none here",
        GrantBegun grant => $"The state pays {English.Sek(grant.PerYear)} a year for the joint plan",
        GrantEnding grant => $"The state's grant of {English.Sek(grant.PerYear)} a year will end",
        GrantEnded ended => $"The state's grant has ended after {English.Age(ended.Months)}",
        GuidelineIssued { Recommends: true } => "A national guideline recommends case managers",
        GuidelineIssued => "The national guideline no longer recommends case managers",
        RegisterPermission { Permitted: true } => "The data authority permits a shared register of needs",
        RegisterPermission => "The data authority no longer permits a shared register of needs",
        RegionalAgreementMade { InForce: true } =>
            "A regional agreement on mental illness now obliges both sectors to write down how they cooperate",
        RegionalAgreementMade => "The regional agreement on mental illness no longer holds",
        PrivateCareChanged change =>
            $"Private providers run {English.Share(change.To)} of primary care, against {English.Share(change.From)} before",
        GuaranteeChanged { Days: > 0 } guarantee =>
            $"No wait for a team may last longer than {English.Whole(guarantee.Days)} days from now on",
        GuaranteeChanged => "The guarantee on waiting has been withdrawn",
        PaymentTermChanged term => $"The municipality pays for a delayed discharge after {English.Whole(term.To)} days, "
            + $"and not after {English.Whole(term.From)}",
        ElementRuled { Allowed: true } ruled => $"It has become possible here to have {ruled.Element.InWords()}",
        ElementRuled ruled => $"It is no longer possible here to have {ruled.Element.InWords()}",
        BedsChanged change when change.To < change.From =>
            $"The county has closed {English.Count(change.From - change.To, "bed")}; {change.To} are left for this place",
        BedsChanged change =>
            $"The county has opened {English.Count(change.To - change.From, "bed")}; there are {change.To} for this place",
        PersonsCame came =>
            $"{English.Capital(English.Count(came.Persons, "person"))} have come to live here: {came.Group.InWords()}",
        MeetingsSet set => FormattableString.Invariant($"The committee is to meet {set.PerYear:0.#} times a year"),
        PolicyChanged change => Of(change, Catalogue.All[change.Lever]),
        InspectionRemarked remarked =>
            $"The authorities have inspected the services and remark that {Of(remarked.Remark, remarked.Number, remarked.Of)}",
        InspectionReturned { Mended: true } returned =>
            "The authorities have come back and hold their remark to be met: "
                + Of(returned.Remark, returned.Number, returned.Of),
        InspectionReturned returned =>
            $"The authorities have come back, and their remark stands: {Of(returned.Remark, returned.Number, returned.Of)}",
        _ => null,
    };

    private static string Of(PolicyChanged change, ParameterInfo lever) => lever.Measure == Measure.Switch
        ? $"{English.Capital(Levers.Name(lever))}: now {(change.To >= .5 ? "on" : "off")}"
        : $"{English.Capital(Levers.Name(lever))}: {Levers.Value(lever, change.To)}, {Levers.Value(lever, change.From)} before";

    private static string Of(Remark remark, int number, int of) => remark switch
    {
        Remark.CrisesWithoutBed => $"{number} of {of} crises in the year found no bed",
        Remark.LongQueue => $"{number} persons wait, against {of} who are in service",
        Remark.DelayedDischarges => $"{number} of {of} bed days in the year went to persons who were ready for discharge",
        Remark.VacantPosts => $"{English.Posts(number)} of {English.Posts(of)} are vacant",
        Remark.NeedsOutsideServices =>
            $"{number} persons with many unmet needs are not in service, against {of} who are in service",
        _ => throw EnglishMinutes.Unworded(remark),
    };
}
