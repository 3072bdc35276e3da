namespace Samverkan.Model.Counties;

/// <summary>
/// Who gets the beds of the month: what branches share is granted a month ahead, from last month's
/// reports, so that no branch competes with another within a month. Persons in the ward keep their beds; the rest is
/// divided by population and by what crises asked for.
/// </summary>
internal static class BedGrants
{
    public static int[] Divide(int bedDays, IReadOnlyList<CountyBranch> branches, WardParameters p)
    {
        var granted = new int[branches.Count];
        if (branches.Count == 1)
        {
            granted[0] = bedDays;
            return granted;
        }
        double people = 0, wanted = 0;
        var ahead = 0;
        foreach (var branch in branches)
        {
            people += branch.Inhabitants;
            wanted += branch.DaysWanted;
            ahead += branch.DaysAhead;
        }
        var free = Math.Max(0, bedDays - ahead);
        var shares = new double[branches.Count];
        for (var i = 0; i < shares.Length; i++)
        {
            var byPeople = people <= 0 ? 1.0 / shares.Length : branches[i].Inhabitants / people;
            shares[i] = wanted <= 0 ? byPeople
                : p.FreeByPopulation * byPeople + (1 - p.FreeByPopulation) * branches[i].DaysWanted / wanted;
        }
        var parts = LargestRemainder.Divide(free, shares);
        for (var i = 0; i < granted.Length; i++)
            granted[i] = branches[i].DaysAhead + parts[i];
        return granted;
    }
}
