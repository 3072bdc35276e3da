using CsCheck;
using Samverkan.Model.Teams;
using Xunit;

namespace Samverkan.Model.Tests.Teams;

public class RosterTests
{
    [Fact]
    public void A_queue_is_served_in_its_order() => Gen.ULong.Array[0, 60].Sample(ids =>
    {
        var roster = new Roster();
        foreach (var id in ids) roster.Add(Examples.Person(id: id));
        var served = ids.Select(_ => roster.RemoveAt(0).Id).ToArray();
        return served.SequenceEqual(ids) && roster.Count == 0;
    });

    [Fact]
    public void Who_is_there_is_found() => Gen.ULong[0, ulong.MaxValue - 1].ArrayUnique[1, 40].Sample(ids =>
    {
        var roster = new Roster();
        foreach (var id in ids) roster.Add(Examples.Person(id: id));
        return ids.Select(roster.Find).SequenceEqual(Enumerable.Range(0, ids.Length)) && roster.Find(ids.Max() + 1) == -1;
    });

    [Fact]
    public void A_sweep_keeps_whom_it_is_told_to_keep_in_their_order() =>
        Gen.Select(Gen.ULong.Array[0, 40], Gen.Bool.Array[40]).Sample((ids, stays) =>
        {
            var roster = new Roster();
            foreach (var id in ids)
                roster.Add(new() { Id = id });

            using (var sweep = roster.Sweep())
                for (var i = 0; i < roster.Count; i++)
                    if (stays[i])
                        sweep.Keep(i);

            return ids.Where((_, i) => stays[i]).SequenceEqual(roster.Persons.ToArray().Select(person => person.Id));
        });
}
