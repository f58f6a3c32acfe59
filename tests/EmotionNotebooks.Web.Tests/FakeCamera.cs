using System.Text;
using EmotionNotebooks.Data;

namespace EmotionNotebooks.Web.Tests;

/// <summary>A film for Chromium's fake camera (YUV4MPEG2): a generated face that moves and changes its expression.</summary>
internal static class FakeCamera
{
    private const int Width = 640, Height = 480, Zoom = 6, Frames = 40, FramesPerFace = 10;
    private const int Side = FaceSet.Side * Zoom;

    public static void Write(string path)
    {
        using var film = File.Create(path);
        film.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        var colour = new byte[Width * Height / 2];
        colour.AsSpan().Fill(128);
        for (var i = 0; i < Frames; i++)
        {
            film.Write("FRAME\n"u8);
            film.Write(Grey(TestPictures.Pixels(i / FramesPerFace), 140 + i * 2, 90));
            film.Write(colour);
        }
    }

    private static byte[] Grey(byte[] face, int left, int top)
    {
        var grey = new byte[Width * Height];
        grey.AsSpan().Fill(120);
        for (var p = 0; p < Side * Side; p++)
        {
            grey[(top + p / Side) * Width + left + p % Side] = face[p / Side / Zoom * FaceSet.Side + p % Side / Zoom];
        }

        return grey;
    }
}
