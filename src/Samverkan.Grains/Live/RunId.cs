using Samverkan.Grains.Driving;

namespace Samverkan.Grains.Live;

/// <summary>What a run may be called: its id is a folder's name and part of keys.</summary>
public static class RunId
{
    private const int Longest = 120;

    /// <exception cref="CannotChange">It cannot be an id.</exception>
    public static string Checked(string id) => IsOne(id)
        ? id
        : throw new CannotChange(
            $"'{id}' cannot be the id of a run: write letters, digits, '.', '-' and '_', a letter or digit first, at most "
                + $"{Longest}.");

    // A folder must not be another one, such as the one above.
    private static bool IsOne(string id) =>
        id.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(id[0])
        && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
