using System.Collections.Immutable;
using System.Globalization;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Words;

namespace Samverkan.Runs.Scenarios;

/// <summary>Whose a figure of a place is.</summary>
public enum FigureOwner
{
    /// <summary>Stated for the place: in its table or its scenario.</summary>
    Own,
    /// <summary>Counted there by official statistics.</summary>
    Real,
    /// <summary>The case's, scaled by inhabitants.</summary>
    Scaled,
    /// <summary>What the lived past came to.</summary>
    Lived,
    /// <summary>The same everywhere: a price, a rate or a rule of the catalogue.</summary>
    Everywhere,
}

/// <summary>A figure of a municipality at the beginning of what is reported.</summary>
/// <param name="Id">The parameter; <c>population</c> of inhabitants.</param>
/// <param name="Meaning">What it is called.</param>
/// <param name="Value">With its unit.</param>
public sealed record FigureOfPlace(string Municipality, string Id, string Meaning, string Value, FigureOwner Owner);

/// <summary>The figures that a place can have of its own, and whose each of them is in a scenario.</summary>
public static class PlaceFigures
{
    /// <summary>What a municipality has of its own, beside all that follows inhabitants.</summary>
    private static readonly string[] Local =
    [
        "funding.firstFrame.county", "funding.firstFrame.municipality", "cost.post", "cost.bed", "cost.placement",
            "cost.housingPlace",
        "cost.liabilityDay", "ward.legalDays", "team.turnover", "committee.meetingsPerYear",
    ];

    /// <summary>Levers that follow inhabitants, and what differs between places otherwise.</summary>
    internal static IEnumerable<ParameterInfo> Of(Blueprint world) =>
        Catalogue.All.Where(p => (p.Scaling != Scaling.None && p.Role == Role.Lever || Local.Contains(p.Id))
            && !(world.HasPast && PresentFigures.IsOfTheFounding(p)));

    /// <summary>Every figure of every municipality, with whose it is; what somebody stated otherwise than the catalogue is
    /// among them.</summary>
    public static ImmutableArray<FigureOfPlace> Of(Scenario scenario)
    {
        var world = scenario.Blueprint;
        var stated = world.Interventions.Where(i => i.Id.StartsWith($"{OwnFigures.Id}/", StringComparison.Ordinal)).ToArray();
        var own = stated.Where(i => !(i.At > world.From)).Select(i => (i.Scope.Municipality, i.Parameter)).ToHashSet();
        var parameters = Of(world).Concat(own.Select(one => Catalogue.Get(one.Parameter))).Distinct().ToArray();
        return
        [
            .. world.Counties.SelectMany(county => county.Municipalities).SelectMany(place => parameters.Select(parameter =>
            {
                var owner = own.Contains((place.Code, parameter.Id)) || scenario.StatedHere.Contains(parameter.Id)
                    ? FigureOwner.Own : OwnerOf(parameter, place, world);
                return new FigureOfPlace(place.Name, parameter.Id, Name(parameter), Text(parameter, place, world), owner);
            }).Prepend(new(place.Name, TableColumns.Population, "inhabitants in the first reported month", Inhabitants(place,
                world),
                place.OverTime is null || !IsShipped(place) ? FigureOwner.Own : FigureOwner.Real))
                .Concat(stated.Where(i => i.At > world.From && i.Scope.Municipality == place.Code).Select(i => Later(i, place,
                    world)))),
        ];
    }

    private static FigureOfPlace Later(Intervention stated, MunicipalityOnMap place, Blueprint world)
    {
        var (parameter, here) = (Catalogue.Get(stated.Parameter), world with
        {
            From = stated.At!.Value,
            Counties = [new("00",
            "", [place])]
        });
        var value = FigureInWords.Here(parameter, stated.Value, here, Scope.Everywhere) ?? stated.Value;
        return new(place.Name, parameter.Id, Name(parameter),
            $"{QuantityText.Of(Rounded(value), parameter.Measure)} ({stated.At!.Value.Year})", FigureOwner.Own);
    }

    // What a parameter means is said of the reference municipality, and alike of every group; its name is of the place.
    internal static string Name(ParameterInfo parameter) => parameter.Name is null ? parameter.Meaning : LeverNames.Of(parameter);

    /// <summary>A figure with as many digits as a reader takes in.</summary>
    internal static double Rounded(double value) =>
        double.Parse(value.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>What holds in a place in the first reported month; null where it follows from costs or from the past.</summary>
    internal static double? Value(ParameterInfo parameter, MunicipalityOnMap place, Blueprint world)
    {
        if (world.HasPast && FiguresByYear.IsOfTheStart(parameter) && !IsStated(parameter, place, world))
            return null;
        var here = world with { Counties = [new("00", "", [place])] };
        var value = InForce(parameter, here);
        return value == 0 && IsFrame(parameter) ? null : FigureInWords.Here(parameter, value, here, Scope.Everywhere);
    }

    /// <summary>The value in the first reported month, as it is stated for the reference municipality.</summary>
    internal static double InForce(ParameterInfo parameter, Blueprint world) =>
        parameter.Get(new ParameterTimeline(world, world.Begins).At(0, new Context(world.From, [])));

    internal static string WithoutValue(ParameterInfo parameter) => IsFrame(parameter) ? "what services cost" : "what the past "
        + "has come to";

    private static string Text(ParameterInfo parameter, MunicipalityOnMap place, Blueprint world) =>
        Value(parameter, place, world) is { } value ? QuantityText.Of(Rounded(value), parameter.Measure)
            : WithoutValue(parameter);

    private static FigureOwner OwnerOf(ParameterInfo parameter, MunicipalityOnMap place, Blueprint world) =>
        Value(parameter, place, world) is null ? world.HasPast && !IsFrame(parameter) ? FigureOwner.Lived : FigureOwner.Scaled
        : parameter.Scaling == Scaling.None ? FigureOwner.Everywhere : FigureOwner.Scaled;

    private static bool IsStated(ParameterInfo parameter, MunicipalityOnMap place, Blueprint world) =>
        world.Interventions.Any(i => i.Parameter == parameter.Id && i.At == world.From && i.Scope is { IsNarrow: false } scope
            && (scope.Municipality ?? place.Code) == place.Code);

    private static bool IsFrame(ParameterInfo parameter) => parameter.Id.StartsWith("funding.firstFrame.",
        StringComparison.Ordinal);

    private static bool IsShipped(MunicipalityOnMap place) =>
        Municipalities.Map().Any(county => county.Municipalities.Any(m => m.Code == place.Code && m.OverTime == place.OverTime));

    private static string Inhabitants(MunicipalityOnMap place, Blueprint world) =>
        FigureInWords.Persons(place.Population * place.GrowthUntil(world.From, world.Begins));
}
