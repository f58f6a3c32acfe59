using EmotionNotebooks.Data;
using EmotionNotebooks.Faces;

namespace FacesBench;

/// <summary>Pictures of 640×480 pixels without and with a face: cloudy, cluttered and, where photographs are at hand, real backgrounds.</summary>
internal sealed class Scenes(int seed, IReadOnlyList<Photo> photographs)
{
    public const int Width = 640;
    public const int Height = 480;

    // Clouds take longer than finding faces in them: backgrounds are made once and serve several scenes.
    private const int Backgrounds = 36;

    private readonly Random _random = new(seed);
    private readonly List<byte[]> _backgrounds = [];

    /// <summary>Grey pixels without a face.</summary>
    public byte[] Background()
    {
        if (_backgrounds.Count < Backgrounds)
            _backgrounds.Add(MakeBackground(_backgrounds.Count % (photographs.Count > 0 ? 3 : 2)));
        return [.. _backgrounds[_random.Next(_backgrounds.Count)]];
    }

    private byte[] MakeBackground(int kind) => kind switch
    {
        0 => Clouds(),
        1 => Clutter(),
        _ => Excerpt(photographs[_random.Next(photographs.Count)]),
    };

    /// <summary>A scene without a face.</summary>
    public Photo Empty() => ToPhoto(Background(), "without a face");

    /// <summary>A scene with a face of a given size, turned by a given angle, somewhere.</summary>
    public (Photo Photo, FaceSquare Truth) WithFace(ReadOnlySpan<byte> face, double side, double roll)
    {
        var pixels = Background();
        var reach = side * 0.75;
        var centre = new FacePoint(reach + _random.NextDouble() * (Width - 2 * reach), reach + _random.NextDouble() * (Height - 2 * reach));
        var truth = new FaceSquare(centre, side, roll);
        Paste(pixels, face, truth);
        return (ToPhoto(pixels, $"a face of {side:0} pixels, turned by {roll:0}"), truth);
    }

    // The last tenth of the face's border fades into the background, since no photograph has a hard edge there.
    private static void Paste(byte[] pixels, ReadOnlySpan<byte> face, FaceSquare at)
    {
        var reach = (int)(at.Side * 0.75) + 1;
        for (var y = Math.Max(0, (int)at.Centre.Y - reach); y < Math.Min(Height, (int)at.Centre.Y + reach); y++)
        {
            for (var x = Math.Max(0, (int)at.Centre.X - reach); x < Math.Min(Width, (int)at.Centre.X + reach); x++)
            {
                var (dx, dy) = (x + 0.5 - at.Centre.X, y + 0.5 - at.Centre.Y);
                var u = (dx * at.Right.X + dy * at.Right.Y) / at.Side + 0.5;
                var v = (dx * at.Down.X + dy * at.Down.Y) / at.Side + 0.5;
                var edge = Math.Min(Math.Min(u, 1 - u), Math.Min(v, 1 - v));
                if (edge <= 0)
                    continue;
                var share = Math.Min(1, edge / 0.06);
                var value = Sample(face, u * FaceSet.Side - 0.5, v * FaceSet.Side - 0.5);
                ref var pixel = ref pixels[y * Width + x];
                pixel = (byte)(share * value + (1 - share) * pixel + 0.5);
            }
        }
    }

    private static double Sample(ReadOnlySpan<byte> face, double x, double y)
    {
        const int last = FaceSet.Side - 1;
        (x, y) = (Math.Clamp(x, 0, last), Math.Clamp(y, 0, last));
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, last), Math.Min(top + 1, last));
        var (fx, fy) = (x - left, y - top);
        var above = face[top * FaceSet.Side + left] * (1 - fx) + face[top * FaceSet.Side + right] * fx;
        var below = face[bottom * FaceSet.Side + left] * (1 - fx) + face[bottom * FaceSet.Side + right] * fx;
        return above * (1 - fy) + below * fy;
    }

    // Noise of several octaves on a slope.
    private byte[] Clouds()
    {
        var sums = new double[Width * Height];
        var (slopeX, slopeY) = (_random.NextDouble() - 0.5, _random.NextDouble() - 0.5);
        for (var cell = 160; cell >= 5; cell /= 2)
        {
            var (columns, rows) = (Width / cell + 3, Height / cell + 3);
            var lattice = Enumerable.Range(0, columns * rows).Select(_ => _random.NextDouble() - 0.5).ToArray();
            for (var i = 0; i < sums.Length; i++)
            {
                var (x, y) = ((double)(i % Width) / cell, (double)(i / Width) / cell);
                var (left, top) = ((int)x, (int)y);
                var (fx, fy) = (x - left, y - top);
                var at = top * columns + left;
                var above = lattice[at] * (1 - fx) + lattice[at + 1] * fx;
                var below = lattice[at + columns] * (1 - fx) + lattice[at + columns + 1] * fx;
                sums[i] += (above * (1 - fy) + below * fy) * Math.Sqrt(cell / 160.0);
            }
        }

        return [.. sums.Select((sum, i) =>
            (byte)Math.Clamp(128 + 130 * sum + 90 * slopeX * (i % Width) / Width + 90 * slopeY * i / sums.Length + _random.Next(-4, 5), 0, 255))];
    }

    // Boxes, discs, stripes and rows of dark dots over clouds: what cascades take for faces.
    private byte[] Clutter()
    {
        var pixels = Clouds();
        for (var thing = 0; thing < 60; thing++)
        {
            var (kind, shade) = (_random.Next(4), (byte)_random.Next(256));
            var (left, top) = (_random.Next(Width), _random.Next(Height));
            var (width, height) = (_random.Next(8, 160), _random.Next(8, 160));
            for (var y = top; y < Math.Min(Height, top + height); y++)
            {
                for (var x = left; x < Math.Min(Width, left + width); x++)
                {
                    var (u, v) = (2.0 * (x - left) / width - 1, 2.0 * (y - top) / height - 1);
                    var inside = kind switch
                    {
                        0 => true,
                        1 => u * u + v * v < 1,
                        2 => (y - top) / 6 % 2 == 0,
                        _ => (x - left) % 14 < 7 && (y - top) % 18 < 9,
                    };
                    if (inside)
                        pixels[y * Width + x] = (byte)Math.Clamp(shade + _random.Next(-6, 7), 0, 255);
                }
            }
        }

        return pixels;
    }

    private byte[] Excerpt(Photo photograph)
    {
        var zoom = Math.Max((double)Width / photograph.Width, (double)Height / photograph.Height);
        var (left, top) = (_random.NextDouble() * (photograph.Width - Width / zoom), _random.NextDouble() * (photograph.Height - Height / zoom));
        var mirrored = _random.Next(2) == 0;
        var grey = photograph.Grey.Span;
        var pixels = new byte[Width * Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var column = mirrored ? Width - 1 - i % Width : i % Width;
            var x = Math.Min(photograph.Width - 1, (int)(left + column / zoom));
            var y = Math.Min(photograph.Height - 1, (int)(top + i / Width / zoom));
            pixels[i] = grey[y * photograph.Width + x];
        }

        return pixels;
    }

    private static Photo ToPhoto(byte[] grey, string origin)
    {
        var rgb = new byte[grey.Length * 3];
        for (var i = 0; i < rgb.Length; i++)
            rgb[i] = grey[i / 3];
        return Photo.FromRgb(rgb, Width, Height, origin);
    }
}
