using Samverkan.Model.Chance;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>
/// How often the committee meets. Unless the frequency is set for it, it reconsiders this at times: where a meeting
/// decides little for each of those who sit through it, members want fewer; where matters wait too long, they want more
/// (Klinga 2018, 2014-2015: consultative, one meeting a semester, then two). What it set itself ends when
/// the frequency is set anew for it.
/// </summary>
public sealed class Schedule
{
    // Twelfths of a year do not add up to whole meetings exactly.
    private const double Rounding = 1e-9;

    private double? own;
    private double setFor;
    private int meetings, agreed;
    private double deferred, deferredMonths;

    /// <summary>Meetings a year as now planned.</summary>
    public double Planned(CommitteeParameters p) =>
        p.AdaptsSchedule >= .5 && own is { } set && setFor == p.MeetingsPerYear ? set : p.MeetingsPerYear;

    /// <summary>Meetings that fall in a month: the year's meetings spread evenly.</summary>
    public int MeetingsIn(Month month, CommitteeParameters p)
    {
        var planned = Planned(p);
        return (int)(Math.Floor(month.Number * planned / 12 + Rounding)
            - Math.Floor((month.Number - 1) * planned / 12 + Rounding));
    }

    public void Held(int decisions)
    {
        meetings++;
        agreed += decisions;
    }

    /// <summary>A matter was put off for want of time, so many months after it was first listed.</summary>
    public void Deferred(int monthsListed, double urgency)
    {
        deferred += urgency;
        deferredMonths += monthsListed * urgency;
    }

    /// <summary>Fewer, as many or more meetings next year. Returns the change.</summary>
    public int Reconsider(CommitteeParameters p, int members)
    {
        var before = Planned(p);
        var worth = meetings == 0 ? 0 : (double)agreed / meetings * Math.Min(1, p.WorkingSize / Math.Max(1, members));
        var waiting = deferred <= 0 ? 0 : deferredMonths / deferred;
        if (waiting > p.TooLong) own = Math.Min(p.MeetingsPerYear, before + p.MeetingsAdded);
        else if (worth < p.WorthAMeeting)
            own = Math.Max(Math.Min(p.FewestMeetings, p.MeetingsPerYear), before - p.MeetingsDropped);
        else own = before;
        setFor = p.MeetingsPerYear;
        (meetings, agreed, deferred, deferredMonths) = (0, 0, 0, 0);
        return (int)(own.Value - before);
    }
}
