using System.Diagnostics;
using EmotionNotebooks.Live;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Cli;

/// <summary>One run of <c>emotion camera</c>: reads frames, shows them, records them, and lays down the timeline.</summary>
internal sealed class CameraRun : IDisposable
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    private readonly VideoSource _source;
    private readonly LiveReader _live;
    private readonly string? _record;
    private readonly string? _csv;
    private readonly Timeline _timeline;
    private readonly TimelineCsv? _lines;
    private readonly LiveWindow? _window;
    private readonly Stopwatch _clock = new();
    private readonly FrameRate _rate = new();
    private VideoRecording? _recording;

    public CameraRun(VideoSource source, LiveReader live, IReadOnlyList<string> classNames, string? record, string? csv, bool showsWindow)
    {
        (_source, _live, _record, _csv) = (source, live, record, csv);
        _timeline = new Timeline(classNames);
        _lines = csv is null ? null : new TimelineCsv(csv, classNames);
        _window = showsWindow ? new LiveWindow() : null;
    }

    private string? Page => _csv is null ? null : Path.ChangeExtension(_csv, ".html");

    /// <summary>Reads all frames.</summary>
    /// <returns>The exit code.</returns>
    public int Run(FrameReader frames, Interruption interruption)
    {
        var sinceLine = Stopwatch.StartNew();
        try
        {
            while (frames.Next(interruption.Token) is { } frame)
            {
                using (frame)
                {
                    _clock.Start();
                    if (!Add(frame))
                    {
                        break;
                    }
                }

                if (sinceLine.Elapsed > LineEvery)
                {
                    sinceLine.Restart();
                    Console.Error.WriteLine($"emotion: {Line(frames)}");
                }
            }
        }
        catch (OperationCanceledException) when (interruption.Happened)
        {
            // What there is is kept below.
        }
        finally
        {
            // Whatever happened, what was recorded is closed and the timeline drawn.
            _clock.Stop();
            Finish(frames);
        }

        return interruption.Happened ? Guard.Interrupted : 0;
    }

    public void Dispose()
    {
        _recording?.Dispose();
        _lines?.Dispose();
        _window?.Dispose();
    }

    private bool Add(CapturedFrame frame)
    {
        var photo = LivePicture.ToPhoto(frame.Image, $"{_source.Name}, frame {frame.Number}");
        var read = _live.Read(photo, frame.Number, frame.Seconds);
        _timeline.Add(read);
        _lines?.Add(read);
        _rate.Tick();
        if (_record is null && _window is null)
        {
            return true;
        }

        _live.Times.Measure(LiveStage.Draw, () => LivePicture.Draw(frame.Image, read, $"{_rate.PerSecond:0} fps"));
        if (_record is not null)
        {
            _live.Times.Measure(LiveStage.Encode, () =>
            {
                _recording ??= new VideoRecording(_record, frame.Image.Cols, frame.Image.Rows, _source.Rate);
                _recording.Add(frame.Image, frame.Seconds);
            });
        }

        // A file is shown in its own time; a camera sets the time itself.
        var early = _source.IsLive ? 0 : 1000 * (frame.Seconds + 1 / _source.Rate - _clock.Elapsed.TotalSeconds);
        return _window is null || _live.Times.Measure(LiveStage.Show, () => _window.Show(frame.Image, (int)early));
    }

    private void Finish(FrameReader frames)
    {
        _recording?.Dispose();
        _lines?.Dispose();
        Console.WriteLine(Line(frames));
        Report.Rows([.. Enum.GetValues<LiveStage>()
            .Select(stage => (Stage: stage, Time: _live.Times.Of(stage)))
            .Where(it => it.Time > TimeSpan.Zero && _timeline.Frames > 0)
            .Select(it => ($"  {$"{it.Stage}".ToLowerInvariant()}", $"{it.Time.TotalMilliseconds / _timeline.Frames:0.00} ms a frame"))]);
        foreach (var person in _timeline.Persons)
        {
            var shares = _timeline.ClassNames
                .Select(name => (Name: name, Share: _timeline.Seconds(person, name) / _timeline.Seconds(person)))
                .Where(it => it.Share >= 0.01)
                .OrderByDescending(it => it.Share);
            Report.Line($"person {person}: seen {_timeline.Seconds(person):0.0} s: {string.Join(", ", shares.Select(it => $"{it.Name} {100 * it.Share:0}%"))}");
        }

        if (Page is { } page && _timeline.Frames > 0)
        {
            TimelinePage.Save(_timeline, _source.Name, page);
        }

        foreach (var file in new[] { _recording is null ? null : _record, _csv, _timeline.Frames > 0 ? Page : null }.OfType<string>())
        {
            Report.Line(file);
        }
    }

    private string Line(FrameReader frames)
    {
        var rate = _clock.Elapsed.TotalSeconds > 0 ? _timeline.Frames / _clock.Elapsed.TotalSeconds : 0;
        return $"{_timeline.Frames:N0} frames at {rate:0.0} a second, {frames.Dropped:N0} dropped, {_timeline.Persons.Count:N0} "
            + (_timeline.Persons.Count == 1 ? "person" : "persons");
    }
}
