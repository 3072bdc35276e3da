using Samverkan.Model.Parameters;

namespace Samverkan.Runs.Scenarios.Values;

/// <summary>A way of writing a value of a measure.</summary>
/// <param name="Text">As written after the number; the first of a measure is how values are shown.</param>
/// <param name="Factor">What a number in this unit is multiplied by to be in the measure's own unit.</param>
internal sealed record Unit(string Text, double Factor);

/// <summary>Which units each measure may be written in. Everything else is the wrong dimension.</summary>
internal static class Units
{
    private const double DaysPerYear = 365.25;
    private const double DaysPerMonth = DaysPerYear / 12;

    /// <summary>In the order in which a message lists them; "" means that a plain number will do.</summary>
    public static IReadOnlyList<Unit> Of(Measure measure) => measure switch
    {
        Measure.Number => [new("", 1), new("%", .01)],
        Measure.Share => [new("%", .01), new("", 1)],
        Measure.Switch => [new("", 1)],
        Measure.Count => [new("", 1), new("items", 1), new("needs", 1), new("centres", 1), new("units", 1)],
        Measure.Persons => [new("persons", 1), new("people", 1), new("inhabitants", 1), new("members", 1), new("", 1)],
        Measure.Posts => [new("posts", 1), new("FTE", 1), new("", 1)],
        Measure.Beds => [new("beds", 1), new("", 1)],
        Measure.Places => [new("places", 1), new("", 1)],
        Measure.Days => [new("days", 1), new("weeks", 7), new("months", DaysPerMonth)],
        Measure.Months => [new("months", 1), new("years", 12), new("days", 1 / DaysPerMonth), new("weeks", 7 / DaysPerMonth)],
        Measure.PerMonth => [new("%/month", .01), new("/month", 1), new("%/yr", .01 / 12), new("/yr", 1d / 12)],
        Measure.PerYear => [new("%/yr", .01), new("/yr", 1), new("%/month", .12), new("/month", 12)],
        Measure.PersonsPerYear => [new("persons/yr", 1), new("people/yr", 1), new("persons/month", 12), new("people/month", 12)],
        Measure.HoursPerMonth => [new("hours/month", 1), new("hours/week", DaysPerMonth / 7), new("hours/yr", 1d / 12)],
        Measure.MeetingsPerYear =>
            [new("meetings/yr", 1), new("meetings/semester", 2), new("meetings/quarter", 4), new("meetings/month", 12)],
        Measure.Sek => Money("", 1),
        Measure.SekPerDay => [.. Money("/day", 1), .. Money("/month", 1 / DaysPerMonth), .. Money("/yr", 1 / DaysPerYear)],
        Measure.SekPerMonth => [.. Money("/month", 1), .. Money("/yr", 1d / 12), .. Money("/day", DaysPerMonth)],
        Measure.SekPerYear => [.. Money("/yr", 1), .. Money("/month", 12), .. Money("/day", DaysPerYear)],
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No units are known for it."),
    };

    /// <summary>The unit of a measure that a text names, in any of its usual spellings, in English or Swedish; null if it names
    /// none.</summary>
    public static Unit? Find(Measure measure, string text) =>
        Of(measure).FirstOrDefault(u => Spelling(u.Text) == Spelling(text));

    /// <summary>The unit of a measure that a text names without its time: "MSEK/yr" of "mnkr"; null if it names none.</summary>
    public static Unit? FindWithoutTime(Measure measure, string text) =>
        Of(measure).FirstOrDefault(u => u.Text.IndexOf('/') is var at and >= 0 && Spelling(u.Text[..at]) == Spelling(text));

    /// <summary>Whether the text is a unit of anything.</summary>
    public static bool IsKnown(string text) => Enum.GetValues<Measure>().Any(m => Find(m, text) is not null);

    /// <summary>What the measure is measured in, as words: "meetings/yr", "a share, such as 20 %", "on or off".</summary>
    public static string InWords(Measure measure) => measure switch
    {
        Measure.Switch => "on or off",
        Measure.Number or Measure.Count => "a plain number",
        Measure.Share => "a share (%)",
        _ => Of(measure)[0].Text,
    };

    private static Unit[] Money(string per, double factor) =>
        [new("SEK" + per, factor), new("kSEK" + per, factor * 1e3), new("MSEK" + per, factor * 1e6),
            new("bnSEK" + per, factor * 1e9)];

    private static string Spelling(string unit)
    {
        var text = string.Concat(unit.ToLowerInvariant().Replace(" per ", "/").Replace(" a ", "/").Where(c => c != ' '));
        var parts = text.Split('/');
        return string.Join('/', parts.Select(Singular));
    }

    private static string Singular(string word) => word switch
    {
        "per" or "%" => word,
        "year" or "years" or "yr" or "yrs" or "y" or "år" => "yr",
        "mån" or "månad" => "month",
        "dag" or "dygn" or "dagar" => "day",
        "mnkr" or "mkr" => "msek",
        "tkr" => "ksek",
        "kr" or "kronor" => "sek",
        "people" or "person" or "personer" => "person",
        "tjänster" or "årsarbetare" => "post",
        "vårdplatser" => "bed",
        "platser" => "place",
        "möten" => "meeting",
        "fte" or "ftes" => "fte",
        _ => word.EndsWith('s') ? word[..^1] : word,
    };
}
