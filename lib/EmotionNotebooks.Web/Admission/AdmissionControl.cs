using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using EmotionNotebooks.Web.Api;
using Microsoft.AspNetCore.Http;

namespace EmotionNotebooks.Web.Admission;

/// <summary>Who may have a prediction now: so many requests a second for each client address, so many at a time for all together.</summary>
internal sealed class AdmissionControl : IDisposable
{
    private readonly ConcurrencyLimiter _places;
    private readonly PartitionedRateLimiter<IPAddress>? _rate;
    private readonly int _maxInFlight;
    private int _inFlight;

    public AdmissionControl(ServeOptions options)
    {
        _maxInFlight = options.MaxInFlight;
        _places = new(new() { PermitLimit = options.MaxInFlight, QueueLimit = 0 });
        if (options.RequestsPerSecond is > 0 and var perSecond)
            _rate = PartitionedRateLimiter.Create<IPAddress, IPAddress>(client => RateLimitPartition.GetTokenBucketLimiter(client, _ => Bucket(perSecond)));
    }

    /// <summary>Requests that are worked on.</summary>
    public int InFlight => _inFlight;

    /// <summary>Lets a request in, or refuses it; what is returned must be disposed once the request is answered.</summary>
    /// <exception cref="RequestException">429: the client sends too many; 503: the server is busy.</exception>
    public IDisposable Enter(HttpContext context)
    {
        using var turn = _rate?.AttemptAcquire(ClientOf(context.Connection.RemoteIpAddress));
        if (turn is { IsAcquired: false })
            throw new RequestException(StatusCodes.Status429TooManyRequests, "this client sends too many requests; send fewer a second") { RetryAfter = 1 };
        var place = _places.AttemptAcquire();
        if (!place.IsAcquired)
        {
            place.Dispose();
            throw new RequestException(StatusCodes.Status503ServiceUnavailable, $"{_maxInFlight} requests are being answered already; try again") { RetryAfter = 1 };
        }

        Interlocked.Increment(ref _inFlight);
        return new Place(this, place);
    }

    public void Dispose()
    {
        _places.Dispose();
        _rate?.Dispose();
    }

    // A client of IPv6 has a whole /64 to choose addresses from.
    private static IPAddress ClientOf(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes);
    }

    private static TokenBucketRateLimiterOptions Bucket(int perSecond) => new()
    {
        TokenLimit = perSecond,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    private sealed class Place(AdmissionControl control, RateLimitLease lease) : IDisposable
    {
        public void Dispose()
        {
            Interlocked.Decrement(ref control._inFlight);
            lease.Dispose();
        }
    }
}
