using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>Matters of the order between the sectors: deficits, the agreement, the committee's own seats.</summary>
internal static class AgendaOfOrder
{
    // One new service is nothing that an agreement is said to have been outgrown by.
    private const int SeveralServices = 2;

    public static IEnumerable<AgendaItem> Items(MeetingTable table) =>
        new[] { Deficit(table), Agreement(table), Seat(table) }.OfType<AgendaItem>();

    private static AgendaItem? Deficit(MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        var sector = brief.County.BringsDeficit ? Sector.County : Sector.Municipality;
        if (!brief.County.BringsDeficit && !brief.Municipality.BringsDeficit || brief.JointUnits == 0
            || table.IsUnderway(Remedy.Streamline)) return null;
        var stress = sector == Sector.County ? brief.County.Stress : brief.Municipality.Stress;
        return new(
            new() { Remedy = Remedy.Streamline }, new DeficitBrought(sector, stress),
            p.Agenda.DeficitBase * brief.Scale + p.Agenda.Deficit * table.KnownIncluded() * Math.Max(0, stress));
    }

    private static AgendaItem? Agreement(MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        if (brief.JointUnits == 0 || !p.Element.Allows(Element.IntegrationAgreement) || table.IsUnderway(Remedy.ReviseAgreement))
            return null;
        if (table.AgreementAge is not { } age) return null;
        var written = brief.Structure.Has(Element.IntegrationAgreement);
        var overdue = age - p.Agenda.AgreementTerm;
        // An agreement by word of mouth holds for a plan between people who know each other, not for many new services.
        var due = overdue >= 0 || table.Shaken && age >= p.Agenda.AgreementRest
            || table.NewServices >= p.Agenda.ServicesForRevision && age >= p.Agenda.ServicesRest
            || p.Nation.RegionalAgreement >= .5 && !written;
        if (!due) return null;
        var factor = p.Agenda.AgreementDue + Math.Max(0, overdue / 12.0) + (table.Shaken ? p.Agenda.AgreementShock : 0)
            + p.Agenda.AgreementService * table.NewServices;
        return new(
            new() { Remedy = Remedy.ReviseAgreement, Element = Element.IntegrationAgreement, InWriting = !written },
                WhyRevise(table),
            p.Agenda.Agreement * brief.Scale * factor);
    }

    /// <summary>What makes the agreement a matter.</summary>
    internal static Occasion WhyRevise(MeetingTable table) =>
        table.Shaken ? new AgreementShaken()
        : table.NewServices >= SeveralServices ? new AgreementOutgrown(table.NewServices)
        : new AgreementAged(table.AgreementAge ?? 0);

    private static AgendaItem? Seat(MeetingTable table) => table.Unseated <= 0 ? null : new(
        new() { Remedy = Remedy.Invite }, new ServicesUnseated(table.Unseated),
        table.P.Agenda.Member * table.Brief.Scale * table.Unseated);
}
