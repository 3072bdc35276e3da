namespace Samverkan.Model.ServiceUsers;

/// <summary>A person's month by itself, for whoever keeps one person at a time.</summary>
internal static class PersonMonth
{
    public static Answer Live(ref ServiceUser person, in CareOffer offer, World world, int municipality, Context context) =>
        person.Live(offer, world.ParametersOf(municipality, context), world.Luck, context.Month, out _);
}
