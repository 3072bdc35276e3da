using Samverkan.Analysis.Comparisons;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Results;

/// <summary>What a sector takes in, what it pays for and what is left, in MSEK a year.</summary>
internal static class SectorMoney
{
    private const double Million = 1e6;
    private static readonly Flow[] Everything = Enum.GetValues<Flow>();

    public static GroupResult Of(PairedComparison comparison, int place, Account sector)
    {
        bool Pays(Flow flow) => FlowKinds.Between(flow).From == sector;
        ResultRow Row(string id, string label, Better better, Func<Flow, bool> comes, Func<Flow, bool> goes)
        {
            var estimate = comparison.Estimate(
                place, run => Everything.Sum(flow => (comes(flow) ? run.Breakdown!.Of(flow) : 0) - (goes(flow)
                    ? run.Breakdown!.Of(flow) : 0)), better).In(Million);
            return ResultRow.Of($"money.{id}", label, "MSEK per year", estimate, 2, better);
        }

        bool Comes(Flow flow) => FlowKinds.Between(flow).To == sector;
        bool Never(Flow flow) => false;
        bool IsStaff(Flow flow) => flow is Flow.CountyUnits or Flow.MunicipalUnits;
        return new(
            sector.ToString().ToLowerInvariant(), sector == Account.County ? "The county's money" : "The municipality's money",
            [
                Row("in", "money in: frame, grants, what the other sector pays", Better.Neither, Comes, Never),
                Row("staff", "staff and premises", Better.Neither, flow => Pays(flow) && IsStaff(flow), Never),
                Row("demand", "cost that follows demand", Better.Lower, flow => Pays(flow) && FlowKinds.IsDemandDriven(flow),
                    Never),
                Row("rest", "training, committee, administration, posts bought", Better.Neither, flow => Pays(flow)
                    && !IsStaff(flow) && !FlowKinds.IsDemandDriven(flow), Never),
                Row("left", "what is left (a deficit if below 0)", Better.Higher, Comes, Pays),
            ]);
    }
}
