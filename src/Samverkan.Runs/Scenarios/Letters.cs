using System.Text;

namespace Samverkan.Runs.Scenarios;

/// <summary>
/// Latin letters with marks, composed or decomposed. The program runs without a culture's tables, so Unicode's own normal forms
/// are not available.
/// </summary>
internal static class Letters
{
    /// <summary>Each mark with the letters that take it: plain, composed, plain, composed.</summary>
    private static readonly (char Mark, string Pairs)[] Marks =
    [
        ('\u0300', "AÀEÈIÌOÒUÙaàeèiìoòuù"),
        ('\u0301', "AÁCĆEÉIÍNŃOÓSŚUÚYÝZŹaácćeéiínńoósśuúyýzź"),
        ('\u0302', "AÂEÊIÎOÔUÛaâeêiîoôuû"),
        ('\u0303', "AÃNÑOÕaãnñoõ"),
        ('\u0308', "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
        ('\u030A', "AÅUŮaåuů"),
        ('\u030C', "CČEĚNŇRŘSŠTŤZŽcčeěnňrřsštťzž"),
        ('\u0327', "CÇSŞcçsş"),
    ];

    private static readonly Dictionary<(char Letter, char Mark), char> Together =
        Marks.SelectMany(m => m.Pairs.Chunk(2).Select(pair => ((pair[0], m.Mark), pair[1])))
        .ToDictionary(one => one.Item1, one => one.Item2);

    private static readonly Dictionary<char, char> Bare = Together.ToDictionary(one => one.Value, one => one.Key.Letter);

    /// <summary>An o and two dots become an ö.</summary>
    public static string Composed(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var one in text)
            if (made.Length > 0 && Together.TryGetValue((made[^1], one), out var letter))
                made[^1] = letter;
            else
                made.Append(one);
        return made.ToString();
    }

    /// <summary>Letters without their marks: an o for an ö.</summary>
    public static string Plain(string text) => string.Concat(Composed(text).Select(Plain));

    private static string Plain(char one) => one switch
    {
        'æ' => "ae",
        'Æ' => "AE",
        'ø' => "o",
        'Ø' => "O",
        'œ' => "oe",
        'ß' => "ss",
        'Œ' => "OE",
        'đ' or 'ð' => "d",
        'Đ' or 'Ð' => "D",
        'ł' => "l",
        'Ł' => "L",
        'þ' => "th",
        'Þ' => "Th",
        _ => (Bare.TryGetValue(one, out var bare) ? bare : one).ToString(),
    };
}
