using System.Diagnostics;
using System.Threading.Channels;

namespace EmotionNotebooks.Live;

/// <summary>
/// Takes frames from a source on a thread of its own. Of a live source only the newest frame waits, and those that it replaces are dropped
/// and counted; of a file every frame comes, in order.
/// </summary>
public sealed class FrameReader : IDisposable
{
    private const int FilesAhead = 4;

    // A camera may miss a frame; one that gives none for so long is gone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(3);

    private readonly VideoSource _source;
    private readonly StageTimes _times;
    private readonly Channel<CapturedFrame> _frames;
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private long _dropped;
    private long _taken;

    /// <summary>Begins to take frames.</summary>
    /// <param name="source">The source, which is disposed with this.</param>
    /// <param name="times">Takes the time of reading.</param>
    public FrameReader(VideoSource source, StageTimes times)
    {
        ArgumentNullException.ThrowIfNull(source);
        (_source, _times) = (source, times);
        _frames = source.IsLive
            ? Channel.CreateBounded<CapturedFrame>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }, Drop)
            : Channel.CreateBounded<CapturedFrame>(FilesAhead);
        _thread = new Thread(Take) { IsBackground = true, Name = "frames" };
        _thread.Start();
    }

    /// <summary>How many frames were dropped.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>How many frames the source gave.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>The next frame, which the caller disposes; null at the end.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    /// <exception cref="IOException">The camera is gone, or the file has no frame or ends before it should; the message says what and when.</exception>
    public CapturedFrame? Next(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_frames.Reader.TryRead(out var frame))
            {
                return frame;
            }

            if (!_frames.Reader.WaitToReadAsync(cancellation).AsTask().GetAwaiter().GetResult())
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        // A driver may hold its thread for long; it then keeps the source until the process ends.
        if (_thread.Join(LongestStop))
        {
            _source.Dispose();
            _stop.Dispose();
        }

        while (_frames.Reader.TryRead(out var frame))
        {
            frame.Dispose();
        }
    }

    private void Take()
    {
        try
        {
            TakeAll();
            _frames.Writer.Complete();
        }
#pragma warning disable CA1031 // whatever it is, the thread that waits for frames gets it
        catch (Exception e)
#pragma warning restore CA1031
        {
            _frames.Writer.Complete(e);
        }
    }

    private void TakeAll()
    {
        var (clock, sinceLast) = (new Stopwatch(), Stopwatch.StartNew());
        while (!_stop.IsCancellationRequested)
        {
            if (_times.Measure(LiveStage.Decode, _source.Read) is { } image)
            {
                clock.Start();
                sinceLast.Restart();
                var number = Interlocked.Increment(ref _taken) - 1;
                Hand(new(image, number, _source.IsLive ? clock.Elapsed.TotalSeconds : number / _source.Rate));
            }
            else if (!_source.IsLive)
            {
                RequireWhole();
                return;
            }
            else if (sinceLast.Elapsed > Patience)
            {
                throw new IOException($"{_source.Name} gives no more pictures, after {Taken:N0}: it was unplugged, or another program took it");
            }
            else
            {
                Thread.Sleep(10);
            }
        }
    }

    private void Hand(CapturedFrame frame)
    {
        try
        {
            _frames.Writer.WriteAsync(frame, _stop.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            frame.Dispose();
        }
    }

    // What headers say of the number of frames may be one or two off.
    private void RequireWhole()
    {
        if (Taken == 0)
        {
            throw new IOException($"{_source.Name} has no picture: it is damaged or cut off");
        }

        if (_source.Frames is { } frames && Taken < frames - Math.Max(2, frames / 100))
        {
            throw new IOException($"{_source.Name} ends after {Taken:N0} of {frames:N0} frames: it is damaged or cut off");
        }
    }

    private void Drop(CapturedFrame frame)
    {
        frame.Dispose();
        Interlocked.Increment(ref _dropped);
    }
}
