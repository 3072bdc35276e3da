using System.Collections.Immutable;
using Samverkan.Model.Chance;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>Writes the minutes of one meeting: they are an output of the model, as they were the data of the study.</summary>
internal sealed class MinutesBook(RandomStreams random, ulong committee, string code, ParameterSet p)
{
    public Minutes Write(
        int number, int meeting, int meetings, Brief brief, Knowledge knowledge, int members, int core, int associations, int seated,
        List<MinutedItem> items, List<string> reported)
    {
        var month = brief.Context.Month;
        return new(
            code, number, month, Day(month, meeting, meetings), Present(month, meeting, core, associations, seated), Seen(brief, knowledge),
            [.. items], [.. reported, .. members > p.Committee.WorkingSize + 3 ? [$"With {members} members the meeting was mostly consultative."] : Array.Empty<string>()]);
    }

    // Committees meet in the second or third week; several meetings of a month are spread over it.
    private int Day(Month month, int meeting, int meetings) =>
        meetings == 1 ? 8 + (int)(random.Unit(committee, month, Purpose.MeetingDay) * 10) : 1 + meeting * 28 / meetings;

    private ImmutableArray<string> Present(Month month, int meeting, int core, int associations, int seated)
    {
        var present = ImmutableArray.CreateBuilder<string>();
        Come("county", (core + 1) / 2, 0);
        Come("municipality", core / 2, 1);
        Come("stakeholder associations", associations, 2);
        Come("invited services", seated, 3);
        return present.ToImmutable();

        void Come(string side, int seats, uint index)
        {
            if (seats == 0) return;
            var u = random.Unit(committee, month, Purpose.Attendance, 1000 + (uint)meeting * 8 + index);
            present.Add($"{side} {Math.Max(1, Distributions.Binomial(u, seats, p.Committee.Attendance))}");
        }
    }

    private static ImmutableArray<string> Seen(Brief brief, Knowledge knowledge)
    {
        var month = brief.Context.Month;
        var needs = knowledge.Reviewed is { } reviewed
            ? $"needs review of {Sentence.Month(reviewed)} ({Sentence.Count(month - reviewed, "month")} old)"
            : "no needs review yet";
        var economy = FormattableString.Invariant(
            $"economy report of {Sentence.Month(month - 1)} (county {Result(brief.County.Stress)}, municipality {Result(brief.Municipality.Stress)} of the frame)");
        return [needs, economy];
    }

    private static string Result(double stress) => FormattableString.Invariant($"{-100 * stress:+0.0;-0.0;0.0} %");
}
