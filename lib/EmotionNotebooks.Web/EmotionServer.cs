using System.Net;
using System.Net.Sockets;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Web.Admission;
using EmotionNotebooks.Web.Api;
using EmotionNotebooks.Web.Measuring;
using EmotionNotebooks.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmotionNotebooks.Web;

/// <summary>The page and its API: reads faces of pictures that clients send. Pictures stay in memory and are gone with the answer.</summary>
public sealed class EmotionServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly PictureReader _pictures;
    private readonly AdmissionControl _admission;

    private EmotionServer(WebApplication app, PictureReader pictures, AdmissionControl admission) =>
        (_app, _pictures, _admission) = (app, pictures, admission);

    /// <summary>Where the page is; with the port that was taken.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts to listen.</summary>
    /// <param name="options">Address and limits.</param>
    /// <param name="readers">
    /// At least one. The first one finds faces; all of them classify, each on a thread of its own, so they must be of the same weights.
    /// Whoever made them disposes them, after the server.
    /// </param>
    /// <param name="model">What to say of the network.</param>
    /// <param name="log">Takes lines about failures that are the server's own; never anything of pictures.</param>
    /// <exception cref="ArgumentException">Others could reach the server, and there is no key.</exception>
    /// <exception cref="IOException">The address or port can't be taken; the message says why.</exception>
    public static async Task<EmotionServer> StartAsync(ServeOptions options, IReadOnlyList<EmotionReader> readers, ModelCard model, Action<string> log)
    {
        ArgumentOutOfRangeException.ThrowIfZero(readers.Count, nameof(readers));
        options.RequireKeyBeyondLoopback();
        var metrics = new ServerMetrics();
        var admission = new AdmissionControl(options);
        var quick = model.Detector is null ? null : new HaarFaceDetector(HaarOptions.Fast);
        var pictures = new PictureReader(readers, quick, options, metrics.Batch);
        var app = Build(options);
        app.Use(next => new Answering(next, options, metrics, log).Invoke);
        app.UseRouting();
        new Endpoints(options, readers[0], model, pictures, admission, metrics).Map(app, app.Lifetime);
        var server = new EmotionServer(app, pictures, admission);
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await server.DisposeAsync();
            throw new IOException(WhyNot(options, e), e);
        }

        server.Address = AddressOf(app, options);
        return server;
    }

    /// <summary>Takes no more requests, and waits until those in flight are answered or the time for it is over.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _pictures.Dispose();
        _admission.Dispose();
    }

    // The empty builder reads no files and no environment variables: options are all there is.
    private static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = 16L * options.MaxInFlight;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            Listen(kestrel, options);
        });
        return builder.Build();
    }

    private static void Listen(KestrelServerOptions kestrel, ServeOptions options)
    {
        if (options.Host == "*")
            kestrel.ListenAnyIP(options.Port, Http1);
        else if (options.Host == "localhost" && options.Port != 0)
            kestrel.ListenLocalhost(options.Port, Http1);
        else
            kestrel.Listen(options.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(options.Host), options.Port, Http1);

        static void Http1(ListenOptions listen) => listen.Protocols = HttpProtocols.Http1;
    }

    private static Uri AddressOf(WebApplication app, ServeOptions options)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var address = new UriBuilder(addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal));
        if (options.Host == "*")
            address.Host = "localhost";
        return address.Uri;
    }

    private static string WhyNot(ServeOptions options, Exception e)
    {
        var error = (e as SocketException ?? e.InnerException as SocketException ?? e.InnerException?.InnerException as SocketException)?.SocketErrorCode;
        return error switch
        {
            SocketError.AddressAlreadyInUse => $"port {options.Port} of {options.Host} is in use; choose another one with --port",
            SocketError.AccessDenied => $"port {options.Port} needs rights that this user lacks; choose one from 1024 with --port",
            SocketError.AddressNotAvailable => $"{options.Host} is no address of this machine; choose another one with --host",
            _ => $"cannot listen on port {options.Port} of {options.Host}: {e.Message}",
        };
    }
}
