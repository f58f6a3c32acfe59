using System.Diagnostics;
using EmotionNotebooks.Data;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Metrics;

namespace FacesBench;

/// <summary>How many faces are found, by size and by angle, and how much is found where there is none.</summary>
internal static class Rates
{
    private static readonly int[] Sizes = [48, 80, 130, 220];
    private static readonly int[] Rolls = [0, 15, 30, 45];

    public static void Print(IFaceDetector detector, FaceSet faces, IReadOnlyList<Photo> photographs, int perCell, int empty)
    {
        var clock = Stopwatch.StartNew();
        var random = new Random(7);
        var scenes = new Scenes(11, photographs);
        var (found, eyes, extra, all) = (0, 0, 0, 0);
        Console.WriteLine($"| side \\ turned | {string.Join(" | ", Rolls.Select(roll => $"{roll}°"))} |");
        Console.WriteLine($"| --- |{string.Concat(Rolls.Select(_ => " --- |"))}");
        foreach (var size in Sizes)
        {
            var cells = new List<string>();
            foreach (var roll in Rolls)
            {
                var hits = 0;
                for (var i = 0; i < perCell; i++)
                {
                    var turn = random.Next(2) == 0 ? roll : -roll;
                    var (photo, truth) = scenes.WithFace(Pixels(faces, random.Next(faces.Count)), size, turn);
                    var detected = detector.Detect(photo);
                    var hit = detected.FirstOrDefault(face => IsHit(face, truth));
                    hits += hit is null ? 0 : 1;
                    eyes += hit?.Eyes is null ? 0 : 1;
                    extra += detected.Count(face => !IsHit(face, truth));
                }

                cells.Add($"{100.0 * hits / perCell:0}%");
                (found, all) = (found + hits, all + perCell);
            }

            Console.WriteLine($"| {size} | {string.Join(" | ", cells)} |");
        }

        var false1 = Enumerable.Range(0, empty).Sum(_ => detector.Detect(scenes.Empty()).Count);
        var interval = WilsonInterval.Of(found, all);
        Console.WriteLine($"all: {100.0 * found / all:0.0}% ({100 * interval.Lower:0.0}–{100 * interval.Upper:0.0}%, n = {all}); with eyes {100.0 * eyes / all:0.0}%; "
            + $"false beside a face {extra} in {all}; false in empty scenes {false1} in {empty}; {clock.Elapsed.TotalMilliseconds / (all + empty):0.0} ms each");
    }

    public static ReadOnlySpan<byte> Pixels(FaceSet faces, int row) => faces.Pixels.Span.Slice(row * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace);

    public static bool IsHit(DetectedFace face, FaceSquare truth)
    {
        var (dx, dy) = (face.Box.Centre.X - truth.Centre.X, face.Box.Centre.Y - truth.Centre.Y);
        return Math.Sqrt(dx * dx + dy * dy) < 0.3 * truth.Side && face.Box.Width / truth.Side is > 0.5 and < 1.5;
    }
}
