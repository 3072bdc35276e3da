using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    ServiceRegister services, Implementation implementation, CountyMandate county, Resolution resolution, double wardCrowding,
        bool floating, AssertiveSearch? search, double peers,
    ParameterSet p)
{
    public ImmutableArray<UnitMandate> Write(Func<Sector, bool, bool> refill, bool municipalityShifts,
        Func<Service, long> fixedCost)
    {
        ImmutableArray<Partner> ofCounty = Partners(Sector.County), ofMunicipality = Partners(Sector.Municipality);
        var structure = implementation.Structure.Allowed(p.Element);
        var units = new UnitMandate[services.All.Count];
        for (var i = 0; i < units.Length; i++)
        {
            var service = services.All[i];
            var partners = !service.IsSingle ? [] : service.StaffSector == Sector.County ? ofMunicipality : ofCounty;
            var teams = new TeamMandate[service.Teams.Count];
            for (var t = 0; t < teams.Length; t++)
                teams[t] = Mandate(service, service.Teams[t], structure, refill, municipalityShifts, partners);
            units[i] = new(
                county.Context, service.Ordinal, service.Kind, service.State, service.Owner, service.Shared, fixedCost(service),
                ImmutableCollectionsMarshal.AsImmutableArray(teams));
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(units);
    }

    private TeamMandate Mandate(
        Service service, TeamCard team, StructuralElements structure, Func<Sector, bool, bool> refill, bool municipalityShifts,
        ImmutableArray<Partner> partners)
    {
        var orders = team.Orders;
        return new(
            county.Context, team.Address, service.Groups, structure, resolution.CooperationState.Trust,
            orders.Staff(Sector.County, refill(Sector.County, service.IsJoint)),
            orders.Staff(Sector.Municipality, refill(Sector.Municipality, service.IsJoint)))
        {
            Kind = service.Kind,
            Transferred = [.. orders.Transferred],
            Referred = orders.ByLot(services.World, county.Context.Month),
            Crises = [.. orders.Crises],
            WardCrowding = wardCrowding,
            Homes = [.. orders.Homes],
            FloatingSupport = floating,
            Picked = [.. orders.Picked],
            Search = service.IsAssertive ? null : search,
            Peers = peers,
            JobSeats = orders.JobSeats,
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

    private ImmutableArray<Partner> Partners(Sector sector)
    {
        var partners = ImmutableArray.CreateBuilder<Partner>();
        foreach (var service in services.All)
            if (service.IsSingle && service.State == UnitState.Open && service.StaffSector == sector)
                foreach (var team in service.Teams)
                    partners.Add(new(
                        team.Address, service.Groups, team.Strain, team.Last?.Turnover ?? p.Team.Turnover,
                        team.Last?.Quality ?? [.. Enumerable.Repeat(p.Competence.Initial, Needs.TargetGroups.Count)]));
        return partners.DrainToImmutable();
    }
}
