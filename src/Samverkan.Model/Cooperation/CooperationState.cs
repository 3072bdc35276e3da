namespace Samverkan.Model.Cooperation;

/// <summary>
/// What holds a committee together: trust T, shared understanding S, routine R, conflict, and the strength a of the
/// agreement; each 0 to 1 (conflict above 0).
/// </summary>
public record struct CooperationState(double Trust, double Understanding, double Routine, double Conflict, double Agreement)
{
    /// <summary>
    /// A person leaves: trust and understanding lose what the ties of that person carried, less what routine holds. That
    /// is why early loss harms more than late loss.
    /// </summary>
    /// <param name="ties">The person's part of all ties between persons, 0 to 1.</param>
    public readonly CooperationState AfterExit(CooperationParameters p, double ties)
    {
        var kept = 1 - Math.Min(1, p.LeaderWeight * ties) * (1 - p.RoutineProtects * Routine);
        return this with { Trust = Trust * kept, Understanding = Understanding * kept };
    }

    public readonly CooperationState AfterConflict(double conflict) => this with { Conflict = Conflict + conflict };

    /// <summary>An agreement is written or revised: as strong as the understanding behind it.</summary>
    public readonly CooperationState WithAgreement(CooperationParameters p) =>
        this with { Agreement = Math.Max(Agreement, Math.Min(1, p.AgreementBase + p.AgreementOfUnderstanding * Understanding)) };
}
