using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Doses;

/// <summary>A lever with the doses in which it is given: one parameter, or a family that moves together.</summary>
/// <param name="Id">The parameter's id, or the name of its family.</param>
/// <param name="Doses">Values from least to most; of a family the factors on each of its values.</param>
public sealed record Ladder(string Id, IReadOnlyList<ParameterInfo> Parameters, IReadOnlyList<double> Doses)
{
    private const int Five = 5;

    // Where the range reaches further, doses are shares of what the baseline has.
    private const double Near = 4;

    private static readonly double[] Shares = [0, 0.5, 1, 1.5, 2];

    // Values of groups are moved together: one new case of one group is no policy.
    private static readonly string[] Together = ["population.newPerYear"];

    // Where even steps would tell little: hazards that are small and can be large, and guarantees, of which 0 is none and few
    // days are much.
    private static readonly Dictionary<string, double[]> Stated = new()
    {
        ["cooperation.leaderExit"] = [0, 0.03, 0.10, 0.25, 0.50],
        ["cooperation.managerExit"] = [0, 0.03, 0.10, 0.25, 0.50],
        ["committee.meetingsPerYear"] = [1, 3, 6, 12, 24],
        ["assertive.posts"] = [0, 2, 4, 8, 16],
        ["crisisTeam.posts"] = [0, 2, 4, 8, 16],
        ["peers.posts"] = [0, 2, 4, 8, 16],
        ["ips.posts"] = [0, 2, 4, 8, 16],
        ["nation.stimulusGrant"] = [0, 2_150_000, 4_300_000, 8_600_000, 17_200_000],
        ["nation.waitingGuarantee"] = [0, 365, 180, 90, 30],
    };

    // Amounts of a place, of which 0 means none or "what services cost": there is no dose of them.
    private static readonly string[] NoDose = ["funding.firstFrame", "funding.frameAdded", "funding.frameDecided"];

    // What no municipality has more of per 96,000 inhabitants, where there is none at first and the range is as good as open.
    private static readonly Dictionary<string, double> MostPlaces = new()
    {
        ["housing.firstPlaces"] = 100,
        ["housing.floatingPlaces"] = 300,
    };

    /// <summary>Every lever of the model, each once.</summary>
    public static IReadOnlyList<Ladder> All(ParameterSet world) =>
    [
        .. Levers.All.GroupBy(p =>
            Together.FirstOrDefault(family => p.Id.StartsWith(family + ".", StringComparison.Ordinal)) ?? p.Id)
            .Where(lever => !NoDose.Any(without => lever.Key.StartsWith(without + ".", StringComparison.Ordinal)))
            .Select(lever => new Ladder(lever.Key, [.. lever], DosesOf(lever.ToList(), world))),
    ];

    /// <summary>From where to where a lever is worth turning, in its own unit; null where nobody can say.</summary>
    public static (double Min, double Max)? Worth(ParameterInfo lever) =>
        NoDose.Any(without => lever.Id.StartsWith(without + ".", StringComparison.Ordinal)) ? null
            : MostPlaces.TryGetValue(lever.Id, out var most) ? (lever.Min, most)
            : (DosesOf(lever, lever.Default).Min(), DosesOf(lever, lever.Default).Max());

    public bool IsFamily => Parameters.Count > 1;

    /// <summary>The dose with which the world is as it is: its place, or -1 if no dose is.</summary>
    public int PlaceIn(Blueprint world) =>
        world.Interventions.Any(Undoes) ? -1 : IndexOf(IsFamily ? 1 : Parameters[0].Get(world.Parameters));

    /// <summary>The world with a dose from the start on.</summary>
    public Blueprint Given(Blueprint world, int dose) => world with
    {
        Name = $"{Id}, dose {dose + 1}",
        Parameters = world.Parameters.With(Parameters.Select(p => KeyValuePair.Create(
            p, IsFamily ? Math.Clamp(Doses[dose] * p.Get(world.Parameters), p.Min, p.Max) : Doses[dose]))),
        Interventions = [.. world.Interventions.Where(one => !Undoes(one))],
    };

    // A value that the scenario sets later takes the place of the dose.
    private bool Undoes(Intervention one) => one.Operation == Operation.Set && Parameters.Any(p => p.Id == one.Parameter);

    public string InWords(int dose) => IsFamily
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"x {Doses[dose]}")
        : Parameters[0].Measure == Measure.Switch ? Doses[dose] == 0 ? "off" : "on" : Levers.Value(Parameters[0], Doses[dose]);

    private int IndexOf(double value) =>
        Doses.Select((dose, place) => (dose, place)).Where(one => one.dose == value).Select(one => one.place).FirstOrDefault(-1);

    private static IReadOnlyList<double> DosesOf(List<ParameterInfo> lever, ParameterSet world) =>
        lever.Count > 1 ? Shares : DosesOf(lever[0], lever[0].Get(world));

    private static IReadOnlyList<double> DosesOf(ParameterInfo p, double now)
    {
        if (p.Measure == Measure.Switch) return [0, 1];
        if (Stated.TryGetValue(p.Id, out var stated)) return stated;
        var spread = now <= 0 || p.Max <= Near * now
            ? Enumerable.Range(0, Five).Select(step => Math.Min(p.Max, p.Min + step * (p.Max - p.Min) / (Five - 1)))
            : Shares.Select(share => Math.Clamp(share * now, p.Min, p.Max));
        var doses = spread.Select(dose => IsWhole(p.Measure) ? Math.Round(dose) : dose).Distinct().Order().ToList();
        // The world itself is among them: the nearest dose makes room for it.
        if (!doses.Contains(now)) doses[doses.IndexOf(doses.MinBy(dose => Math.Abs(dose - now)))] = now;
        return doses;
    }

    /// <summary>Whether there are no parts of it.</summary>
    public static bool IsWhole(Measure measure) =>
        measure is Measure.Count or Measure.Persons or Measure.Beds or Measure.Places or Measure.Days or Measure.Months;
}
