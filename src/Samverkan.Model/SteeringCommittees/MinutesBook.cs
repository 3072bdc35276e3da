using System.Collections.Immutable;
using Samverkan.Model.Chance;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>A committee's seats at a meeting.</summary>
internal readonly record struct Seats(int County, int Municipality, int Associations, int Invited)
{
    public int Members => County + Municipality + Associations + Invited;
}

/// <summary>Which of a month's meetings it is.</summary>
/// <param name="Number">Meetings since the committee's start; the first is 1.</param>
/// <param name="Index">From 0 within the month.</param>
internal readonly record struct Meeting(int Number, int Index, int InMonth);

/// <summary>Takes the minutes of one meeting: they are an output of the model, as they were the data of the study.</summary>
internal sealed class MinutesBook(RandomStreams random, ulong committee, string code, ParameterSet p)
{
    // Days on which a committee meets: those of the second and third week. Every month has so many days.
    private const int FirstDay = 8;
    private const int Days = 10;
    private const int DaysOfAnyMonth = 28;

    // Which draw decides who of a side comes: those below decide on something else.
    private const uint OfSides = 1000;
    private const uint MostSides = 8;

    /// <summary>Members beyond the working size with whom a meeting is mostly consultative.</summary>
    public const int Consultative = 3;

    public Minutes Take(
        in Meeting meeting, Brief brief, Knowledge knowledge, in Seats seats, List<MinutedItem> items, IEnumerable<News> reported)
    {
        var month = brief.Context.Month;
        return new()
        {
            Municipality = code,
            Number = meeting.Number,
            Month = month,
            Day = Day(month, meeting),
            Present = Present(month, meeting.Index, seats),
            Seen = new(knowledge.Reviewed, month - 1, brief.County.Stress, brief.Municipality.Stress),
            Items = [.. items],
            Notes = [.. reported],
        };
    }

    // Committees meet in the second or third week; several meetings of a month are spread over it.
    private int Day(Month month, in Meeting meeting) => meeting.InMonth == 1
        ? FirstDay + (int)(random.Unit(committee, month, Purpose.MeetingDay) * Days)
        : 1 + meeting.Index * DaysOfAnyMonth / meeting.InMonth;

    private ImmutableArray<Attendance> Present(Month month, int meeting, in Seats seats)
    {
        var present = ImmutableArray.CreateBuilder<Attendance>();
        Come(Side.County, seats.County);
        Come(Side.Municipality, seats.Municipality);
        Come(Side.StakeholderAssociations, seats.Associations);
        Come(Side.InvitedServices, seats.Invited);
        return present.ToImmutable();

        void Come(Side side, int seats)
        {
            if (seats == 0) return;
            var u = random.Unit(committee, month, Purpose.Attendance, OfSides + (uint)meeting * MostSides + (uint)side);
            present.Add(new(side, Math.Max(1, Distributions.Binomial(u, seats, p.Committee.Attendance))));
        }
    }
}
