using System.Net;
using System.Runtime.CompilerServices;

namespace EmotionNotebooks.Web;

/// <summary>Where the server listens and what it takes. Immutable; every value is checked when it is set.</summary>
public sealed record ServeOptions
{
    /// <summary>The address to listen on: localhost, an IP address, or * for all of this machine's.</summary>
    public string Host { get; init => field = Address(value); } = "127.0.0.1";

    /// <summary>The port, from 1 to 65535; 0 takes a free one.</summary>
    public int Port { get; init => field = Within(0, 65535, value); } = 8080;

    /// <summary>What clients must know, at least 8 characters without spaces; null for nothing, on a loopback address only.</summary>
    public string? ApiKey { get; init => field = Key(value); }

    /// <summary>Bytes of a request's body at most, at least 1,000.</summary>
    public long MaxBodyBytes { get; init => field = Within(1_000, 1_000_000_000, value); } = 16_000_000;

    /// <summary>Pixels of a picture at most, by its header, at least those of a face.</summary>
    public long MaxPixels { get; init => field = Within(48 * 48, 1_000_000_000, value); } = 25_000_000;

    /// <summary>Pictures in a request at most, at least 1.</summary>
    public int MaxPictures { get; init => field = Within(1, 1_000, value); } = 16;

    /// <summary>Requests for predictions that are worked on at a time, at least 1; those above it are told to come back.</summary>
    public int MaxInFlight { get; init => field = Within(1, 10_000, value); } = 64;

    /// <summary>Requests for predictions a second that one client address may send; 0 for any number. As many again may come at once.</summary>
    public int RequestsPerSecond { get; init => field = Within(0, 1_000_000, value); } = 100;

    /// <summary>Faces that the network classifies in one go at most, at least 1.</summary>
    public int BatchSize { get; init => field = Within(1, 1_024, value); } = 16;

    /// <summary>Threads that decode pictures and find faces; 0 for one per core.</summary>
    public int Readers { get; init => field = Within(0, 256, value); }

    /// <summary>How long a request's body may take to arrive, above 0.</summary>
    public TimeSpan BodyTimeout { get; init => field = Above(TimeSpan.Zero, value); } = TimeSpan.FromSeconds(20);

    /// <summary>How long requests in flight may take once the server is told to stop, above 0.</summary>
    public TimeSpan ShutdownTimeout { get; init => field = Above(TimeSpan.Zero, value); } = TimeSpan.FromSeconds(60);

    /// <summary>Whether only this machine can reach the server.</summary>
    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Refuses a server that others can reach and that asks for nothing.</summary>
    /// <exception cref="ArgumentException">The address is not a loopback address, and there is no key.</exception>
    public void RequireKeyBeyondLoopback()
    {
        if (!IsLoopback && ApiKey is null)
        {
            throw new ArgumentException($"--host is {Host}, which others can reach; give an --api-key (or EMOTION_API_KEY) that they must know, or leave out --host");
        }
    }

    private static string Address(string value, [CallerMemberName] string name = "") =>
        value is "localhost" or "*" || IPAddress.TryParse(value, out _)
            ? value
            : throw new ArgumentException($"{name} is '{value}'; it must be an IP address, localhost, or * for all addresses of this machine");

    // Its value stays out of the message.
    private static string? Key(string? value, [CallerMemberName] string name = "") =>
        value is null || (value.Length >= 8 && value.All(c => c is > ' ' and <= '~'))
            ? value
            : throw new ArgumentException($"{name} has {value.Length} characters; it must have at least 8, of ASCII without spaces");

    private static int Within(int low, int high, int value, [CallerMemberName] string name = "") => (int)Within(low, high, (long)value, name);

    private static long Within(long low, long high, long value, [CallerMemberName] string name = "") =>
        value >= low && value <= high ? value : throw new ArgumentException($"{name} is {value}; it must be from {low} to {high}");

    private static TimeSpan Above(TimeSpan bound, TimeSpan value, [CallerMemberName] string name = "") =>
        value > bound ? value : throw new ArgumentException($"{name} is {value}; it must be above {bound}");
}
