using System.Globalization;
using System.Text.RegularExpressions;

namespace Samverkan.Analysis.Stories;

/// <summary>One month of a person, as its keeper describes it.</summary>
/// <param name="Where">Path of the actor that keeps it: a team or the municipality.</param>
/// <param name="Place">caseload, queue, resident, placed or on the way.</param>
/// <param name="Unmet">Domains with an unmet need, one bit each.</param>
/// <param name="Met">Domains with a met need, one bit each.</param>
/// <param name="CoordinatorMonths">Months with the same coordinator.</param>
/// <param name="WardDays">Days in the ward that are left, those ready for discharge included; 0: not in the ward.</param>
public readonly partial record struct PersonMonth(
    string Where, string Place, string Group, uint Unmet, uint Met, int CoordinatorMonths, int WardDays)
{
    /// <summary>Reads what <see cref="Runs.Execution.IRun.DescribeState"/> says of a person; null if it speaks of something else.</summary>
    public static (ulong Id, PersonMonth Month)? Read(string actor, string field, string value)
    {
        var gap = field.LastIndexOf(' ');
        if (gap < 0 || field[..gap] is not ("caseload" or "queue" or "resident" or "placed" or "on the way"))
            return null;
        var told = Told().Match(value);
        int Number(string name) => int.Parse(told.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        uint Bits(string name) => uint.Parse(told.Groups[name].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (
            ulong.Parse(field.AsSpan(gap + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            new(actor, field[..gap], told.Groups["group"].Value, Bits("unmet"), Bits("met"), Number("coordinator"), Number("ward") + Number("delay")));
    }

    [GeneratedRegex(@"^(?<group>\w+) .* unmet (?<unmet>[0-9a-f]+) met (?<met>[0-9a-f]+) .* coordinator (?<coordinator>\d+) .* ward (?<ward>\d+)\+(?<delay>\d+) ")]
    private static partial Regex Told();
}
