using Samverkan.Model.Economy;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// What one side does without the other, and what the outside world does to both: it reaches the committee as conflict,
/// as a shock, and as news for its minutes.
/// </summary>
internal sealed class ExternalShocks(ServiceRegister services, Implementation implementation, List<News> news)
{
    /// <summary>Conflict that has not yet reached the committee.</summary>
    public double Conflict { get; private set; }

    /// <summary>Whether something has shaken the cooperation that has not yet reached the committee.</summary>
    public bool Shock { get; private set; }

    /// <summary>The committee has been told.</summary>
    public void Told() => (Conflict, Shock) = (0, false);

    public void Quarrel(double conflict) => Conflict += conflict;

    /// <summary>A sector's unilateral act takes effect in this branch.</summary>
    public void ActAlone(Sector sector, Act act, ParameterSet p, Month month)
    {
        switch (act)
        {
            case Act.Freeze:
                news.Add(new SectorActedAlone(sector, act));
                break;
            case Act.Withdraw:
                StaffPlan.Withdraw(services, p.Funding, sector);
                news.Add(new SectorActedAlone(sector, act));
                break;
            case Act.Close:
                DecideToClose(sector, p, month);
                break;
            case Act.Shift:
                news.Add(new SectorActedAlone(sector, act));
                break;
        }
    }

    /// <summary>Events of the scenario that come from outside the cooperation.</summary>
    public void Hear(World world, int municipality, ParameterSet p, Month month)
    {
        foreach (var e in world.Blueprint.Events)
        {
            if (e.At != month || !Places.Concerns(world, municipality, e.Scope)) continue;
            switch (e.What)
            {
                case UnitClosure { By: var by }:
                    if (services.Joint.Any()) DecideToClose(by, p, month);
                    else news.Add(new NothingToClose(by));
                    break;
                case TakeOver:
                    if (services.Joint.FirstOrDefault(s => s.Closing is not null) is { } threatened)
                        implementation.Receive([new(TakeOverOf(threatened), month)]);
                    break;
                case ElementRemoval { Element: var element }:
                    implementation.Structure = implementation.Structure.Without(element);
                    break;
                case NewLaw:
                    Shock = true;
                    news.Add(new LawPassed(e.Text));
                    break;
            }
        }
    }

    // The oldest joint unit that is not yet to be closed.
    private void DecideToClose(Sector sector, ParameterSet p, Month month)
    {
        if (services.Joint.FirstOrDefault(s => s.Closing is null) is not { } oldest) return;
        oldest.Closing = (month + (int)p.Agenda.LagOpen, sector);
        Shock = true;
        news.Add(new ClosureDecided(sector, oldest.Kind, oldest.Ordinal));
    }

    private static Proposal TakeOverOf(Service service) =>
        new() { Remedy = Remedy.TakeOver, Team = new(service.Ordinal, 0), UnitKind = service.Kind };
}
