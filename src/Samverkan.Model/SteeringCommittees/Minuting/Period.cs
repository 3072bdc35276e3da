namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>Half a year, or a whole one, as the committee's reports count it.</summary>
internal sealed class Period
{
    private readonly int[] figures = new int[Figures.Count];

    /// <summary>Months that are counted so far.</summary>
    public int Months { get; private set; }

    public int UnitsOpened { get; private set; }

    public int UnitsClosed { get; private set; }

    public int GroupsIncluded { get; private set; }

    public bool CountyFroze { get; private set; }

    public bool MunicipalityFroze { get; private set; }

    public bool CountyShifted { get; private set; }

    public bool MunicipalityShifted { get; private set; }

    public int this[Figure figure] => figures[(int)figure];

    /// <summary>Counts what a brief tells of the month before it.</summary>
    public void Add(Brief brief)
    {
        Months++;
        for (var i = 0; i < figures.Length && i < brief.Counted.Length; i++)
            figures[i] = ((Figure)i).IsCounted() ? figures[i] + brief.Counted[i] : brief.Counted[i];
        UnitsOpened += brief.NewServices;
        GroupsIncluded += brief.GroupsIncluded;
        foreach (var news in brief.News)
            if (news is UnitClosed or CooperationEnded)
                UnitsClosed++;
        CountyFroze |= brief.County.Freezes;
        MunicipalityFroze |= brief.Municipality.Freezes;
        CountyShifted |= brief.County.Shifts;
        MunicipalityShifted |= brief.Municipality.Shifts;
    }

    /// <summary>This period and the one after it as one.</summary>
    public Period With(Period next)
    {
        var both = new Period
        {
            Months = Months + next.Months,
            UnitsOpened = UnitsOpened + next.UnitsOpened,
            UnitsClosed = UnitsClosed + next.UnitsClosed,
            GroupsIncluded = GroupsIncluded + next.GroupsIncluded,
            CountyFroze = CountyFroze || next.CountyFroze,
            MunicipalityFroze = MunicipalityFroze || next.MunicipalityFroze,
            CountyShifted = CountyShifted || next.CountyShifted,
            MunicipalityShifted = MunicipalityShifted || next.MunicipalityShifted,
        };
        for (var i = 0; i < figures.Length; i++)
            both.figures[i] = ((Figure)i).IsCounted() ? figures[i] + next.figures[i] : next.figures[i];
        return both;
    }
}
