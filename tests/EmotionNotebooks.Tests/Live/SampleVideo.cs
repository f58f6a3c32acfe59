using System.Runtime.InteropServices;
using EmotionNotebooks.Faces;
using OpenCvSharp;

namespace EmotionNotebooks.Tests.Live;

/// <summary>A generated video: drawn faces that move over a soft slope of colour and change their expression.</summary>
/// <param name="width">In pixels.</param>
/// <param name="height">In pixels.</param>
/// <param name="rate">Frames per second.</param>
/// <param name="actors">Who is seen.</param>
internal sealed class SampleVideo(int width, int height, double rate, params SampleActor[] actors)
{
    private readonly Dictionary<(ulong Seed, Emotion Emotion), byte[]> _faces = [];

    public double Rate => rate;

    /// <summary>Writes a number of frames.</summary>
    public void Write(string path, int frames, string codec = "MJPG")
    {
        using var writer = new VideoWriter(path, FourCC.FromString(codec), rate, new Size(width, height));
        if (!writer.IsOpened())
            throw new IOException($"{path}: OpenCV cannot write {codec} here");
        for (var i = 0; i < frames; i++)
        {
            var bytes = Frame(i);
            var pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
            using var frame = Mat.FromPixelData(height, width, MatType.CV_8UC3, pinned.AddrOfPinnedObject());
            writer.Write(frame);
            pinned.Free();
        }

        writer.Release();
    }

    /// <summary>A frame: height × width × 3 bytes of blue, green and red.</summary>
    public byte[] Frame(int index)
    {
        var pixels = new byte[width * height * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i / 3 % width, i / 3 / width);
            pixels[i] = (byte)(110 - 15 * (i % 3) + 50 * x / width + 40 * y / height);
        }

        foreach (var actor in actors)
        {
            if (actor.Place(index / rate) is { } centre)
                Draw(pixels, Face(actor, index), actor.Side, centre);
        }

        return pixels;
    }

    /// <summary>The middle of an actor's face in a frame.</summary>
    public FacePoint? Truth(int actor, int index) => actors[actor].Place(index / rate);

    private byte[] Face(SampleActor actor, int index)
    {
        var key = (actor.Seed, actor.Emotion(index / rate));
        if (!_faces.TryGetValue(key, out var face))
        {
            _faces.Add(key, face = new byte[FaceSet.PixelsPerFace]);
            SampleFaces.Draw(key.Item2, actor.Seed, face);
        }

        return face;
    }

    // Bilinear, and fading into the background at its border.
    private void Draw(byte[] pixels, byte[] face, int side, FacePoint centre)
    {
        const int last = FaceSet.Side - 1;
        var (left, top) = (centre.X - side / 2.0, centre.Y - side / 2.0);
        for (var y = Math.Max(0, (int)top); y < Math.Min(height, top + side); y++)
        {
            for (var x = Math.Max(0, (int)left); x < Math.Min(width, left + side); x++)
            {
                var (u, v) = ((x + 0.5 - left) / side, (y + 0.5 - top) / side);
                var share = Math.Clamp(Math.Min(Math.Min(u, 1 - u), Math.Min(v, 1 - v)) / 0.06, 0, 1);
                var (fx, fy) = (Math.Clamp(u * FaceSet.Side - 0.5, 0, last), Math.Clamp(v * FaceSet.Side - 0.5, 0, last));
                var (x0, y0) = (Math.Min((int)fx, last - 1), Math.Min((int)fy, last - 1));
                double At(int dx, int dy) => face[(y0 + dy) * FaceSet.Side + x0 + dx];
                var above = At(0, 0) + (fx - x0) * (At(1, 0) - At(0, 0));
                var below = At(0, 1) + (fx - x0) * (At(1, 1) - At(0, 1));
                var value = above + (fy - y0) * (below - above);
                for (var c = 0; c < 3; c++)
                {
                    ref var pixel = ref pixels[(y * width + x) * 3 + c];
                    pixel = (byte)(share * Math.Clamp(value * (0.9 + 0.07 * c), 0, 255) + (1 - share) * pixel + 0.5);
                }
            }
        }
    }
}
