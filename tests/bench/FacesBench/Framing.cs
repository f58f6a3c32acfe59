using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Training;

namespace FacesBench;

/// <summary>Where the detector's box lies within FER-2013's own framing, and what each margin costs in accuracy.</summary>
internal static class Framing
{
    private const int Side = 144; // three pixels of the scene for one of the face

    private static readonly double[] Margins = [1.0, 1.1, 1.2, 1.3, 1.4];

    public static void Print(FaceSet faces, IReadOnlyList<Photo> photographs, int count)
    {
        using var reader = new EmotionReader(
            ModelFile.Load(DefaultWeights.Find()), null, ComputeTarget.Choose(new TrainingOptions { Precision = Precision.Fp32 }), new() { PictureIsFace = true });
        using var detector = new HaarFaceDetector(new() { Angles = [0] });
        var found = Find(detector, faces, new Scenes(5, photographs), count);
        Console.WriteLine($"found {found.Count} of {count} upright faces of {Side} pixels");
        Quartiles("margin (side of the face's frame / side of the box)", found.Select(it => it.Truth.Side / it.Face.Box.Width));
        Quartiles("drop (frame's middle below the box's / side of the box)", found.Select(it => (it.Truth.Centre.Y - it.Face.Box.Centre.Y) / it.Face.Box.Height));
        Quartiles("to the right (the same)", found.Select(it => (it.Truth.Centre.X - it.Face.Box.Centre.X) / it.Face.Box.Width));
        var eyes = found.Where(it => it.Face.Eyes is not null).ToArray();
        Quartiles("eye distance / side of the box", eyes.Select(it => it.Face.Eyes!.Value.Distance / it.Face.Box.Width));
        Quartiles("box's middle below the eyes' / side of the box", eyes.Select(it => (it.Face.Box.Centre.Y - it.Face.Eyes!.Value.Middle.Y) / it.Face.Box.Width));
        Quartiles("turned, by the eyes, degrees", eyes.Select(it => it.Face.Roll));

        var labels = found.Select(it => (int)faces.Labels[it.Row]).ToArray();
        var original = new byte[found.Count * FaceSet.PixelsPerFace];
        for (var i = 0; i < found.Count; i++)
            Rates.Pixels(faces, found[i].Row).CopyTo(original.AsSpan(i * FaceSet.PixelsPerFace));
        Accuracy("original pixels of those faces", original, labels, reader);
        foreach (var upright in new[] { true, false })
        {
            foreach (var margin in Margins)
            {
                foreach (var drop in new[] { 0, 0.04 })
                {
                    var preprocessing = new FacePreprocessing { Margin = margin, Drop = drop, TurnsUpright = upright };
                    var crops = new byte[original.Length];
                    for (var i = 0; i < found.Count; i++)
                        FaceCrop.Cut(found[i].Photo, found[i].Face, preprocessing, crops.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace));
                    Accuracy($"margin {margin:0.00}, drop {drop:0.00}, {(upright ? "turned upright" : "as it is")}", crops, labels, reader);
                }
            }
        }
    }

    private static List<(int Row, Photo Photo, FaceSquare Truth, DetectedFace Face)> Find(
        HaarFaceDetector detector, FaceSet faces, Scenes scenes, int count)
    {
        var found = new List<(int, Photo, FaceSquare, DetectedFace)>();
        for (var i = 0; i < count; i++)
        {
            var row = (int)((long)i * faces.Count / count);
            var (photo, truth) = scenes.WithFace(Rates.Pixels(faces, row), Side, 0);
            if (detector.Detect(photo).FirstOrDefault(face => Rates.IsHit(face, truth)) is { } hit)
                found.Add((row, photo, truth, hit));
        }

        return found;
    }

    private static void Accuracy(string name, byte[] crops, int[] labels, EmotionReader reader)
    {
        var rows = reader.Classify(crops).Chunk(reader.ClassNames.Count).ToArray();
        var right = rows.Where((row, i) => Array.IndexOf(row, row.Max()) == labels[i]).Count();
        var interval = WilsonInterval.Of(right, labels.Length);
        Console.WriteLine($"{name}: {100 * interval.Estimate:0.0}% ({100 * interval.Lower:0.0}–{100 * interval.Upper:0.0}%, n = {labels.Length})");
    }

    private static void Quartiles(string name, IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        Console.WriteLine($"{name}: {At(0.25):0.000}, {At(0.5):0.000}, {At(0.75):0.000}");

        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }
}
