using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using StackExchange.Redis;

namespace Samverkan.Grains.Clusters;

/// <summary>Where a cluster is found: <c>redis://[:PASSWORD@]HOST[:PORT][/NAME]</c>, or <c>rediss://</c> for TLS.</summary>
public sealed record ClusterAddress(string Host, int Port, string Name, string? User, string? Password, bool Tls)
{
    /// <summary>File with the certificate (PEM) of the authority that Redis' own is by; null: the machine's
    /// authorities.</summary>
    public string? Authority { get; init; }

    /// <summary>How silos and clients of the cluster know each other; null: by nothing, so that whoever reaches a silo is
    /// obeyed.</summary>
    public SiloCertificates? Certificates { get; init; }

    /// <exception cref="ClusterUnavailable">The text is no such address.</exception>
    public static ClusterAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("redis" or "rediss")
            || uri.Host.Length == 0)
            throw new ClusterUnavailable($"'{text}' is no address of a cluster: write it like redis://127.0.0.1:6379.");
        var (user, password) = uri.UserInfo.Split(':', 2) is [var first, var second] ? (first, second) : (uri.UserInfo, null);
        var name = uri.AbsolutePath.Trim('/');
        return new(
            uri.Host, uri.Port > 0 ? uri.Port : 6379, name.Length == 0 ? "samverkan" : name,
            user.Length == 0 ? null : Uri.UnescapeDataString(user), password is null ? null : Uri.UnescapeDataString(password),
            uri.Scheme == "rediss");
    }

    /// <summary>The address without its password.</summary>
    public override string ToString() => $"{(Tls ? "rediss" : "redis")}://{Host}:{Port}/{Name}";

    /// <exception cref="ClusterUnavailable">The authority's file is none.</exception>
    internal ConfigurationOptions Redis()
    {
        var options = new ConfigurationOptions
        {
            EndPoints = { { Host, Port } },
            User = User,
            Password = Password,
            Ssl = Tls,
            // A Redis that restarts is waited for; one that was never there is told of at once, by Check.
            AbortOnConnectFail = false,
            ConnectTimeout = 3000,
            AsyncTimeout = 5_000,
            SyncTimeout = 5_000,
        };
        if (!Tls || Authority is null) return options;
        var authority = new AuthorityFile(Authority);
        // By an authority of the machine or by that one. The name in the certificate counts as well.
        options.CertificateValidation += (_, certificate, chain, errors) =>
            errors == SslPolicyErrors.None
            || errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is X509Certificate2 shown
                && authority.Trusts(shown, AuthorityFile.Between(chain));
        return options;
    }

    /// <summary>Tries the address once, so that what is wrong is said in one sentence.</summary>
    /// <exception cref="ClusterUnavailable">Nobody answers, certificate or password are wrong, or the silos are of another
    /// build.</exception>
    public async Task Check()
    {
        var options = Redis();
        options.AbortOnConnectFail = true;
        options.ConnectRetry = 1;
        try
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
            await redis.GetDatabase().PingAsync();
            await BuildFingerprint.Check(redis.GetDatabase(), this);
        }
        catch (RedisException e)
        {
            var refused = e.ToString().Contains("AuthenticationFailure", StringComparison.Ordinal)
                || e.Message.Contains("NOAUTH", StringComparison.Ordinal)
                || e.Message.Contains("WRONGPASS", StringComparison.Ordinal);
            throw new ClusterUnavailable(
                e.ToString().Contains(nameof(AuthenticationException), StringComparison.Ordinal)
                    ? $"The certificate of Redis at {this} is not trusted here: name that of its authority in "
                        + "SAMVERKAN_REDIS_AUTHORITY."
                : !refused ? $"No Redis answers at {this}."
                : Password is null ? $"Redis at {this} asks for a password: name it in SAMVERKAN_REDIS_PASSWORD."
                : $"Redis at {this} refuses the password.");
        }
    }
}

/// <summary>A cluster cannot be reached, or the request for it is wrong.</summary>
public sealed class ClusterUnavailable(string message) : Exception(message);
