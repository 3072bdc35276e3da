using Samverkan.Model.Parameters;

namespace Samverkan.Model.ServiceUsers;

/// <summary>A person's month by itself, for whoever keeps one person at a time.</summary>
internal static class PersonMonth
{
    public static Answer Live(ref ServiceUser person, in CareOffer offer, World world, int municipality, Context context)
    {
        ParameterSet p = world.ParametersOf(municipality, context);
        person.Open(offer, p, world.Luck, context.Month);
        return person.Close(offer, p, world.Luck, context.Month);
    }
}
