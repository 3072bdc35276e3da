using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Samverkan.Grains.Clusters;

namespace Samverkan.App.Web.Security;

/// <param name="Fingerprint">SHA-256 of the token, in hexadecimal digits. The token itself is kept nowhere.</param>
internal sealed record NamedToken(string Name, Role Role, DateOnly Made, string Fingerprint)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} {Role.Word()} {Made:yyyy-MM-dd} {Fingerprint}");
}

/// <summary>
/// Named tokens, one a line: name, role, day and fingerprint. The file is read again when it changes, so that a token that was
/// revoked opens nothing a moment later.
/// </summary>
internal sealed partial class TokenFile(string path)
{
    private readonly Lock guard = new();
    private (DateTime Changed, long Length)? stamp;
    private IReadOnlyList<NamedToken> known = [];

    /// <exception cref="BadRequest">The file cannot be read, or a line of it is no token.</exception>
    public IReadOnlyList<NamedToken> All()
    {
        lock (guard)
        {
            if (FileStamp.Of(path) is not { } now)
                throw new BadRequest($"There is no file of tokens '{path}': make one with 'token add NAME --tokens {path}'.");
            if (stamp == now) return known;
            var read = Read();
            stamp = now;
            return known = read;
        }
    }

    /// <returns>null if the token is not, or no longer, in the file, or if the file cannot be read.</returns>
    public NamedToken? Find(string fingerprint)
    {
        try
        {
            return All()
                .FirstOrDefault(token => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token.Fingerprint),
                    Encoding.ASCII.GetBytes(fingerprint)));
        }
        catch (BadRequest)
        {
            // A file that is gone or broken lets nobody in.
            return null;
        }
    }

    /// <summary>Adds a token and returns it; it is shown this once.</summary>
    /// <exception cref="BadRequest">The name is taken or is none, or the file cannot be written.</exception>
    public string Add(string name, Role role)
    {
        if (!Name().IsMatch(name))
            throw new BadRequest($"'{name}' is no name for a token: use up to 40 letters, digits, '.', '-' and '_'.");
        var others = File.Exists(path) ? All() : [];
        if (others.Any(token => token.Name == name))
            throw new BadRequest($"There is a token '{name}' already: revoke it first, or choose another name.");
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        Write([.. others, new(name, role, DateOnly.FromDateTime(DateTime.UtcNow), FingerprintOf(token))]);
        return token;
    }

    /// <exception cref="BadRequest">There is none of that name.</exception>
    public void Revoke(string name)
    {
        var all = All();
        if (all.All(token => token.Name != name))
            throw new BadRequest($"There is no token '{name}'. There are: {string.Join(", ", all.Select(token => token.Name))}.");
        Write([.. all.Where(token => token.Name != name)]);
    }

    public static string FingerprintOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private List<NamedToken> Read()
    {
        try
        {
            var lines = File.ReadAllLines(path);
            return [.. lines.Index().Where(line => line.Item.Trim() is not ("" or ['#', ..]))
                .Select(line => Parse(line.Item, line.Index + 1))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadRequest($"The file of tokens '{path}' cannot be read: {e.Message}");
        }
    }

    private NamedToken Parse(string line, int number) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var word, var day, var fingerprint]
        && Roles.Of(word) is { } role
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var made)
        && Fingerprint().IsMatch(fingerprint)
            ? new(name, role, made, fingerprint)
            : throw new BadRequest(
                $"{path}, line {number} is no token: it has a name, a role ({string.Join(", ", Roles.Words)}), a day and 64 "
                    + "hexadecimal digits.");

    // Whole or not at all: the server may read it meanwhile. Others on the machine need not know who comes in.
    private void Write(IReadOnlyList<NamedToken> tokens)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = File.Exists(path) ? File.GetUnixFileMode(path)
                : UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var writer = new StreamWriter(draft, options))
                foreach (var token in tokens)
                    writer.WriteLine(token);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadRequest($"The file of tokens '{path}' cannot be written, and is as it was: {e.Message}");
        }
        finally
        {
            File.Delete(draft);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Fingerprint();
}
