using System.Globalization;
using System.Runtime.CompilerServices;

namespace Samverkan.Model.Tests;

/// <summary>
/// The bits of two worlds as they were last agreed upon. A change of parameters or mechanisms moves them, and should say so
/// in its message; nothing else may. To renew them run the tests once with SAMVERKAN_RENEW_GOLDEN=1 and commit Golden.txt.
/// </summary>
public class GoldenTests
{
    private const string Renew = "SAMVERKAN_RENEW_GOLDEN";

    private static readonly Lock Writing = new();

    [Fact]
    public void The_case_gives_the_agreed_bits() => Check("case", Blueprint.Case with { To = Blueprint.Case.From + 23 });

    [Fact]
    public void Two_counties_give_the_agreed_bits() => Check("two-counties", TestWorlds.TwoCounties());

    private static void Check(string name, Blueprint blueprint)
    {
        var hashes = string.Join(' ', blueprint.Run()[^1].Hashes.Select(h => h.ToString("x16", CultureInfo.InvariantCulture)));
        lock (Writing)
        {
            var golden = Read();
            if (Environment.GetEnvironmentVariable(Renew) == "1")
            {
                golden[name] = hashes;
                File.WriteAllLines(Where(), golden.Select(g => $"{g.Key}: {g.Value}"));
                return;
            }
            Assert.True(golden.GetValueOrDefault(name) == hashes,
                $"The world '{name}' gives {hashes} after 24 months with seed 1; agreed upon was "
                    + $"{golden.GetValueOrDefault(name)}. "
                + $"If the model was meant to change, renew Golden.txt by one run with {Renew}=1.");
        }
    }

    private static SortedDictionary<string, string> Read() => new(
        File.Exists(Where()) ? File.ReadAllLines(Where()).Select(line => line.Split(": ", 2)).ToDictionary(x => x[0], x => x[1])
        : [],
        StringComparer.Ordinal);

    private static string Where([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden.txt");
}
