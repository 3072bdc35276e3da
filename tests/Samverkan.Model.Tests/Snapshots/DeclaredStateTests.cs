using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Samverkan.Model.Indicators;
using Samverkan.Model.Policies;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Snapshots;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Tests.Snapshots;

/// <summary>State is declared once: whatever field of whatever actor changes, its hash changes and its description says
/// which.</summary>
public sealed class DeclaredStateTests
{
    private static readonly Blueprint Town = TestWorlds.Town(60, 9_000).WithCentres() with
    {
        Interventions =
            [new("cut", "funding.controllable.county", Scope.Everywhere, Operation.Multiply, .9, null,
                When: new("needs.unmetPerPerson", true, 0, 3, false))],
    };

    [Fact]
    public void Every_field_of_every_actor_is_in_its_hash_and_named_by_the_first_difference()
    {
        var run = Town.Simulate();
        for (var month = 0; month < 30; month++)
            run.Advance();
        var flipped = new HashSet<string>();
        var faults = new List<string>();
        foreach (var actor in run.Actors()
            .DistinctBy(actor => actor.Path.Kind == ActorKind.Team ? actor.Path.ToString() : $"{actor.Path.Kind}"))
        {
            var whole = Look(actor.Actor);
            StateFlips.Each(actor.Actor, () => Look(actor.Actor), (field, name, before, after) =>
            {
                flipped.Add($"{field.DeclaringType}.{name}");
                if (before.Hash == after.Hash) faults.Add($"{actor.Path}: {field.DeclaringType}.{name} is not in the hash");
                var told = FirstDifference(before.Lines, after.Lines);
                // An item with another key is another item.
                if (!field.IsDefined(typeof(StateKeyAttribute), false)
                    && told?.Contains(name, StringComparison.Ordinal) is not true || told is null)
                    faults.Add($"{actor.Path}: {field.DeclaringType}.{name} is told as {told ?? "nothing"}");
            });
            Assert.Equal(whole.Hash, Look(actor.Actor).Hash);
        }
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults.Distinct()));
        var declared = run.Actors().Select(actor => actor.Actor.GetType()).Distinct().SelectMany(StateFlips.Declared).ToHashSet();
        Assert.True(declared.IsSubsetOf(flipped), string.Join(Environment.NewLine, declared.Except(flipped)));
        Assert.InRange(declared.Count, 150, int.MaxValue);
    }

    [Fact]
    public void What_hangs_on_the_world_alone_or_lasts_one_month_is_described_nowhere()
    {
        var run = Town.Simulate();
        run.Advance();
        Assert.DoesNotContain(run.DescribeState(), line => line.Field.Contains("world", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(run.DescribeState(), line => line.Field.Contains("mandate", StringComparison.Ordinal));
    }

    [Fact]
    public void Padding_is_in_no_snapshot()
    {
        var (a, b) = (Padded(0x11), Padded(0x22));
        Assert.Equal((a.Small, a.Large), (b.Small, b.Large));
        Assert.Equal(Snapshot.Of(a), Snapshot.Of(b));
        Assert.Equal(Snapshot.Of(new[] { a }), Snapshot.Of(new[] { b }));
        Assert.Equal(1 + 9, Snapshot.Of(new[] { a }).Length - 1);
        var back = Snapshot.Read<WithPadding[]>(Snapshot.Of(new[] { a, b }));
        Assert.Equal([(a.Small, a.Large), (b.Small, b.Large)], back.Select(x => (x.Small, x.Large)));

        static WithPadding Padded(byte garbage)
        {
            var bytes = new byte[Unsafe.SizeOf<WithPadding>()];
            Array.Fill(bytes, garbage);
            var value = MemoryMarshal.Read<WithPadding>(bytes);
            (value.Small, value.Large) = (7, 9);
            return value;
        }
    }

    [Fact]
    public void What_is_hashed_by_the_thousand_has_no_padding()
    {
        Assert.True(Bits<ServiceUser>.AreContent);
        Assert.True(Bits<GroupCounts>.AreContent);
        Assert.True(Bits<SectorMonth>.AreContent);
        Assert.False(Bits<WithPadding>.AreContent);
    }

    [Fact]
    public void Room_to_spare_is_in_no_snapshot()
    {
        var (longer, shorter) = (new Roster(), new Roster());
        for (var id = 0UL; id < 40; id++)
            longer.Add(new() { Id = id });
        using (var sweep = longer.Sweep())
            for (var i = 0; i < 2; i++)
                sweep.Keep(i);
        shorter.Add(new() { Id = 0 });
        shorter.Add(new() { Id = 1 });
        Assert.Equal(Snapshot.Of(shorter), Snapshot.Of(longer));
        Assert.Equal(Snapshot.Hash(shorter), Snapshot.Hash(longer));
        var back = Snapshot.Read<Roster>(Snapshot.Of(longer));
        back.Add(new() { Id = 7 });
        Assert.Equal([0UL, 1UL, 7UL], back.Persons.ToArray().Select(person => person.Id));
    }

    [Fact]
    public void Equal_records_give_equal_bytes_whichever_object_holds_them()
    {
        var context = new Context(Month.Of(1995), [Month.Of(1996)]);
        Assert.Equal(Snapshot.Of(new[] { context, context }), Snapshot.Of(new[] { context, context with { } }));
    }

    [Fact]
    public void What_has_no_order_of_its_own_is_no_state() =>
        Assert.ThrowsAny<Exception>(() => Snapshot.Of(new Dictionary<string, int>()));

    [Fact]
    public void An_actors_hash_hangs_on_its_children_and_their_order()
    {
        var roster = new Roster();
        Assert.NotEqual(Snapshot.Hash(roster, 1, 2), Snapshot.Hash(roster, 2, 1));
        Assert.NotEqual(Snapshot.Hash(roster), Snapshot.Hash(roster, 1));
    }

    private static string? FirstDifference(IReadOnlyList<(string Field, string Value)> a,
        IReadOnlyList<(string Field, string Value)> b)
    {
        for (var i = 0; i < Math.Max(a.Count, b.Count); i++)
            if (i >= a.Count || i >= b.Count || a[i] != b[i])
                return i < a.Count ? i < b.Count ? $"{a[i].Field} or {b[i].Field}" : a[i].Field : b[i].Field;
        return null;
    }

    private static (ulong Hash, IReadOnlyList<(string Field, string Value)> Lines) Look(object actor) =>
        (OfKind((dynamic)actor), Snapshot.Describe(actor));

    private static ulong OfKind<T>(T actor) => Snapshot.Hash(actor);

    private struct WithPadding
    {
        public byte Small;
        public long Large;
    }
}
