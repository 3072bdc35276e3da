// A rule of trust of your own, in place of the model's. Copy this folder, change the rule, and then:
//
//   dotnet build samples/OwnRules -c Release
//   samverkan rules samples/OwnRules/bin/Release/net10.0/OwnRules.dll           is it deterministic, do pairs stay pairs?
//   samverkan study run samples/OwnRules/what-trust-changes.yaml --rules samples/OwnRules/bin/Release/net10.0/OwnRules.dll

using Samverkan.Model.Cooperation;
using Samverkan.Model.Rules;

namespace OwnRules;

/// <summary>
/// Trust is a habit: each month it goes a twelfth of the way to what the month's contact and agreements would justify. By the
/// model's rule it grows from itself, so that lost trust is slow to come back; by this one it comes back as fast as it went.
/// </summary>
public sealed class TrustFollowsContact : ITrustRule
{
    private const double ShareOfTheWay = 1.0 / 12, WorthOfAnAgreement = .2;

    public CooperationState Month(CooperationParameters p, in CooperationState cooperation, in Dealings dealings)
    {
        // Understanding, routine, conflict and agreement stay as the model has them.
        var usual = Ruleset.Usual.Trust.Month(p, cooperation, dealings);
        var justified = Math.Clamp(dealings.Contact + WorthOfAnAgreement * dealings.Agreed - cooperation.Conflict, 0, 1);
        return usual with { Trust = cooperation.Trust + ShareOfTheWay * (justified - cooperation.Trust) };
    }
}
