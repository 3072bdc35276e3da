using System.Collections.Immutable;
using Samverkan.Model.Economy;
using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>What a branch's month is paid for.</summary>
internal readonly record struct MonthToPay
{
    public required ImmutableArray<UnitReport> Units { get; init; }
    public required Resolution Resolution { get; init; }

    /// <summary>Inhabitants as share of the reference municipality's.</summary>
    public required double Scale { get; init; }

    /// <summary>Bed days used.</summary>
    public required int BedDays { get; init; }

    /// <summary>Crises without a bed.</summary>
    public required int WithoutBed { get; init; }

    /// <summary>Crises treated at home.</summary>
    public required int TreatedAtHome { get; init; }

    public required int LiableDays { get; init; }

    /// <summary>Persons placed outside.</summary>
    public required int Placed { get; init; }

    /// <summary>Unmet social needs of residents without service.</summary>
    public required long UnmetOutside { get; init; }

    /// <summary>Posts in training, in tenths.</summary>
    public required int TrainingPosts { get; init; }

    /// <summary>Posts of the county's that staff from outside was hired for to keep the waiting guarantee, in tenths.</summary>
    public int CountyAgency { get; init; }

    /// <summary>The same of the municipality's.</summary>
    public int MunicipalAgency { get; init; }
}

/// <summary>Pays the month of a branch, both sectors: every krona goes from one account to another.</summary>
internal static class MonthlyCosts
{
    public static void Pay(ref Flows flows, ParameterSet p, in MonthToPay month)
    {
        foreach (var unit in month.Units)
        {
            flows.Pay(Flow.CountyUnits, unit.CountyCost);
            flows.Pay(Flow.MunicipalUnits, unit.MunicipalCost);
        }
        flows.Pay(Flow.CountyBedDays, (long)(month.BedDays * p.Prices.BedDay + month.WithoutBed * p.Prices.BedElsewhere
            + month.TreatedAtHome * p.Prices.HomeTreatment));
        var placements = (long)(month.Placed * p.Prices.Placement);
        var municipalPart = (long)(placements * p.Placement.MunicipalShare);
        flows.Pay(Flow.MunicipalPlacements, municipalPart);
        flows.Pay(Flow.CountyPlacements, placements - municipalPart);
        flows.Pay(Flow.MunicipalEmergency,
            (long)(month.UnmetOutside * p.Prices.Emergency + month.WithoutBed * p.Prices.UnmetCrisis));
        flows.Pay(Flow.LiabilityPaid, (long)(month.LiableDays * p.Prices.LiabilityDay));
        flows.Pay(Flow.CountyAdministration, (long)(p.Prices.Administration * month.Scale / 12));
        flows.Pay(Flow.MunicipalAdministration, (long)(p.Prices.Administration * month.Scale / 12));
        Halves(ref flows, Flow.CountyCommittee, Flow.MunicipalCommittee,
            (long)(month.Resolution.MemberHours * p.Prices.MemberHour) + month.Resolution.Cost);
        flows.Pay(Flow.CountyGrant, OfGuarantee(p, month.CountyAgency));
        flows.Pay(Flow.MunicipalGrant, OfGuarantee(p, month.MunicipalAgency));
        Halves(ref flows, Flow.CountyTraining, Flow.MunicipalTraining, OfTraining(p, month.TrainingPosts));
    }

    /// <summary>SEK of a month's joint training.</summary>
    public static long OfTraining(ParameterSet p, int trainingPosts) => Wages.OfPosts(trainingPosts, p.Prices.Training);

    // Whoever orders a new task pays for it: the state bears what staff hired for its guarantee costs.
    private static long OfGuarantee(ParameterSet p, int agency) =>
        (long)(p.Nation.GuaranteeFunded * Wages.OfHired(p.Prices, agency));

    /// <summary>In the warm-up money follows cost.</summary>
    public static void Cover(ref Flows flows)
    {
        flows.Pay(Flow.CountyFrame, -flows.Net(Account.County));
        flows.Pay(Flow.MunicipalFrame, -flows.Net(Account.Municipality));
    }

    private static void Halves(ref Flows flows, Flow county, Flow municipal, long sek)
    {
        flows.Pay(county, sek / 2);
        flows.Pay(municipal, sek - sek / 2);
    }
}
