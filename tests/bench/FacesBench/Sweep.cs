using System.Diagnostics;
using EmotionNotebooks.Data;
using EmotionNotebooks.Faces;

namespace FacesBench;

/// <summary>One pass over scenes with all thresholds open, then what each pair of thresholds would have kept.</summary>
internal static class Sweep
{
    public static void Print(HaarOptions options, FaceSet faces, IReadOnlyList<Photo> photographs, int perCell)
    {
        var random = new Random(7);
        var scenes = new Scenes(11, photographs);
        using var detector = new HaarFaceDetector(options with { WindowsWithEyes = 1, WindowsWithoutEyes = 1 });
        var hits = new List<(bool Eyes, double Score, int Roll)>();
        var wrong = new List<(bool Eyes, double Score)>();
        var (count, clock) = (0, new Stopwatch());
        foreach (var roll in new[] { 0, 15, 30 })
        {
            foreach (var size in new[] { 48, 96, 200 })
            {
                for (var i = 0; i < perCell; i++, count++)
                {
                    var (photo, truth) = scenes.WithFace(Rates.Pixels(faces, random.Next(faces.Count)), size, random.Next(2) == 0 ? roll : -roll);
                    _ = photo.Grey;
                    clock.Start();
                    var found = detector.Detect(photo);
                    clock.Stop();
                    if (found.FirstOrDefault(face => Rates.IsHit(face, truth)) is { } hit)
                        hits.Add((hit.Eyes is not null, hit.Score, roll));
                    wrong.AddRange(found.Where(face => !Rates.IsHit(face, truth)).Select(face => (face.Eyes is not null, face.Score)));
                }
            }
        }

        Console.WriteLine($"{count} scenes, {clock.Elapsed.TotalMilliseconds / count:0} ms each; of the hits {hits.Count(hit => hit.Eyes)} of {hits.Count} with eyes");
        foreach (var (with, without) in from a in new[] { 1, 2, 3, 5, 8 } from b in new[] { 2, 4, 6, 9, 12, 18, 30 } where b >= a select (a, b))
        {
            var kept = hits.Where(hit => hit.Score >= (hit.Eyes ? with : without)).ToArray();
            Console.WriteLine($"  {with,2} {without,2}: found {100.0 * kept.Length / count:0.0}% ("
                + string.Join(", ", new[] { 0, 15, 30 }.Select(roll => $"{300.0 * kept.Count(hit => hit.Roll == roll) / count:0}% at {roll}°"))
                + $"), false {wrong.Count(it => it.Score >= (it.Eyes ? with : without))}");
        }
    }
}
