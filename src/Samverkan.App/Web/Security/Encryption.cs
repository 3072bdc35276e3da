using System.Net.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Samverkan.Grains.Clusters;

namespace Samverkan.App.Web.Security;

/// <summary>TLS by a certificate's file.</summary>
internal static class Encryption
{
    // A handshake that takes longer is no handshake.
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);

    public static void UseCertificate(this ListenOptions listen, CertificateFile file)
    {
        var guard = new Lock();
        (object Leaf, SslStreamCertificateContext Context)? last = null;
        listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            HandshakeTimeout = Handshake,
            OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = Context() }),
        });

        SslStreamCertificateContext Context()
        {
            var (leaf, chain) = file.Now;
            lock (guard)
            {
                if (last is not { } known || !ReferenceEquals(known.Leaf, leaf))
                    last = (leaf, SslStreamCertificateContext.Create(leaf, chain, offline: true));
                return last.Value.Context;
            }
        }
    }
}
