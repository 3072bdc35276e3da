using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Model.Municipalities;

/// <summary>What a municipality has heard, decided, paid and counted in the month under way, from summons to close.</summary>
/// <param name="county">The county's mandate for the month.</param>
/// <param name="p">The parameters in force.</param>
internal sealed class MonthUnderWay(CountyMandate county, ParameterSet p)
{
    private Flows flows = county.Payments;

    public CountyMandate County => county;

    public ParameterSet P => p;

    public Month Month => county.Context.Month;

    /// <summary>What the committee resolved.</summary>
    public Resolution Resolution { get; set; } = null!;

    /// <summary>What the municipality can do about its own staff.</summary>
    public StaffBudget Budget { get; set; } = new(true, 0);

    /// <summary>What the municipality does alone.</summary>
    public Act OwnAct { get; set; } = Act.None;

    /// <summary>Payments of both sectors.</summary>
    public ref Flows Flows => ref flows;

    /// <summary>Counts of the month.</summary>
    public MonthlyCounts Counts { get; } = new();
}
