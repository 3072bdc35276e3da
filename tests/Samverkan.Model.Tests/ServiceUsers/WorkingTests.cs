using CsCheck;
using Samverkan.Model.Chance;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;
using static Samverkan.Model.Tests.TestWorlds;

namespace Samverkan.Model.Tests.ServiceUsers;

/// <summary>Who finds and loses work, and what job specialists change.</summary>
public sealed class WorkingTests
{
    private const uint Daytime = 1u << (int)Domain.DaytimeActivities;

    private static readonly ParameterSet P = Examples.P;

    [Fact]
    public void The_usual_share_of_a_group_stays_in_work()
    {
        foreach (var group in new[] { TargetGroup.Psychosis, TargetGroup.Depression, TargetGroup.Elderly })
        {
            var persons = Enumerable.Range(1, 4000).Select(id =>
            {
                var person = Examples.Person(group, id: (ulong)id);
                Working.Begin(ref person, P.Work, Examples.World.RandomStreams, new(0));
                return person;
            }).ToArray();
            Assert.InRange(persons.Count(p => p.Work != Work.None), 4000 * (P.Work.Wants - .03), 4000 * (P.Work.Wants + .03));
            Assert.InRange(Share(), P.Work.Share[(int)group] - .02, P.Work.Share[(int)group] + .02);
            for (var month = 0; month < 60; month++)
                for (var i = 0; i < persons.Length; i++)
                    Live(ref persons[i], P, month);
            Assert.InRange(Share(), P.Work.Share[(int)group] - .02, P.Work.Share[(int)group] + .02);

            double Share() => persons.Count(p => (p.Work & Work.Has) != 0) / 4000.0;
        }
    }

    [Fact]
    public void With_a_specialist_more_find_work_within_eighteen_months_as_in_trials()
    {
        var (usual, ips) = (Found(0), Found(1));
        // Controls of trials: 11 and 27 %; work at all 1.63 (1.46 to 1.82) times as often.
        Assert.InRange(usual, .11, .27);
        Assert.InRange(ips / usual, 1.46, 2);

        static double Found(byte support) => Enumerable.Range(1, 4000).Count(id =>
        {
            var person = Examples.Person(id: (ulong)id) with { Work = Work.Wants, MonthsOfJobSupport = support };
            for (var month = 0; month < 18; month++)
            {
                Live(ref person, P, month);
                if ((person.Work & Work.Has) != 0) return true;
            }
            return false;
        }) / 4000.0;
    }

    [Fact]
    public void Crises_cost_work_and_specialists_keep_some_of_it() =>
        Gen.Select(Gen.Float[0, 5], Gen.Float[0, 5]).Sample((a, b) =>
    {
        var (calm, shaken) = (Worker(Math.Min(a, b)), Worker(Math.Max(a, b)));
        return Working.Loses(calm, P) <= Working.Loses(shaken, P)
            && Working.Loses(shaken with { MonthsOfJobSupport = 1 }, P) < Working.Loses(shaken, P)
            && Working.Loses(Worker(1), P) > Working.Loses(Worker(0), P);

        static ServiceUser Worker(float instability) =>
            Examples.Person() with { Work = Work.Wants | Work.Has, Instability = instability };
    });

    [Fact]
    public void Work_found_with_a_specialist_is_something_to_do_by_day()
    {
        Assert.Equal((0u, Daytime), Needs(1));
        Assert.Equal((Daytime, 0u), Needs(0));

        static (uint, uint) Needs(byte support)
        {
            var person = Examples.Person(unmet: Daytime) with { Work = Work.Wants, MonthsOfJobSupport = support };
            Working.Month(ref person, P, 0);
            Assert.Equal((Work.Wants | Work.Has, 1), (person.Work, person.MonthsInWork));
            return (person.Unmet, person.Met);
        }
    }

    [Fact]
    public void Nobody_finds_work_in_the_ward_or_without_wanting_it()
    {
        foreach (var person in new[]
        {
            Examples.Person() with { Work = Work.Wants, WardDays = 3 },
            Examples.Person(status: Status.Placed) with { Work = Work.Wants },
            Examples.Person(),
        })
        {
            var lived = person;
            Working.Month(ref lived, P, 0);
            Assert.Equal(person, lived);
        }
    }

    [Fact]
    public void Specialists_support_who_looks_for_work_as_far_as_there_is_room_and_for_so_long()
    {
        var p = P.With(("ips.months", 12)).Ips;
        var persons = new[]
        {
            Examples.Person() with { Work = Work.Wants | Work.Has }, Examples.Person(),
            Examples.Person() with { Work = Work.Wants }, Examples.Person() with { Work = Work.Wants, MonthsOfJobSupport = 11 },
            Examples.Person() with { Work = Work.Wants },
        };
        Assert.Equal([0, 0, 1, 12, 0], Month(2));
        Assert.Equal([0, 0, 2, 0, 0], Month(2));
        Assert.Equal([0, 0, 3, 1, 0], Month(2));
        Assert.Equal([0, 0, 4, 2, 1], Month(9));
        Assert.Equal([0, 0, 5, 3, 2], Month(0));
        Assert.Equal([0, 0, 0, 0, 0], Month(null));

        int[] Month(int? room)
        {
            var jobs = new JobSupport(room, persons);
            foreach (ref var person in persons.AsSpan())
                jobs.Month(ref person, p);
            return [.. persons.Select(person => (int)person.MonthsOfJobSupport)];
        }
    }

    [Fact]
    public void Specialists_bring_people_into_work_and_leave_with_their_posts()
    {
        var world = new WatchedWorld(Town(60).Having(Set("ips.posts", 6, Start + 3), Set("ips.posts", 0, Start + 48)));
        var without = new WatchedWorld(Town(60));
        Assert.InRange(Seen(world.Until(Start + 40), IndicatorCatalogue.JobSupported), 90, 120);
        Assert.InRange(Seen(world, IndicatorCatalogue.InWork) / Seen(without.Until(Start + 40), IndicatorCatalogue.InWork), 1.1,
            2);
        Assert.Equal(0, Seen(without, IndicatorCatalogue.JobSupported));
        Assert.True(Seen(world, IndicatorCatalogue.LongInWork) > 0);
        Assert.Equal(0, Seen(world.Until(Start + 50), IndicatorCatalogue.JobSupported));

        static double Seen(WatchedWorld world, Indicator indicator) => world.Only.Report.Indicators.Read(indicator.Id)!.Value;
    }

    [Fact]
    public void Without_posts_their_figures_change_nothing() => Assert.Equal(
        Town().Run().Hashes(),
        Town().With(("ips.caseload", 30), ("ips.finds", 5), ("ips.keeps", .6), ("ips.months", 12)).Run().Hashes());

    private static void Live(ref ServiceUser person, ParameterSet p, int month) => Working.Month(
        ref person, p, Examples.World.RandomStreams.Words(person.Id, Examples.Some + month, Purpose.Contact).W3);
}
