using System.Net;
using System.Threading.RateLimiting;

namespace Samverkan.App.Web.Security;

/// <summary>How much one caller may ask for: plenty for people and programs, too little to keep others out.</summary>
internal static class Limits
{
    /// <summary>For guesses of the token.</summary>
    public const string SignIn = "sign-in";

    /// <summary>For what starts work.</summary>
    public const string Starts = "starts";

    /// <summary>The largest body of a request: a scenario is a page.</summary>
    public const int LargestBody = 1 << 20;

    /// <summary>The largest message of a page: the text of a scenario.</summary>
    public const int LargestMessage = 256 << 10;

    public static IServiceCollection AddLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) => new(
            Problems.Of(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "That was too often; wait a little."));
        options.GlobalLimiter =
            PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            Caller(context), _ => new()
            {
                TokenLimit = 600,
                TokensPerPeriod = 200,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0
            }));
        options.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
            Caller(context), _ => new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        options.AddPolicy(Starts, context => RateLimitPartition.GetFixedWindowLimiter(
            Caller(context), _ => new() { PermitLimit = 60, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
    });

    /// <summary>
    /// Something that starts work or keeps something: 429 where that is too often or too much at once, 507 where too much is
    /// kept.
    /// </summary>
    public static RouteHandlerBuilder Limited(this RouteHandlerBuilder endpoint) => endpoint.RequireRateLimiting(Starts)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status507InsufficientStorage);

    private static string Caller(HttpContext context) => Caller(context.Connection.RemoteIpAddress);

    public static string Caller(string? address) => Caller(IPAddress.TryParse(address, out var parsed) ? parsed : null);

    // Of IPv6, a whole network is one caller's.
    private static string Caller(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } six =>
            Convert.ToHexString(six.GetAddressBytes().AsSpan(0, 8)),
        var four => four.ToString(),
    };
}
