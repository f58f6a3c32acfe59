using System.Buffers.Binary;
using System.Diagnostics;

namespace EmotionNotebooks.Tests.Data;

/// <summary>Damaged pictures: a face or a <see cref="FaceDataException"/>, soon, and nothing on the error stream.</summary>
[Trait("Needs", "Vision")]
public sealed class PictureFuzzTests
{
    private const int PerPicture = 100;

    private static readonly string[] Pictures =
    [
        "grey.png", "palette.png", "sixteen.png", "alpha.png", "turned-6.png",
        "grey.jpg", "colour.jpg", "progressive.jpg", "cmyk.jpg", "turned-5.jpg",
        "grey.bmp", "palette.bmp", "two.bmp", "masks.bmp", "alpha.bmp",
        "grey.webp", "lossy.webp", "alpha.webp", "turned-8.webp", "animated.webp",
    ];

    [Fact]
    public void Should_give_a_face_or_say_what_is_wrong_whatever_is_damaged()
    {
        var (faces, refused) = (0, 0);
        var printed = ErrorStream.During(() =>
        {
            foreach (var name in Pictures)
            {
                var random = new SeededRandom(16).Fork(name);
                var picture = PictureFixtures.Bytes(name);
                for (var turn = 0; turn < PerPicture; turn++)
                {
                    var damaged = Damage(picture, random);
                    // Half of the PNGs get right checksums, so that what lies behind these is tried as well.
                    if (name.EndsWith(".png", StringComparison.Ordinal) && turn % 2 == 0)
                        MendChecksums(damaged);
                    var clock = Stopwatch.StartNew();
                    if (IsFace(damaged, $"{name}, damaged in turn {turn}"))
                        faces++;
                    else
                        refused++;
                    Assert.True(clock.Elapsed.TotalSeconds < 2, $"{name}, turn {turn}: {clock.Elapsed}");
                }
            }
        });

        Assert.Equal("", printed);
        // Both happen, or this test damages too little or too much.
        Assert.True(faces > 50 && refused > 500, $"{faces} faces, {refused} refused");
    }

    private static bool IsFace(byte[] picture, string where)
    {
        try
        {
            PictureFixtures.Decode(picture, where);
            return true;
        }
        catch (FaceDataException e)
        {
            Assert.StartsWith($"{where}: ", e.Message);
            Assert.DoesNotContain('\n', e.Message);
            return false;
        }
    }

    private static byte[] Damage(byte[] picture, SeededRandom random)
    {
        var damaged = picture.ToList();
        for (var count = 1 + random.NextInt(4); count > 0 && damaged.Count > 1; count--)
        {
            var at = random.NextInt(damaged.Count);
            var length = Math.Min(1 + random.NextInt(40), damaged.Count - at);
            switch (random.NextInt(7))
            {
                case 0:
                    damaged[at] ^= (byte)(1 << random.NextInt(8));
                    break;
                case 1:
                    damaged[at] = (byte)random.NextInt(256);
                    break;
                case 2:
                    damaged[at] = random.NextInt(2) == 0 ? (byte)0 : (byte)255;
                    break;
                case 3:
                    damaged.RemoveRange(at, length);
                    break;
                case 4:
                    damaged.InsertRange(random.NextInt(damaged.Count), damaged.GetRange(at, length));
                    break;
                case 5:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
                default:
                    // Headers decide most.
                    damaged[random.NextInt(Math.Min(damaged.Count, 64))] = (byte)random.NextInt(256);
                    break;
            }
        }

        return [.. damaged];
    }

    private static void MendChecksums(byte[] png)
    {
        for (var at = 8; png.Length - at >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12)
                return;
            var body = png.AsSpan(at + 4, (int)length + 4);
            BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(at + 8 + (int)length), PngChecksum.Of(body));
            at += 12 + (int)length;
        }
    }
}
