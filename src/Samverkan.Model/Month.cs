using System.Globalization;

namespace Samverkan.Model;

/// <summary>A calendar month: the model's only clock. Ordered; arithmetic counts months.</summary>
/// <param name="Index">Months since January of the year 0.</param>
public readonly record struct Month(int Index) : IComparable<Month>
{
    public int Year => Index / 12;

    /// <summary>1 for January to 12 for December.</summary>
    public int Number => Index % 12 + 1;

    public bool IsJanuary => Number == 1;

    /// <summary>Whether it is the last of a quarter.</summary>
    public bool EndsQuarter => Number % 3 == 0;

    public bool IsDecember => Number == 12;

    public static Month Of(int year, int number = 1) => new(year * 12 + number - 1);

    /// <summary>Reads "2003-01"; false for anything else, and for years outside 1900 to 2200.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 1900 or > 2200 || number is < 1 or > 12)
            return false;
        month = Of(year, number);
        return true;
    }

    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");

    public static Month operator +(Month month, int months) => new(month.Index + months);
    public static Month operator -(Month month, int months) => new(month.Index - months);
    public static int operator -(Month later, Month earlier) => later.Index - earlier.Index;
    public static bool operator <(Month a, Month b) => a.Index < b.Index;
    public static bool operator >(Month a, Month b) => a.Index > b.Index;
    public static bool operator <=(Month a, Month b) => a.Index <= b.Index;
    public static bool operator >=(Month a, Month b) => a.Index >= b.Index;
}
