namespace Samverkan.Analysis.Sustainability;

/// <summary>How an ending is told.</summary>
/// <param name="State">Such as "dissolved": what a cooperation is that ended so.</param>
/// <param name="Otherwise">Such as "not dissolved": what the survival curve shows the share of.</param>
/// <param name="Meaning">When it counts.</param>
public sealed record EndingText(string State, string Otherwise, string Meaning)
{
    public string Capital => char.ToUpperInvariant(State[0]) + State[1..];

    public static EndingText Of(Ending ending) => ending switch
    {
        Ending.Dissolved => new("dissolved", "not dissolved", "the last joint unit or agreement is given up and none comes back"),
        Ending.Hollow => new(
            "hollow", "never hollow",
            "not dissolved, but trust or the share of persons in joint care is below three quarters of its own peak for two "
                + "years; it can end, and the first entry counts"),
        Ending.BenefitLost => new(
            "without its benefit", "with the benefit kept",
            "needs met by both sectors, as a share of the needs of persons in service, are below three quarters of their peak "
                + "for two years"),
        _ => new("dissolved or hollow", "neither dissolved nor hollow",
            "the one or the other; what earlier editions called lost also counted a lost benefit"),
    };

    /// <param name="id">As <see cref="Results.EndingResult"/> names it.</param>
    public static EndingText Of(string id) => id == Results.FirstEdition.Lost
        ? new(
            "lost", "that last",
            "the twelve-month mean of its benefit or of its cooperation stays under three quarters of its own peak for two "
                + "years; benefit is the share of needs met under care of both sectors")
        : Of(Enum.Parse<Ending>(id, ignoreCase: true));
}
