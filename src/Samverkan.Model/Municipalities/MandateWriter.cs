using System.Collections.Immutable;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>Writes the month's mandates of all units out of what was gathered for their teams.</summary>
internal sealed class MandateWriter(
    ServiceRegister services, Implementation implementation, CountyMandate county, Resolution resolution, ParameterSet p)
{
    public ImmutableArray<UnitMandate> Write(Func<Sector, bool, bool> refill, bool municipalityShifts, Func<Service, long> fixedCost)
    {
        var partnersOf = new[] { Partners(Sector.County), Partners(Sector.Municipality) };
        var structure = implementation.Structure.Allowed(p.Element);
        return [.. services.All.Select(service => new UnitMandate(
            county.Context, service.Ordinal, service.Kind, service.State, service.Owner, service.Shared, fixedCost(service),
            [.. service.Teams.Select(team => Mandate(
                service, team, structure, refill, municipalityShifts, service.IsJoint ? [] : partnersOf[(int)service.StaffSector.Other()]))]))];
    }

    private TeamMandate Mandate(
        Service service, TeamCard team, StructuralElements structure, Func<Sector, bool, bool> refill, bool municipalityShifts,
        ImmutableArray<Partner> partners)
    {
        var orders = team.Orders;
        return new(
            county.Context, team.Address, service.Groups, structure, resolution.Bond.Trust,
            orders.Staff(Sector.County, refill(Sector.County, service.IsJoint)),
            orders.Staff(Sector.Municipality, refill(Sector.Municipality, service.IsJoint)))
        {
            Kind = service.Kind,
            Transferred = [.. orders.Transferred],
            Referred = orders.ByLot(services.World, county.Context.Month),
            Admissions = [.. orders.Admissions],
            Housed = [.. orders.Housed],
            Partners = partners,
            Guests = [.. orders.Guests],
            Train = orders.Train,
            Adapt = orders.Adapt,
            Freshness = orders.Freshness,
            Planning = service.IsJoint ? implementation.Planning : 1,
            Release = orders.Release,
            Closes = service.State == UnitState.Closing,
            CountyShifts = county.Shifts,
            MunicipalityShifts = municipalityShifts,
        };
    }

    private ImmutableArray<Partner> Partners(Sector sector) =>
    [
        .. from service in services.All
           where !service.IsJoint && service.State == UnitState.Open && service.StaffSector == sector
           from team in service.Teams
           select new Partner(
               team.Address, service.Groups, team.Strain, team.Last?.Turnover ?? p.Team.Turnover,
               team.Last?.Quality ?? [.. Enumerable.Repeat(p.Competence.Initial, Needs.TargetGroups.Count)]),
    ];
}
