using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>What lies before a meeting: the brief, what is known of needs, and the dates of earlier decisions.</summary>
internal sealed record MeetingTable
{
    public required Brief Brief { get; init; }
    public required ParameterSet P { get; init; }
    public required ParameterSet WhenOpened { get; init; }
    public required Knowledge Knowledge { get; init; }

    /// <summary>Share of what is heard of needs that is fresh.</summary>
    public required double Heard { get; init; }

    /// <summary>How far a decision on these data hits today's needs.</summary>
    public required double Freshness { get; init; }

    /// <summary>Months since the agreement was last revised; null without one.</summary>
    public required int? AgreementAge { get; init; }

    /// <summary>Whether something shook the cooperation since then.</summary>
    public required bool Shaken { get; init; }

    /// <summary>Joint services since then.</summary>
    public required int NewServices { get; init; }

    /// <summary>Services without a member of their own.</summary>
    public required int Unseated { get; init; }

    /// <summary>Months since the last evaluation, or since the start.</summary>
    public required int EvaluationAge { get; init; }

    /// <summary>Remedies whose dates are given from outside, one bit each: not raised here.</summary>
    public required uint Documented { get; init; }

    /// <summary>Whether joint services settle among themselves what needs no meeting.</summary>
    public bool Daily { get; init; }

    /// <summary>The groups, and the joint plan, that somebody has taken up, one bit each.</summary>
    public uint Prepared { get; init; } = ~0u;

    public Month Month => Brief.Context.Month;

    /// <summary>Unmet needs of a group, as known.</summary>
    public double Known(int group) => Knowledge.Unmet(Brief, group, Heard, P.Agenda.AwareBeforeReview);

    /// <summary>Known unmet needs of a group's persons in joint care.</summary>
    public double KnownInJointCare(int group)
    {
        var state = Brief.Groups[group];
        return state.Unmet == 0 ? 0 : Known(group) * state.UnmetInJointCare / state.Unmet;
    }

    /// <summary>Known unmet needs of all groups that are included.</summary>
    public double KnownIncluded()
    {
        double sum = 0;
        for (var g = 0; g < TargetGroups.Count; g++)
            if (Brief.Included.Has(g))
                sum += Known(g);
        return sum;
    }

    public bool IsUnderway(Remedy remedy, TargetGroup? group = null)
    {
        foreach (var decision in Brief.Underway)
            if (decision.Remedy == remedy && (group is null || decision.Proposal.Group == group))
                return true;
        return false;
    }
}

/// <summary>
/// The matters of a meeting: at most one of each kind, all valued in one currency, the
/// unmet needs that the remedy is expected to avert each month out of what the committee knows. What it makes of a matter beyond
/// that is its own: a lasting bent, and the mood of a meeting. With ad hoc urgencies a
/// random agenda would do as well.
/// </summary>
internal static class Agenda
{
    /// <summary>Items in the order in which they are taken up.</summary>
    public static List<AgendaItem> Of(MeetingTable table, in RandomStreams random, ulong committee, int meeting)
    {
        var items = new List<AgendaItem>();
        foreach (var item in AgendaOfServices.Items(table).Concat(AgendaOfContent.Items(table))
            .Concat(AgendaOfOrder.Items(table)))
            if (item.Urgency > 0 && ((table.Documented | (table.Daily ? DailyWork.Remedies : 0)) >> (int)item.Remedy & 1) == 0)
                items.Add(item with
                {
                    Urgency = item.Urgency
                    * Initiatives.Weight(table.P.Agenda, item.Remedy, random, committee, table.Month, meeting)
                });
        if (table.P.Committee.RandomAgenda >= .5)
        {
            var draws = new double[items.Count];
            for (var i = 0; i < draws.Length; i++)
                draws[i] = random.Unit(committee, table.Month, Purpose.Agenda,
                    (uint)(meeting * Initiatives.Remedies + (int)items[i].Remedy));
            var order = draws;
            var indexed = items.Select((item, i) => (item, lot: order[i])).OrderBy(x => x.lot).ThenBy(x => x.item.Remedy);
            return [.. indexed.Select(x => x.item)];
        }
        return [.. items.OrderByDescending(item => item.Urgency).ThenBy(item => item.Remedy)];
    }
}
