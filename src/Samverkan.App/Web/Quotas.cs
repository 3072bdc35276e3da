namespace Samverkan.App.Web;

/// <summary>How much these pages take in, so that nobody fills the disk or the memory of all: <c>SAMVERKAN_QUOTA_RUNS</c> and so
/// on.</summary>
/// <param name="Runs">Live runs that go on at a time.</param>
/// <param name="Results">Results of comparisons and runs in the folder of results.</param>
/// <param name="Studies">Studies that were begun there.</param>
/// <param name="Scenarios">Scenarios that are saved.</param>
public sealed record Quotas(int Runs = 30, int Results = 1000, int Studies = 100, int Scenarios = 500)
{
    /// <summary>As the settings have them.</summary>
    /// <exception cref="BadRequest">One is no whole number from 0 on.</exception>
    internal static Quotas OfSettings() => new Quotas() is var usual
        ? new(Settings.Most("Quota_Runs", usual.Runs), Settings.Most("Quota_Results", usual.Results),
            Settings.Most("Quota_Studies", usual.Studies), Settings.Most("Quota_Scenarios", usual.Scenarios))
        : usual;
}

/// <summary>Nothing is wrong with the request, but a limit of these pages is reached.</summary>
public sealed class QuotaReached : BadRequest
{
    private QuotaReached(string message, int status) : base(message) => Status = status;

    /// <summary>What programs are answered.</summary>
    public int Status { get; }

    /// <summary>Too much is going on: what ends makes room.</summary>
    public static QuotaReached AtOnce(string message) => new(message, StatusCodes.Status429TooManyRequests);

    /// <summary>Too much is kept: somebody has to delete something.</summary>
    public static QuotaReached Kept(string message) => new(message, StatusCodes.Status507InsufficientStorage);
}
