using System.Collections.Immutable;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Indicators;

namespace Samverkan.App.Web.Live;

/// <summary>The organisation in one month, from the nation down.</summary>
/// <param name="Top">The nation; none before the first month.</param>
/// <param name="Municipalities">In the order of the map.</param>
public sealed record Organisation(ImmutableArray<Member> Top, ImmutableArray<Member> Municipalities)
{
    internal static Organisation Of(Frame? frame)
    {
        if (frame is null) return new([], []);
        var (below, municipalities) = (frame.Actors.ToLookup(actor => actor.Parent), ImmutableArray.CreateBuilder<Member>());
        return new(Under(null), municipalities.ToImmutable());

        ImmutableArray<Member> Under(ActorPath? parent) => [.. below[parent].Select(actor =>
        {
            var member = Member.Of(actor, Under(actor.Path));
            if (member.Kind == ActorKind.Municipality) municipalities.Add(member);
            return member;
        })];
    }

    /// <param name="code">Such as 0181.</param>
    public string NameOf(string code) =>
        Municipalities.FirstOrDefault(one => one.Path == ActorPath.Municipality(code))?.Name ?? code;
}

/// <summary>An actor of the organisation in one month, with those below it.</summary>
/// <param name="Strain">Its own, or the mean of those below it; not a number where nobody has one.</param>
/// <param name="Cooperation">Likewise, in teams.</param>
public sealed record Member(ActorFrame Actor, double Strain, double Cooperation, ImmutableArray<Member> Below)
{
    public ActorKind Kind { get; } = Actor.Kind;

    public ActorPath Path => Actor.Path;

    public string Name => Actor.Name;

    internal static Member Of(ActorFrame actor, ImmutableArray<Member> below) => new(
        actor, Mean(actor, IndicatorCatalogue.Strain, below.Select(one => one.Strain)),
        Mean(actor, IndicatorCatalogue.TeamCooperation, below.Select(one => one.Cooperation)), below);

    /// <returns>Not a number where the actor has none.</returns>
    public double Value(Indicator indicator) => Actor.Value(indicator);

    private static double Mean(ActorFrame actor, Indicator indicator, IEnumerable<double> below)
    {
        var own = actor.Value(indicator);
        return double.IsFinite(own) ? own : below.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
    }
}
