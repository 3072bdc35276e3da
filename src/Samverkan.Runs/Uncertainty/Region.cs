using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Runs.Uncertainty;

/// <summary>
/// All that is not known, as a list of complete draws: each has a value for every uncertain parameter and every rival rule, and
/// each was kept because runs under it meet what was observed.
/// </summary>
public sealed class Region
{
    private readonly ImmutableArray<ParameterInfo> parameters;
    private readonly double[][] draws;
    private readonly Dictionary<ParameterInfo, int> places;

    internal Region(string hash, SourceFile source, ImmutableArray<ParameterInfo> parameters, double[][] draws,
        ImmutableArray<string> leftOut)
    {
        (Hash, Source, this.parameters, this.draws, LeftOut) = (hash, source, parameters, draws, leftOut);
        places = parameters.Select((parameter, at) => (parameter, at)).ToDictionary(one => one.parameter, one => one.at);
    }

    /// <summary>What results call it: the name of its file.</summary>
    public string Id => Source.Name;

    /// <summary>Of the file's bytes.</summary>
    public string Hash { get; }

    /// <summary>The file that it was read from.</summary>
    public SourceFile Source { get; }

    /// <summary>How many draws there are.</summary>
    public int Count => draws.Length;

    /// <summary>What every draw has a value for.</summary>
    public ImmutableArray<ParameterInfo> Parameters => parameters;

    /// <summary>Names in the file that are no parameter of this build; they have no effect.</summary>
    public ImmutableArray<string> LeftOut { get; }

    /// <summary>Whether draws have a value for a parameter.</summary>
    public bool Has(ParameterInfo parameter) => places.ContainsKey(parameter);

    /// <summary>Uncertain parameters of this build that draws have no value for: they keep their shipped values.</summary>
    public int Missing => Catalogue.All.Count(p => p.Role == Role.Uncertain && p.Measure != Measure.Switch && !Has(p));

    /// <summary>The value of a parameter in a draw.</summary>
    public double Value(int draw, ParameterInfo parameter) => draws[draw][places[parameter]];

    /// <summary>
    /// The draw that a pair of runs lives under: the pair's place in a random order of all draws, which is another for every
    /// seed. The first pairs keep their draws when there are more; when all draws are taken, another order begins.
    /// </summary>
    /// <param name="pair">1 or more.</param>
    public int DrawOf(ulong seed, int pair)
    {
        var (round, place) = Math.DivRem(pair - 1, Count);
        var streams = RandomStreams.Of(seed, round + 1);
        var lots = Enumerable.Range(0, Count).Select(draw => streams.Unit((ulong)draw, default, Purpose.PlaceOfDraw)).ToArray();
        var order = Enumerable.Range(0, Count).ToArray();
        Array.Sort(lots, order);
        return order[place];
    }

    /// <summary>
    /// The scenario's world under a draw. What the scenario states from the start, in its files, in a table or on the command
    /// line, is known and stays; what it changes later is changed from the drawn value.
    /// </summary>
    public Blueprint Under(Scenario scenario, int draw) => Under(scenario.Blueprint, StatedIn(scenario), draw);

    /// <summary>A world under a draw.</summary>
    /// <param name="stated">What is known of it, and stays.</param>
    public Blueprint Under(Blueprint world, IReadOnlySet<ParameterInfo> stated, int draw) => world with
    {
        Name = $"{world.Name}.draw-{draw + 1}",
        Parameters = world.Parameters.With(
            parameters.Select((parameter, at) => KeyValuePair.Create(parameter, draws[draw][at]))
                .Where(drawn => !stated.Contains(drawn.Key))),
    };

    /// <summary>The parameters whose values a scenario states from the start.</summary>
    public static IReadOnlySet<ParameterInfo> StatedIn(Scenario scenario) =>
        scenario.Values.Where(value => value.Origin != Place.Default).Select(value => value.Parameter).ToHashSet();
}
