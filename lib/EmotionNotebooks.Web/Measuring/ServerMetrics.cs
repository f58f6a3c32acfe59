using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Web.Measuring;

/// <summary>What the server counts, as text for Prometheus (format 0.0.4).</summary>
internal sealed class ServerMetrics
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly ConcurrentDictionary<(string Path, int Status), long> _requests = new();
    private readonly ConcurrentDictionary<string, long> _faces = new();
    private readonly Histogram _predictionSeconds = new(0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10);
    private readonly Histogram _batchFaces = new(1, 2, 4, 8, 16, 32, 64);
    private readonly double _started = new DateTimeOffset(Process.GetCurrentProcess().StartTime).ToUnixTimeMilliseconds() / 1000.0;
    private long _pictures;

    /// <summary>Counts an answer.</summary>
    /// <param name="path">The endpoint's path, one of a few.</param>
    /// <param name="status">The HTTP status.</param>
    public void Answered(string path, int status) => _requests.AddOrUpdate((path, status), 1, (_, count) => count + 1);

    /// <summary>Counts a request's pictures, what was seen in them, and how long it took.</summary>
    public void Predicted(IReadOnlyCollection<PhotoReading> readings, TimeSpan time)
    {
        Interlocked.Add(ref _pictures, readings.Count);
        foreach (var face in readings.SelectMany(reading => reading.Faces))
        {
            _faces.AddOrUpdate(face.Predicted, 1, (_, count) => count + 1);
        }

        _predictionSeconds.Observe(time.TotalSeconds);
    }

    /// <summary>Counts a batch that the network classified.</summary>
    public void Batch(int faces) => _batchFaces.Observe(faces);

    /// <summary>Writes all of it.</summary>
    /// <param name="inFlight">Requests that are worked on.</param>
    /// <param name="waiting">Pictures that wait.</param>
    public string Write(int inFlight, int waiting)
    {
        var text = new StringBuilder();
        Head("emotion_requests_total", "counter", "Answers, by endpoint and HTTP status.");
        foreach (var ((path, status), count) in _requests.OrderBy(it => it.Key))
        {
            Line($"emotion_requests_total{{path=\"{path}\",status=\"{status}\"}} {count}");
        }

        Head("emotion_pictures_total", "counter", "Pictures that were read.");
        Line($"emotion_pictures_total {Interlocked.Read(ref _pictures)}");
        Head("emotion_faces_total", "counter", "Faces that were read, by predicted class.");
        foreach (var (emotion, count) in _faces.OrderBy(it => it.Key, StringComparer.Ordinal))
        {
            Line($"emotion_faces_total{{emotion=\"{emotion}\"}} {count}");
        }

        Head("emotion_prediction_seconds", "histogram", "From the whole body's arrival to the answer.");
        _predictionSeconds.WriteTo(text, "emotion_prediction_seconds");
        Head("emotion_batch_faces", "histogram", "Faces that the network classified in one go.");
        _batchFaces.WriteTo(text, "emotion_batch_faces");
        Head("emotion_requests_in_flight", "gauge", "Requests for predictions that are worked on.");
        Line($"emotion_requests_in_flight {inFlight}");
        Head("emotion_pictures_waiting", "gauge", "Pictures that wait to be searched or classified.");
        Line($"emotion_pictures_waiting {waiting}");
        WriteProcess();
        return text.ToString();

        void WriteProcess()
        {
            using var process = Process.GetCurrentProcess();
            Head("process_resident_memory_bytes", "gauge", "Resident memory.");
            Line($"process_resident_memory_bytes {process.WorkingSet64}");
            Head("process_cpu_seconds_total", "counter", "Processor time, user and system.");
            Line($"process_cpu_seconds_total {process.TotalProcessorTime.TotalSeconds:0.###}");
            Head("process_start_time_seconds", "gauge", "Start, in seconds since 1970.");
            Line($"process_start_time_seconds {_started:0.###}");
        }

        void Head(string name, string type, string help) => text.Append($"# HELP {name} {help}\n# TYPE {name} {type}\n");

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
