using System.Diagnostics;
using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Live;
using EmotionNotebooks.Training;

namespace CameraBench;

/// <summary>Frames per second of the whole loop, and where the time goes.</summary>
internal static class LoopRate
{
    private const int Frames = 480;

    // The best of so many frames in a row counts for the rate, since the machine may do other things.
    private const int Block = 60;

    public static void Print(string? weights)
    {
        var folder = Directory.CreateTempSubdirectory("emotion-camera-").FullName;
        try
        {
            foreach (var faces in new[] { 1, 3 })
            {
                var video = Path.Combine(folder, $"{faces}.avi");
                Videos.Faces(faces).Write(video, Frames);
                foreach (var recording in new[] { null, Path.Combine(folder, "out.avi"), Path.Combine(folder, "out.mp4") })
                    Print(DefaultWeights.Find(weights), video, faces, recording);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string weights, string video, int faces, string? recordingPath)
    {
        var times = new StageTimes();
        var source = VideoSource.OpenInput(video);
        using var frames = new FrameReader(source, times);
        using var reader = new EmotionReader(
            ModelFile.Load(weights), FaceDetectors.Create(), ComputeTarget.Choose(new TrainingOptions { Precision = Precision.Fp32 }));
        using var live = new LiveReader(reader, null, times);
        using var recording = recordingPath is null ? null : new VideoRecording(recordingPath, 640, 480, source.Rate);
        using var process = Process.GetCurrentProcess();
        var (clock, count, persons, best, processor) = (new Stopwatch(), 0, 0, TimeSpan.MaxValue, process.TotalProcessorTime);
        while (frames.Next(CancellationToken.None) is { } frame)
        {
            using (frame)
            {
                var read = live.Read(LivePicture.ToPhoto(frame.Image, "frame"), frame.Number, frame.Seconds);
                persons += read.Persons.Count;
                if (recording is not null)
                {
                    times.Measure(LiveStage.Draw, () => LivePicture.Draw(frame.Image, read, "60 fps"));
                    times.Measure(LiveStage.Encode, () => recording.Add(frame.Image, frame.Seconds));
                }

                count++;
            }

            if (count % Block == 0)
            {
                best = clock.Elapsed < best && count > Block ? clock.Elapsed : best;
                clock.Restart();
            }
        }

        process.Refresh();
        processor = process.TotalProcessorTime - processor;
        Console.WriteLine($"{faces} {(faces == 1 ? "face" : "faces")}, recording {Path.GetExtension(recordingPath) ?? "none"}: {Block / best.TotalSeconds:0.0} frames a second, "
            + $"the best of blocks of {Block}; {processor.TotalMilliseconds / count:0.0} ms of processor time a frame; seen in {100.0 * persons / count / faces:0.0}% of the frames");
        Console.WriteLine("  " + string.Join(", ", Enum.GetValues<LiveStage>().Select(stage => $"{stage} {times.Of(stage).TotalMilliseconds / count:0.00}")) + " ms a frame");
    }
}
