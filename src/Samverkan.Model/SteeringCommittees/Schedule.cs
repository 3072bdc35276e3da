using Samverkan.Model.Chance;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>
/// How often the committee meets. Unless the frequency is set for it, it reconsiders each December: where meetings decide
/// little, members want fewer; where urgent matters wait too long, they want more (Klinga 2018, 2014-2015). What it set
/// itself ends when the frequency is set anew for it.
/// </summary>
public sealed class Schedule
{
    private double? own;
    private double setFor;
    private int meetings, agreed;

    /// <summary>Meetings a year as now planned.</summary>
    public double Planned(CommitteeParameters p) => p.AdaptsSchedule >= .5 && own is { } set && setFor == p.MeetingsPerYear ? set : p.MeetingsPerYear;

    /// <summary>Meetings that fall in a month: the year's meetings spread evenly.</summary>
    public int MeetingsIn(Month month, CommitteeParameters p)
    {
        var planned = Planned(p);
        return (int)(Math.Floor(month.Number * planned / 12 + 1e-9) - Math.Floor((month.Number - 1) * planned / 12 + 1e-9));
    }

    public void Held(int decisions)
    {
        meetings++;
        agreed += decisions;
    }

    /// <summary>In December: fewer, as many or more meetings next year. Returns the change.</summary>
    /// <param name="waiting">Months that listed items have waited, on average.</param>
    public int Reconsider(CommitteeParameters p, double waiting)
    {
        var before = Planned(p);
        var worth = meetings == 0 ? 0 : (double)agreed / meetings;
        if (waiting > p.TooLong) own = Math.Min(p.MeetingsPerYear, before + 2);
        else if (worth < p.WorthAMeeting) own = Math.Max(Math.Min(p.FewestMeetings, p.MeetingsPerYear), before - 1);
        else own = before;
        setFor = p.MeetingsPerYear;
        (meetings, agreed) = (0, 0);
        return (int)(own.Value - before);
    }

    internal void Hash(ref StateHash hash)
    {
        hash.Add(own ?? -1);
        hash.Add(setFor);
        hash.Add(meetings);
        hash.Add(agreed);
    }
}
