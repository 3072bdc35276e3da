using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>What the readers of the parts of a scenario have in common: where findings go, the horizon, the map, the values from
/// the start.</summary>
internal sealed class ReadingContext(FindingList findings)
{
    public FindingList Findings => findings;

    public Month From { get; set; } = Blueprint.Case.From;
    /// <summary>First month that is lived; null: the first that is reported.</summary>
    public Month? Since { get; set; }

    public Month Begins => Since ?? From;

    /// <summary>Where the past was written.</summary>
    public Place SincePlace { get; set; } = Place.Default;

    /// <summary>Whether something is written in a file that is laid over the one with the past.</summary>
    public bool IsLaterThanPast(Place place) => Index(place) > Index(SincePlace);

    public PastCooperation PastCooperation { get; set; }

    public Month To { get; set; } = Blueprint.Case.To;

    /// <summary>Files in which the horizon is written, so that what an outer file inherits from before it is no error.</summary>
    public Place HorizonPlace { get; set; } = Place.Default;

    /// <summary>Inherited dates outside the horizon.</summary>
    public List<(Place Place, Month Month)> OlderDates { get; } = [];

    public ImmutableArray<CountyOnMap> Counties { get; set; } = Blueprint.Case.Counties;

    public ParameterSet Start { get; set; } = ParameterSet.Defaults;

    /// <summary>The inhabitants that figures of the case are stated for.</summary>
    public double Reference { get; set; } = ParameterSet.Defaults.Population.Reference;

    /// <summary>The year in whose prices sums are written.</summary>
    public int PriceYear { get; set; } = PriceIndex.OfTheCatalogue;

    /// <summary>What a sum that was written is in the prices that a parameter is kept in.</summary>
    public double Kept(ParameterInfo parameter, double written) =>
        parameter.IsPrice ? written / PriceIndex.Of(PriceYear) : written;

    /// <summary>A parameter's kept value in the prices that sums are written in.</summary>
    public double Written(ParameterInfo parameter, double kept) =>
        parameter.IsPrice ? kept * PriceIndex.Of(PriceYear) : kept;

    /// <summary>The map that each file of the chain writes for: its own, or the one that it inherits.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<CountyOnMap>> Maps { get; set; } =
        ImmutableDictionary<string, ImmutableArray<CountyOnMap>>.Empty;

    /// <summary>The map that is meant where something was written; the command line means that of the whole.</summary>
    public ImmutableArray<CountyOnMap> MapAt(Place place) => Maps.GetValueOrDefault(place.File, Counties);

    /// <summary>The files of the chain, the innermost first, as findings show them.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Reads a value; the reason why it cannot be read goes to the findings.</summary>
    public double? Quantity(ScalarNode? node, Measure measure)
    {
        if (node is null)
            return null;
        var reading = Values.Quantity.Read(node.Text, measure);
        if (reading.Failed)
            findings.Error(node.Place, reading.Code!, reading.Problem!);
        return reading.Failed ? null : reading.Value;
    }

    /// <summary>Tells of a number without a unit that would be out of range with one: to suggest the unit would be of no
    /// help.</summary>
    public bool RefusesBare(ScalarNode node, ParameterInfo parameter)
    {
        if (Values.Quantity.Bare(node.Text) is not { } bare || Units.Find(parameter.Measure, "") is not null)
            return false;
        var meant = Kept(parameter, bare * Units.Of(parameter.Measure)[0].Factor);
        if (meant >= parameter.Min && meant <= parameter.Max)
            return false;
        findings.Error(node.Place, Codes.OutOfRange, ParameterReading.OutOfRange(node.Text, meant, parameter, this));
        return true;
    }

    /// <summary>Reads a parameter's value. Persons and posts are whole, unless the parameter's own default is not.</summary>
    public double? Value(ScalarNode? node, ParameterInfo parameter) =>
        parameter.Measure is Measure.Persons or Measure.Posts && parameter.Default == Math.Floor(parameter.Default)
            ? Whole(node, parameter.Measure, Units.Of(parameter.Measure)[0].Text)
            : Quantity(node, parameter.Measure);

    /// <summary>Reads a whole number; what looks like a number of thousands with a dot or a comma is not guessed at.</summary>
    /// <param name="noun">What is counted.</param>
    public double? Whole(ScalarNode? node, Measure measure, string noun)
    {
        if (node is null)
            return null;
        var reading = Values.Quantity.ReadWhole(node.Text, measure, noun);
        if (reading.Failed)
            findings.Error(node.Place, reading.Code!, reading.Problem!);
        return reading.Failed ? null : reading.Value;
    }

    /// <summary>Reads whole months of at least one.</summary>
    public int? Months(ScalarNode? node)
    {
        if (Quantity(node, Measure.Months) is not { } months)
            return null;
        if (months is < 1 or > 2400 || Math.Abs(months - Math.Round(months)) > 1e-9)
        {
            findings.Error(node!.Place, Codes.OutOfRange, $"'{node.Text}' is not a whole number of months from 1 to 2400.");
            return null;
        }
        return (int)Math.Round(months);
    }

    /// <param name="end">Whether a bare year means its last month.</param>
    public Month? Date(ScalarNode? node, bool end = false)
    {
        if (node is null)
            return null;
        if ((end ? Dates.End(node.Text) : Dates.Start(node.Text)) is { } month)
            return month;
        findings.Error(node.Place, Codes.BadDate,
            $"'{Short(node.Text)}' is not a month such as '2003-01' (years 1900 to 2200).{Repair(node.Text)}");
        return null;
    }

    public bool? OnOff(ScalarNode? node) => Quantity(node, Measure.Switch) is { } value ? value == 1 : null;

    /// <summary>Whether a date that is outside the horizon is inherited from before the horizon was set.</summary>
    public bool IsOlderThanHorizon(Place place) => Index(place) < Index(HorizonPlace);

    private int Index(Place place)
    {
        for (var i = 0; i < Files.Count; i++)
            if (Files[i] == place.File)
                return i;
        return place == Place.Default ? -1 : Files.Count;
    }

    private static string Repair(string text)
    {
        var digits = text.Split('-', '/', '.', ' ');
        if (digits.Length >= 2 && digits[0].Length == 4 && digits.All(d => d.Length > 0 && d.All(char.IsAsciiDigit))
            && Dates.Start($"{digits[0]}-{digits[1].PadLeft(2, '0')}") is { } month)
            return $" Did you mean '{month}'?";
        return "";
    }

    public static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
