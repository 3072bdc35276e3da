using Samverkan.Grains.Driving;

namespace Samverkan.Grains.Live;

/// <summary>What a run may be called: its id is a folder's name and part of keys.</summary>
public static class RunId
{
    private const int Longest = 120;

    /// <exception cref="UnknownRun">It cannot be an id.</exception>
    public static string Checked(string id) =>
        id.Length is > 0 and <= Longest && id.All(envelope => char.IsAsciiLetterOrDigit(envelope) || envelope is '.' or '-' or '_')
            ? id
            : throw new UnknownRun($"'{id}' cannot be the id of a run: write letters, digits, '.', '-' and '_', at most {Longest}.");
}
