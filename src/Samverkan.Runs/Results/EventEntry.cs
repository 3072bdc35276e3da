using Samverkan.Model;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;

namespace Samverkan.Runs.Results;

/// <summary>An event as a manifest records it: flat, by the ids of a scenario file.</summary>
/// <param name="Amount">How many centres, persons, leaders or members; 0 where none are counted.</param>
public sealed record EventEntry(
    string Id, EventKind Kind, Month At, Scope Scope, string? UnitKind, string? Group, string? Element, string? By, double Amount,
    string? Text)
{
    public static EventEntry Of(ModelEvent e)
    {
        var entry = new EventEntry(e.Id, e.What.Kind, e.At, e.Scope, null, null, null, null, 0, e.Text);
        return e.What switch
        {
            FirstPlan plan => entry with { UnitKind = Model.Units.UnitKind.Centre.Id(), Amount = plan.Centres },
            UnitOpening opening => entry with { UnitKind = opening.Unit.Id(), Group = opening.Group.Id() },
            UnitClosure closure => entry with { By = closure.By.Id() },
            TakeOver takeOver => entry with { By = takeOver.By?.Id() },
            LeadersLeaving leaving => entry with { Amount = leaving.Leaders },
            Influx influx => entry with { Group = influx.Group.Id(), Amount = influx.Persons },
            GroupInclusion inclusion => entry with { Group = inclusion.Group.Id() },
            TrainingYear training => entry with { Group = training.Group?.Id() },
            ContentAdaptation adaptation => entry with { Group = adaptation.Group?.Id() },
            ElementIntroduction introduction => entry with { Element = introduction.Element.Id() },
            ElementRemoval removal => entry with { Element = removal.Element.Id() },
            MembersJoining joining => entry with { Amount = joining.Members },
            CooperationEvaluation evaluation => entry with { Element = evaluation.Evaluation?.Id() },
            _ => entry,
        };
    }
}
