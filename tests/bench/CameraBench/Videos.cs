using EmotionNotebooks.Faces;
using EmotionNotebooks.Live;
using EmotionNotebooks.Tests.Live;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace CameraBench;

/// <summary>The generated videos.</summary>
internal static class Videos
{
    /// <summary>640×480, 60 frames per second: faces of 220 or 170 pixels that circle and change their expression.</summary>
    public static SampleVideo Faces(int count) => new(640, 480, 60, [.. Enumerable.Range(0, count).Select(i => new SampleActor(
        (ulong)(3 + i),
        count == 1 ? 220 : 170,
        t => new FacePoint((i + 0.5) * 640 / count + 30 * Math.Cos(t + i), 240 + 70 * Math.Sin(0.8 * t + i)),
        t => (Emotion)((int)(t / 2 + i) % 7)))]);

    /// <summary>640×280, 10 frames per second: two people, for the README.</summary>
    public static SampleVideo Show() => new(
        640,
        280,
        10,
        new SampleActor(3, 160, t => new FacePoint(110 + 20 * Math.Sin(0.8 * t), 140 + 12 * Math.Cos(0.6 * t)), t => Turn(t, Emotion.Happy, Emotion.Surprise)),
        new SampleActor(5, 150, t => new FacePoint(420 + 20 * Math.Cos(0.7 * t), 140 + 12 * Math.Sin(0.9 * t)), t => Turn(t + 1.5, Emotion.Angry, Emotion.Happy)));

    /// <summary>Writes a video's frames as PNG.</summary>
    public static void Split(string video, string folder)
    {
        Directory.CreateDirectory(folder);
        using var source = VideoSource.OpenInput(video);
        for (var i = 0; source.Read() is { } frame; i++)
        {
            using (frame)
            {
                var photo = LivePicture.ToPhoto(frame, "frame");
                using var picture = Image.LoadPixelData<Rgb24>(photo.Rgb.Span, photo.Width, photo.Height);
                picture.SaveAsPng(Path.Combine(folder, $"{i:0000}.png"));
            }
        }
    }

    private static Emotion Turn(double seconds, params Emotion[] emotions) => emotions[(int)(seconds / 3) % emotions.Length];
}
