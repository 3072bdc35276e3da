using System.Globalization;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>Words for the minutes.</summary>
internal static class Sentence
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static string Month(Month month) => $"{Months[month.Number - 1]} {month.Year}";

    public static string Number(int count) =>
        count >= 0 && count < Numbers.Length ? Numbers[count] : count.ToString(CultureInfo.InvariantCulture);

    public static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    public static string Posts(double posts) => string.Create(CultureInfo.InvariantCulture, $"{posts:0.0} posts");

    public static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    public static string Hundredths(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>With its indefinite article.</summary>
    public static string A(string noun) => ("aeiou".Contains(noun[0], StringComparison.Ordinal) ? "an " : "a ") + noun;

    public static string Years(int months) => months < 24 ? Count(months, "month") : Count(months / 12, "year");

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    public static string Unit(in TeamState team) => $"{team.Kind.InWords()} {team.Address.Unit}";
}
