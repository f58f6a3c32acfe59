using EmotionNotebooks.Faces;
using EmotionNotebooks.Tests.Live;

namespace CameraBench;

/// <summary>The generated videos.</summary>
internal static class Videos
{
    /// <summary>640×480, 60 frames per second: faces of 180 to 120 pixels that circle.</summary>
    public static SampleVideo Faces(int count) => new(640, 480, 60, [.. Enumerable.Range(0, count).Select(i => new SampleActor(
        (ulong)(3 + i),
        count == 1 ? 220 : 170,
        t => new FacePoint((i + 0.5) * 640 / count + 30 * Math.Cos(t + i), 240 + 70 * Math.Sin(0.8 * t + i)),
        t => (Emotion)((int)(t / 2 + i) % 7)))]);

    /// <summary>480×300, 15 frames per second: two people, for the README.</summary>
    public static SampleVideo Show() => new(
        480,
        300,
        15,
        new SampleActor(3, 150, t => new FacePoint(110 + 25 * Math.Sin(0.8 * t), 150 + 12 * Math.Cos(0.6 * t)), t => Turn(t, Emotion.Happy, Emotion.Surprise, Emotion.Sad)),
        new SampleActor(5, 130, t => new FacePoint(350 + 25 * Math.Cos(0.7 * t), 160 + 15 * Math.Sin(0.9 * t)), t => Turn(t + 2, Emotion.Angry, Emotion.Happy, Emotion.Surprise)));

    private static Emotion Turn(double seconds, params Emotion[] emotions) => emotions[(int)(seconds / 4) % emotions.Length];
}
