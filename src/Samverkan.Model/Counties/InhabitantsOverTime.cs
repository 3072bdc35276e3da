using System.Collections.Immutable;
using Samverkan.Model.Chance;

namespace Samverkan.Model.Counties;

/// <summary>A count of a place's inhabitants on 31 December of a year.</summary>
/// <param name="Year">A calendar year.</param>
/// <param name="Persons">Inhabitants of all ages; 0 or more.</param>
public readonly record struct Count(int Year, int Persons);

/// <summary>
/// A place's inhabitants by month: linear between the counts and constant before the first. After the last count the place
/// goes on at its own yearly rate of the last ten years or so, which is halved every ten years. That is no forecast.
/// </summary>
/// <param name="Counts">In order of the years, each year once; at least one.</param>
public sealed record InhabitantsOverTime(ImmutableArray<Count> Counts)
{
    private const int YearsOfRate = 9, YearsToHalf = 10;

    /// <summary>Inhabitants at the beginning of a month.</summary>
    public double At(Month month)
    {
        var (first, last) = (Counts[0], Counts[^1]);
        if (month <= After(first)) return first.Persons;
        if (month >= After(last)) return last.Persons * Growth((month - After(last)) / 12.0);
        var next = 1;
        while (month >= After(Counts[next])) next++;
        var (from, to) = (Counts[next - 1], Counts[next]);
        return from.Persons + (double)(to.Persons - from.Persons) * (month - After(from)) / (After(to) - After(from));
    }

    /// <summary>The place's own yearly rate, from the count nine years before the last, or the nearest before that.</summary>
    public double Rate
    {
        get
        {
            var last = Counts[^1];
            var from = Counts[0];
            foreach (var count in Counts)
                if (count.Year <= last.Year - YearsOfRate)
                    from = count;
            return from.Year == last.Year || from.Persons <= 0 || last.Persons <= 0
                ? 0
                : ExactMath.Pow((double)last.Persons / from.Persons, 1.0 / (last.Year - from.Year)) - 1;
        }
    }

    public bool Equals(InhabitantsOverTime? other) => other is not null && Counts.AsSpan().SequenceEqual(other.Counts.AsSpan());

    public override int GetHashCode() => Counts.Length;

    // The integral of a rate that halves every ten years.
    private double Growth(double years) =>
        ExactMath.Exp(ExactMath.Log(1 + Rate) * YearsToHalf / Ln2 * (1 - ExactMath.Pow(.5, years / YearsToHalf)));

    private const double Ln2 = 0.69314718055994531;

    private static Month After(Count count) => Month.Of(count.Year + 1);
}
