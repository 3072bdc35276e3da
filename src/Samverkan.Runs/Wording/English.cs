using System.Globalization;
using Samverkan.Model;
using Samverkan.Model.Economy;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Runs.Wording;

/// <summary>Numbers, dates and nouns in English sentences.</summary>
internal static class English
{
    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>"October 2002"</summary>
    public static string Date(Month month) =>
        $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month.Number)} {month.Year}";

    public static string Number(int count) =>
        count >= 0 && count < Numbers.Length ? Numbers[count] : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>"two services", "one service"</summary>
    public static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>"two crises", "one crisis"</summary>
    public static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>"3.5 posts"</summary>
    public static string Posts(int tenths) => string.Create(CultureInfo.InvariantCulture, $"{tenths / 10.0:0.0} posts");

    public static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    public static string Hundredths(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>"2.4"</summary>
    public static string Tenths(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Of a figure in hundredths: 108 is "1.08".</summary>
    public static string Hundredth(int hundredths) => Hundredths(hundredths / 100.0);

    /// <summary>"12 %"</summary>
    public static string Share(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>"2.4 MSEK"</summary>
    public static string Sek(long sek) => Tenths(sek / 1e6) + " MSEK";

    /// <summary>"once", "twice", "4 times"</summary>
    public static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };

    /// <summary>"a, b and c"</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    /// <summary>"The county"</summary>
    public static string Who(Sector sector) => Capital(sector.InWords());

    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A share with its sign: a result of 3 % is "+3.0 %".</summary>
    public static string Signed(double share) => (100 * share).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A noun with its indefinite article.</summary>
    public static string A(string noun) => ("aeiou".Contains(noun[0], StringComparison.Ordinal) ? "an " : "a ") + noun;

    /// <summary>"18 months", and from two years on whole years.</summary>
    public static string Age(int months) => months < 24 ? Count(months, "month") : Count(months / 12, "year");

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A unit as minutes and results name it: "day centre 5".</summary>
    public static string Unit(UnitKind kind, int ordinal) => $"{kind.InWords()} {ordinal}";

    public static string Unit(UnitKind kind, in TeamAddress team) => Unit(kind, team.Unit);
}
