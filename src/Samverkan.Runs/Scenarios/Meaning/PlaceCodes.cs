using System.Text.RegularExpressions;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>Codes of counties and municipalities. They become names of folders, so that they hold nothing that leads
/// elsewhere.</summary>
internal static partial class PlaceCodes
{
    private const int Longest = 40;

    [GeneratedRegex(@"^[\p{L}0-9_-](?:[\p{L}0-9 _-]*[\p{L}0-9_-])?\z")]
    private static partial Regex Form();

    /// <param name="column">What the code is called where it stands.</param>
    /// <returns>Whether it is a code; if not, the findings say why.</returns>
    public static bool Check(ScalarNode node, string column, FindingList findings)
    {
        var problem = node.Text switch
        {
            "" => $"The row has no {column}.",
            { Length: > Longest } => $"The code '{node.Text[..Longest]}...' is longer than {Longest} characters.",
            var text when !Form().IsMatch(text) => $"'{text}' is no code: a code has letters, digits, blanks, '-' and '_'.",
            var text when Ids.IsDevice(text) => $"'{text}' cannot be a code: Windows keeps that name for a device.",
            _ => null,
        };
        if (problem is not null)
            findings.Error(node.Place, Codes.BadCode, problem);
        return problem is null;
    }
}
