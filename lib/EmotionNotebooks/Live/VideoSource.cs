using System.Globalization;
using OpenCvSharp;

namespace EmotionNotebooks.Live;

/// <summary>An open camera, video file or stream. Serves one thread at a time.</summary>
public sealed class VideoSource : IDisposable
{
    /// <summary>The environment variable that names the camera where none is given.</summary>
    public const string DeviceVariable = "DEVICE_ID";

    private const double UsualRate = 30;

    private readonly VideoCapture _capture;

    private VideoSource(VideoCapture capture, string name, bool isLive)
    {
        (_capture, Name, IsLive) = (capture, name, isLive);
        var rate = capture.Fps;
        Rate = rate is >= 1 and <= 240 ? rate : UsualRate;
        // What a stream says of its length is a guess, and a camera says nothing.
        Frames = !isLive && capture.FrameCount > 0 ? capture.FrameCount : null;
    }

    /// <summary>What it is called in messages: "camera 0", or the path or address.</summary>
    public string Name { get; }

    /// <summary>Whether frames that are not taken in time are gone.</summary>
    public bool IsLive { get; }

    /// <summary>Frames per second; 30 where the source does not say.</summary>
    public double Rate { get; }

    /// <summary>How many frames the file says it has; null where it does not, and for what is live.</summary>
    public int? Frames { get; }

    /// <summary>The camera to open: the one that is given, the one that <see cref="DeviceVariable"/> names, or 0.</summary>
    /// <param name="given">A camera's number; null where none was given.</param>
    /// <exception cref="ArgumentException">The number is negative, or the variable is no number.</exception>
    public static int ChooseDevice(int? given)
    {
        if (given is { } index)
        {
            return index >= 0 ? index : throw new ArgumentException($"the camera is {index}; it must be its number, from 0");
        }

        return Environment.GetEnvironmentVariable(DeviceVariable) switch
        {
            null or "" => 0,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            var text => throw new ArgumentException($"{DeviceVariable} is '{text}'; it must be a camera's number, from 0"),
        };
    }

    /// <summary>Opens a camera.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <exception cref="FileNotFoundException">There is no such camera; the message lists those that are there (on Linux).</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static VideoSource OpenDevice(int index)
    {
        if (OperatingSystem.IsLinux() && !File.Exists($"/dev/video{index}"))
        {
            var there = Directory.GetFiles("/dev", "video*").Order(StringComparer.Ordinal).ToArray();
            throw new FileNotFoundException(
                $"camera {index}: there is no /dev/video{index}; "
                + (there.Length > 0 ? $"there are {string.Join(", ", there)}" : "this machine has no camera, or it is not plugged in; --input takes a video"));
        }

        var capture = new VideoCapture();
        if (!capture.Open(index))
        {
            capture.Dispose();
            throw new IOException($"camera {index} cannot be opened: another program uses it, this user may not (on Linux: group video), or it gives no pictures");
        }

        // The newest frame, not those that have piled up; cameras that have no such setting ignore it.
        capture.Set(VideoCaptureProperties.BufferSize, 1);
        return new(capture, $"camera {index}", isLive: true);
    }

    /// <summary>Opens a video file, or a stream by its address.</summary>
    /// <param name="input">A path, or an address such as "rtsp://…" or "http://…".</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no video that OpenCV can read here.</exception>
    /// <exception cref="IOException">The stream cannot be opened.</exception>
    public static VideoSource OpenInput(string input)
    {
        ArgumentException.ThrowIfNullOrEmpty(input);
        var isAddress = input.Contains("://", StringComparison.Ordinal);
        if (!isAddress && !File.Exists(input))
        {
            throw new FileNotFoundException($"{input}: no such file; --input must be a video, or an address such as rtsp://…");
        }

        var capture = new VideoCapture();
        if (capture.Open(input))
        {
            // What is fetched as a file has an end and waits; other streams go on whether they are read or not.
            var isFile = !isAddress || (input.StartsWith("http", StringComparison.OrdinalIgnoreCase) && capture.FrameCount > 0);
            return new(capture, input, isLive: !isFile);
        }

        capture.Dispose();
        throw isAddress
            ? new IOException($"{input} cannot be opened: nothing answers there, or it is no video")
            : new InvalidDataException($"{input} is no video that can be read here: it is damaged, cut off before its index, or in an unknown format");
    }

    /// <summary>The next frame, which the caller disposes; null where there is none.</summary>
    public Mat? Read()
    {
        var frame = new Mat();
        if (_capture.Read(frame) && frame.Rows > 0)
        {
            return frame;
        }

        frame.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _capture.Dispose();
}
