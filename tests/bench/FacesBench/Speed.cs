using System.Diagnostics;
using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Training;

namespace FacesBench;

/// <summary>One face in frames of 640×480: frames per second, and where the time goes.</summary>
internal static class Speed
{
    private const int Blocks = 10;

    public static void Print(string detectorName, int frames)
    {
        using var detector = FaceDetectors.Create(detectorName);
        var target = ComputeTarget.Choose(new TrainingOptions { Precision = Precision.Fp32 });
        using var reader = new EmotionReader(ModelFile.Load(DefaultWeights.Find()), detector, target);
        var video = Video();
        foreach (var frame in video)
            _ = reader.Read(Photo.FromBgr(frame, Scenes.Width, Scenes.Height, "warming up"));
        var blocks = Enumerable.Range(0, Blocks).Select(_ => Block(video, frames / Blocks, detector, reader)).ToArray();
        var best = blocks.MinBy(block => block.Milliseconds.Sum())!;
        Console.WriteLine($"{detectorName}, {target}, the best of {Blocks} blocks of {frames / Blocks} frames (the machine may do other things): "
            + $"{1000 / best.Milliseconds.Sum():0.0} frames a second; {best.Processor:0.00} ms of processor time a frame; {best.Faces} faces in {frames / Blocks} frames");
        string[] parts = ["colours in order", "grey", "detection", "cutting out", "network"];
        for (var i = 0; i < parts.Length; i++)
            Console.WriteLine($"  {parts[i],-16} {best.Milliseconds[i]:0.00} ms");
        Console.WriteLine($"  {"all",-16} {best.Milliseconds.Sum():0.00} ms");
    }

    private static (double[] Milliseconds, double Processor, int Faces) Block(byte[][] video, int frames, IFaceDetector detector, EmotionReader reader)
    {
        var (clocks, found) = (Enumerable.Range(0, 5).Select(_ => new Stopwatch()).ToArray(), 0);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < frames; i++)
        {
            var photo = Timed(0, () => Photo.FromBgr(video[i % video.Length], Scenes.Width, Scenes.Height, $"frame {i}"));
            _ = Timed(1, () => photo.Grey);
            var faces = Timed(2, () => detector.Detect(photo));
            found += faces.Count;
            var crops = new byte[faces.Count * FaceSet.PixelsPerFace];
            Timed(3, () =>
            {
                for (var f = 0; f < faces.Count; f++)
                    FaceCrop.Cut(photo, faces[f], reader.Preprocessing, crops.AsSpan(f * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace));
                return 0;
            });
            _ = Timed(4, () => reader.Classify(crops));
        }

        process.Refresh();
        var processor = (process.TotalProcessorTime - before).TotalMilliseconds / frames;
        return ([.. clocks.Select(clock => clock.Elapsed.TotalMilliseconds / frames)], processor, found);

        T Timed<T>(int part, Func<T> work)
        {
            clocks[part].Start();
            var result = work();
            clocks[part].Stop();
            return result;
        }
    }

    // Blue, green, red, as a camera gives them: a sample face that grows from 120 to 240 pixels.
    private static byte[][] Video()
    {
        var face = Rates.Pixels(SampleFaces.Generate(100, 2013), 0).ToArray();
        var scenes = new Scenes(3, []);
        return [.. Enumerable.Range(0, 12).Select(i => scenes.WithFace(face, 120 + 10 * i, i - 6).Photo.Rgb.ToArray())];
    }
}
