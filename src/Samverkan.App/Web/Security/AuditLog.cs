using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.RateLimiting;

namespace Samverkan.App.Web.Security;

/// <summary>
/// Who did what, when, from where and with what result: a line of JSON each, only ever appended to a file of its own. It holds
/// ids, the name of the user's token or the subject that a provider gave, and the address; never contents or people's names.
/// </summary>
internal sealed class AuditLog
{
    public const string Done = "done", Failed = "failed", Refused = "refused";

    private const int LongestSubject = 120;

    // Lines per caller for what is refused or fails. More would fill the disk and tell nothing new.
    private const int MostMishapsPerMinute = 30;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Default };

    private readonly Lock guard = new();
    private readonly PartitionedRateLimiter<string> mishaps = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetFixedWindowLimiter(who,
            _ => new() { PermitLimit = MostMishapsPerMinute, Window = TimeSpan.FromMinutes(1) }));
    private readonly ConcurrentDictionary<string, int> omitted = new(StringComparer.Ordinal);
    private readonly string? path;
    private readonly ILogger<AuditLog> logs;

    public AuditLog(ServeOptions options, ILogger<AuditLog> logs) => (path, this.logs) = (options.Audit, logs);

    /// <summary>Why the last line could not be written; null: it could.</summary>
    public string? Problem { get; private set; }

    public static AuditLog Of(HttpContext context) => context.RequestServices.GetRequiredService<AuditLog>();

    /// <summary>Checks that the file can be written: a server does not start if its actions cannot be logged.</summary>
    /// <exception cref="BadRequest">It cannot.</exception>
    public static void Try(string path)
    {
        try
        {
            using var file = Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadRequest($"The audit log cannot be written: {e.Message.TrimEnd('.')}. Name another file with --audit.");
        }
    }

    public void Write(HttpContext context, Act act, ClaimsPrincipal? user, string result, string? subject = null) =>
        Write(user, context.Connection.RemoteIpAddress?.ToString(), act, subject, result);

    /// <param name="from">The address that the user comes from.</param>
    /// <param name="subject">The id of what it was done to.</param>
    public void Write(ClaimsPrincipal? user, string? from, Act act, string? subject, string result)
    {
        if (path is null) return;
        var who = user?.FindFirstValue(Claims.Who);
        if (!IsToBeTold(who ?? Limits.Caller(from), result, out var more)) return;
        var line = JsonSerializer.Serialize(new
        {
            at = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            who,
            role = user is null ? null : Roles.Of(user)?.Word(),
            from,
            act = act.Name,
            on = subject is { Length: > LongestSubject } ? subject[..LongestSubject] : subject,
            result,
            omitted = more,
        }, Json);
        try
        {
            lock (guard)
            {
                // Opened for each line: a file that was moved away, to be kept, is followed by a new one.
                using var file = Open(path);
                using var writer = new StreamWriter(file);
                writer.WriteLine(line);
            }
            Problem = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problem = e.Message;
            logs.LogError("The audit log cannot be written: {Problem} {Line}", e.Message, line);
        }
    }

    /// <param name="more">How many lines were left out before this one.</param>
    private bool IsToBeTold(string who, string result, out int more)
    {
        more = 0;
        if (result == Done) return true;
        using var lease = mishaps.AttemptAcquire(who);
        if (!lease.IsAcquired)
        {
            omitted.AddOrUpdate(who, 1, (_, before) => before + 1);
            return false;
        }
        omitted.TryRemove(who, out more);
        return true;
    }

    private static FileStream Open(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        return new(path, options);
    }
}

/// <summary>Logs every request that changes something.</summary>
internal static class AuditedRequests
{
    public static IApplicationBuilder UseAudit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.ActOf() is null)
        {
            await next(context);
            return;
        }
        var result = AuditLog.Failed;
        try
        {
            await next(context);
            result = context.Response.StatusCode switch
            {
                < 400 => AuditLog.Done,
                StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => AuditLog.Refused,
                _ => AuditLog.Failed,
            };
        }
        finally
        {
            AuditLog.Of(context).Write(context, context.ActOf()!, context.User, result, Subject(context));
        }
    });

    // What is made new has its address in the answer.
    private static string? Subject(HttpContext context) =>
        (context.Request.RouteValues.GetValueOrDefault("id") ?? context.Request.RouteValues.GetValueOrDefault("name"))?.ToString()
        ?? context.Response.Headers.Location.ToString().Split('/')[^1] switch { "" => null, var made => made };
}
