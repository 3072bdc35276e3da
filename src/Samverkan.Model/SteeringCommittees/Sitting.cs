namespace Samverkan.Model.SteeringCommittees;

/// <summary>What one month's sitting has gathered.</summary>
internal sealed class Sitting
{
    public List<Decision> Decisions { get; } = [];
    public List<Minutes> Minutes { get; } = [];
    public double Contact { get; set; }

    /// <summary>What both sides came to see alike beside their contact: from those concerned, from a review of needs.</summary>
    public double Insight { get; set; }
    public int Meetings { get; set; }
    public int Agreed { get; set; }
    public int Deferred { get; set; }
    public int LagMonths { get; set; }
    public bool Revised { get; set; }
    public long Cost { get; set; }
}
