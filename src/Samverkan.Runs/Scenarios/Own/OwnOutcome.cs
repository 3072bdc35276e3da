using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;

namespace Samverkan.Runs.Scenarios.Own;

/// <summary>An outcome of one's own: what an expression makes of a run.</summary>
/// <param name="Figure">What makes the number.</param>
/// <param name="Expression">As it was written.</param>
/// <param name="Group">The target group that is meant where an indicator or persons stand alone; null: all.</param>
/// <param name="Municipalities">Codes of those that alone count; empty: all.</param>
public sealed record OwnOutcome(
    string Id, string Title, string Unit, Better Better, OwnNumber Figure, string Expression, string? Group, Month From, Month To,
    ImmutableArray<string> Municipalities)
{
    private const string PerYear = " per year";

    /// <summary>Whether its period was written, and is not that of whoever asks.</summary>
    public bool HasPeriod { get; init; }

    /// <summary>Whether it is money, share, months and so on: in which units a value may be written.</summary>
    public Measure Measure => Unit switch
    {
        "share" => Measure.Share,
        "SEK" => Measure.Sek,
        $"SEK{PerYear}" => Measure.SekPerYear,
        "persons" => Measure.Persons,
        "days" => Measure.Days,
        "months" => Measure.Months,
        _ => Measure.Number,
    };

    /// <summary>The same over another period, unless it has one of its own.</summary>
    public OwnOutcome Over(Month from, Month to) => HasPeriod ? this : this with { From = from, To = to };

    /// <summary>Whether the same number comes out in every run.</summary>
    public bool IsTheSameAs(OwnOutcome other) =>
        (Expression, Unit, Better, Group, HasPeriod) == (other.Expression, other.Unit, other.Better, other.Group, other.HasPeriod)
        && (!HasPeriod || (From, To) == (other.From, other.To)) && Municipalities.SequenceEqual(other.Municipalities);
}
