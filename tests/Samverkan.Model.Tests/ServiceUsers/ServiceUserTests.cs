using System.Runtime.CompilerServices;
using CsCheck;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Tests.ServiceUsers;

public class ServiceUserTests
{
    private static readonly ParameterSet
        ManyLeave = Examples.P.With(TestWorlds.Each("population.exit", .4))
        .With(("placement.rate", .1), ("engagement.dropout", .3)),
        NobodyStays = Examples.P.With(("engagement.dropout", 1), ("engagement.monthsToDischarge", 1)),
        AllHappens = Examples.P.With(TestWorlds.Each("crisis.rate", 5)).With(("engagement.dropout", 1), ("placement.rate", 1));

    [Fact]
    public void A_person_at_rest_is_at_most_128_bytes_without_padding_that_would_blur_the_hash()
    {
        Assert.InRange(Unsafe.SizeOf<ServiceUser>(), 1, 128);
        var fields = typeof(ServiceUser).GetFields().Sum(f => Size(f.FieldType));
        Assert.Equal(fields, Unsafe.SizeOf<ServiceUser>());

        static int Size(Type type) => type.IsEnum ? Size(Enum.GetUnderlyingType(type))
            : type == typeof(ulong) ? 8 : type == typeof(uint) || type == typeof(int) || type == typeof(float) ? 4
            : type == typeof(ushort) ? 2 : 1;
    }

    [Fact]
    public void Engagement_moves_towards_involvement_and_stays_within_0_and_1() =>
        Gen.Select(Gen.Float[0, 1], Gen.Float[0, 1], Gen.Float[0, 1]).Sample((engagement, involvement, continuity) =>
    {
        var person = Examples.Person(engagement: engagement) with { Continuity = continuity };
        Engaging.Month(ref person, Examples.Offer() with { Involvement = involvement }, Examples.P.Engagement,
            Engaging.ContinuityGain(Examples.P.Engagement));
        return person.Engagement is >= 0 and <= 1 && person.Continuity >= continuity && person.Continuity <= 1;
    });

    [Fact]
    public void A_new_coordinator_costs_engagement_and_continuity()
    {
        var person = Examples.Person(engagement: .8f) with { CoordinatorMonths = 20, Continuity = .9f };
        Engaging.NewCoordinator(ref person, Examples.P.Engagement);
        Assert.Equal(.8 * Examples.P.Engagement.NewCoordinator, person.Engagement, 1e-6);
        Assert.Equal((0f, 0), (person.Continuity, person.CoordinatorMonths));
    }

    [Fact]
    public void Continuity_comes_two_thirds_of_its_way_in_the_stated_months()
    {
        var person = Examples.Person() with { Continuity = 0 };
        for (var month = 0; month < (int)Examples.P.Engagement.ContinuityMonths; month++)
            Engaging.Month(ref person, Examples.Offer(), Examples.P.Engagement, Engaging.ContinuityGain(Examples.P.Engagement));
        Assert.Equal(1 - Math.Exp(-1), person.Continuity, .01);
    }

    [Fact]
    public void At_most_one_way_out_is_taken() =>
        Gen.Select(Gen.ULong, Gen.UInt[0, Domains.All], Gen.Enum<Status>()).Sample((id, unmet, status) =>
    {
        var person = Examples.Person(unmet: unmet, status: status, id: id);
        var answer = Examples.Live(ref person, Examples.Offer(), ManyLeave, Examples.Some) & LifeEvents.Departs;
        // Who is helped may have recovered out of the population.
        return answer is LifeEvents.Nothing or LifeEvents.ToPlacement or LifeEvents.DroppedOut or LifeEvents.Helped
            or LifeEvents.Died or LifeEvents.Left or (LifeEvents.Helped | LifeEvents.Left);
    }, iter: 5_000);

    [Fact]
    public void Only_those_in_service_drop_out_and_who_has_needs_is_not_discharged() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 2]).Sample((id, other) =>
    {
        var person = Examples.Person(unmet: 1, status: new[] { Status.Resident, Status.Waiting, Status.Placed }[other], id: id,
            engagement: 0);
        return (Examples.Live(ref person, Examples.Offer(), NobodyStays, Examples.Some)
            & (LifeEvents.DroppedOut | LifeEvents.Helped)) == 0;
    });

    [Fact]
    public void Who_is_in_the_ward_has_no_further_crisis_and_does_not_drop_out() => Gen.ULong.Sample(id =>
    {
        var person = Examples.Person(unmet: 1, id: id, engagement: 0) with { WardDays = 9 };
        return (Examples.Live(ref person, Examples.Offer(), AllHappens, Examples.Some)
            & (LifeEvents.Crisis | LifeEvents.DroppedOut | LifeEvents.ToPlacement)) == 0;
    });

    [Fact]
    public void Hardly_any_need_for_some_months_is_help_enough()
    {
        var p = Examples.P.With(TestWorlds.Each("population.exit", 0)).With(TestWorlds.Each("population.recovered", 0))
            .With(("engagement.dropout", 0), ("placement.rate", 0), ("engagement.monthsToDischarge", 4));
        var person = Examples.Person(met: 1);
        for (var month = 0; month < 3; month++)
            Assert.Equal(LifeEvents.Nothing, Examples.Live(ref person, Examples.Offer() with { CoordinatorLeaves = 0 }, p,
                Examples.Some + month) & ~LifeEvents.Crisis);
        Assert.Equal(LifeEvents.Helped, Examples.Live(ref person, Examples.Offer(), p, Examples.Some + 3));
    }

    [Theory]
    [InlineData(.01)]
    [InlineData(.3)]
    public void Deaths_and_exits_have_the_stated_rates(double perYear)
    {
        var p = Examples.P.With(TestWorlds.Each("population.exit", perYear)).With(TestWorlds.Each("population.deathShare", .4))
            .With(("population.ageing", 0));
        var (died, left) = (0, 0);
        const int trials = 120_000;
        for (var id = 0; id < trials; id++)
        {
            var person = Examples.Person(status: Status.Placed, id: (ulong)id);
            var answer = Examples.Live(ref person, Examples.Offer(), p, Examples.Some);
            if (answer == LifeEvents.Died) died++;
            if (answer == LifeEvents.Left) left++;
        }
        var expected = trials * perYear / 12;
        Assert.Equal(.4 * expected, died, 4 * Math.Sqrt(expected));
        Assert.Equal(.6 * expected, left, 4 * Math.Sqrt(expected));
    }
}
