using System.Runtime.CompilerServices;

namespace EmotionNotebooks.Data.Download;

/// <summary>How a download is made. Immutable; every value is checked when it is set.</summary>
public sealed record DownloadOptions
{
    /// <summary>The API's address, with a slash at its end. A token is sent there and nowhere else, so it must be https; plain http will do for
    /// this machine itself.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public Uri Address { get; init => field = Checked(value); } = new("https://www.kaggle.com/api/v1/");

    /// <summary>How often a failing request is made in all, at least 1. What brings the file forward does not count.</summary>
    public int Attempts { get; init => field = value >= 1 ? value : throw Bad(value, "at least 1"); } = 6;

    /// <summary>How long the server may be silent before the connection counts as lost, above zero.</summary>
    public TimeSpan Patience { get; init => field = Positive(value); } = TimeSpan.FromSeconds(30);

    /// <summary>The pause after the first failure, above zero; it doubles with each further one. A random part of up to half is taken off, so
    /// that many callers do not come back at once.</summary>
    public TimeSpan FirstPause { get; init => field = Positive(value); } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause, above zero. A server that asks for more than ten times as much ends the download.</summary>
    public TimeSpan LongestPause { get; init => field = Positive(value); } = TimeSpan.FromSeconds(60);

    /// <summary>Waits between attempts.</summary>
    internal Func<TimeSpan, CancellationToken, Task> Pause { get; init; } = Task.Delay;

    /// <summary>How often progress is told while bytes arrive.</summary>
    internal TimeSpan TellEvery { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads what arrived, as a check.</summary>
    internal Func<string, FaceSet> Read { get; init; } = path => FaceFile.Read(path);

    private static Uri Checked(Uri address, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw Bad(address, "an https address, or an http address of this machine", name);
        return address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }

    private static TimeSpan Positive(TimeSpan value, [CallerMemberName] string name = "") =>
        value > TimeSpan.Zero ? value : throw Bad(value, "above zero", name);

    private static ArgumentException Bad(object value, string expected, [CallerMemberName] string name = "") =>
        new($"{name} is {value}; it must be {expected}");
}
