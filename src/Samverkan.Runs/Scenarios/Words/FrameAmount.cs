using Samverkan.Model;
using Samverkan.Model.Economy;
using Samverkan.Model.Nations;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.Runs.Scenarios.Words;

/// <summary>
/// What a share of a frame amounts to, " (about -11.8 MSEK a year)", where a scenario or a table states the frame. A frame that
/// follows from what services cost is known by a run alone: then nothing is said.
/// </summary>
internal static class FrameAmount
{
    private const double Million = 1e6;
    private const int MonthsOfYear = 12;

    public static string Of(Intervention intervention, Blueprint world)
    {
        var parameter = Catalogue.Get(intervention.Parameter);
        var family = parameter.Id[..parameter.Id.LastIndexOf('.')];
        if (family is not ("funding.frame" or "funding.controllable")
            || Sectors.Find(parameter.Id[(family.Length + 1)..]) is not { } sector)
            return "";
        var isWhole = family == "funding.frame";
        var month = intervention.At ?? world.From;
        var without = new ParameterTimeline(
            world with { Interventions = world.Interventions.Remove(intervention) }, world.Begins);
        var (amount, at, isDecided) = (0.0, 0, true);
        foreach (var (county, place) in world.Counties.SelectMany(c => c.Municipalities.Select(place => (c, place))))
        {
            var then = without.At(at, new Context(month, []));
            var now = world.From >= month ? then : without.At(at, new Context(world.From, []));
            at++;
            if (!IsMeant(intervention.Scope, county, place))
                continue;
            var decided = then.Funding.FrameDecided[(int)sector];
            if (decided == 0 && now.Funding.FirstFrame[(int)sector] == 0)
                return "";
            isDecided &= decided > 0;
            var frame = decided > 0 ? decided : Grown(now.Funding, sector, place, world, month);
            var before = parameter.Get(then);
            amount += frame * (After(intervention, before) - before) * (isWhole ? 1 : then.Funding.Frame[(int)sector]);
        }
        return !isWhole && isDecided ? " (no effect: the frame is decided)" : Told(amount, isWhole);
    }

    // Frames grow in January, by what is real and with the inhabitants.
    private static double Grown(FundingParameters funding, Sector sector, MunicipalityOnMap place, Blueprint world, Month month)
    {
        var years = Math.Max(0, month.Year - world.From.Year);
        var inhabitants = place.GrowthUntil(world.From + years * MonthsOfYear, world.Begins)
            / place.GrowthUntil(world.From, world.Begins);
        return funding.FirstFrame[(int)sector] * Math.Pow(1 + funding.Growth[(int)sector], years) * inhabitants;
    }

    private static double After(Intervention intervention, double before) => intervention.Operation switch
    {
        Operation.Set => intervention.Value,
        Operation.Add => before + intervention.Value,
        _ => before * intervention.Value,
    };

    private static bool IsMeant(Scope scope, CountyOnMap county, MunicipalityOnMap place) =>
        (scope.County ?? county.Code) == county.Code && (scope.Municipality ?? place.Code) == place.Code;

    // Demand-driven cost is no part of the controllable frame, and how much of a frame it is only a run tells.
    private static string Told(double amount, bool isWhole)
    {
        var millions = Math.Round(amount / Million, 1);
        var told = $"{(millions > 0 ? "+" : "")}{QuantityText.Number(millions)} MSEK a year";
        return isWhole ? $" (about {told})" : $" (at most {told})";
    }
}
