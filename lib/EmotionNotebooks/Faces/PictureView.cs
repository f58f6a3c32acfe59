using System.Runtime.InteropServices;
using OpenCvSharp;

namespace EmotionNotebooks.Faces;

/// <summary>A picture, or a part of it, as it looks scaled and turned upright: what goes into a cascade.</summary>
internal sealed class PictureView
{
    private readonly FacePoint _centre; // of the part, in the picture
    private readonly double _scale;
    private readonly double _roll;
    private readonly Size _size;

    private PictureView(FacePoint centre, double scale, double roll, Size size) => (_centre, _scale, _roll, _size) = (centre, scale, roll, size);

    /// <summary>A whole picture, seen as if it were turned back by an angle.</summary>
    public static PictureView Turned(int width, int height, double scale, double roll)
    {
        var (sine, cosine) = (Math.Abs(Math.Sin(roll * Math.PI / 180)), Math.Abs(Math.Cos(roll * Math.PI / 180)));
        var size = new Size((int)Math.Ceiling(scale * (width * cosine + height * sine)), (int)Math.Ceiling(scale * (width * sine + height * cosine)));
        return new(new(width / 2.0, height / 2.0), scale, roll, size);
    }

    /// <summary>The upper part of a square of a picture, at a given size.</summary>
    public static PictureView Upper(FaceSquare square, int width, int height)
    {
        var scale = width / square.Side;
        var up = (width - height) / 2.0 / scale;
        return new(new(square.Centre.X - up * square.Down.X, square.Centre.Y - up * square.Down.Y), scale, square.Roll, new(width, height));
    }

    /// <summary>The picture's pixels in this view.</summary>
    /// <param name="picture">8-bit grey.</param>
    public Mat Take(Mat picture)
    {
        var view = new Mat();
        if (_roll == 0 && _centre == new FacePoint(picture.Cols / 2.0, picture.Rows / 2.0))
        {
            Cv2.Resize(picture, view, _size, interpolation: InterpolationFlags.Area);
            return view;
        }

        // What a pixel of the view covers must not be much more than one pixel of what is sampled.
        using var smaller = new Mat();
        var half = Math.Min(1, _scale);
        if (half < 1)
        {
            var size = new Size(Math.Max(1, (int)Math.Round(picture.Cols * half)), Math.Max(1, (int)Math.Round(picture.Rows * half)));
            Cv2.Resize(picture, smaller, size, interpolation: InterpolationFlags.Area);
        }

        Warp(half < 1 ? smaller : picture, half, view);
        return view;
    }

    /// <summary>A window of this view, in the picture.</summary>
    public FaceWindow ToPicture(Rect window) =>
        new(ToPicture(new FacePoint(window.X + window.Width / 2.0, window.Y + window.Height / 2.0)), window.Width / _scale, _roll);

    /// <summary>A point of this view, in the picture.</summary>
    public FacePoint ToPicture(FacePoint point)
    {
        var square = new FaceSquare(default, 1, _roll);
        var (across, along) = ((point.X - _size.Width / 2.0) / _scale, (point.Y - _size.Height / 2.0) / _scale);
        return new(
            _centre.X + across * square.Right.X + along * square.Down.X,
            _centre.Y + across * square.Right.Y + along * square.Down.Y);
    }

    // WarpAffine asks where each pixel of the view comes from; pixel k's middle is at k for it, and at k + ½ here.
    private void Warp(Mat source, double sourceScale, Mat view)
    {
        var origin = ToPicture(new FacePoint(0.5, 0.5));
        var right = ToPicture(new FacePoint(1.5, 0.5));
        var down = ToPicture(new FacePoint(0.5, 1.5));
        double[] matrix =
        [
            (right.X - origin.X) * sourceScale, (down.X - origin.X) * sourceScale, origin.X * sourceScale - 0.5,
            (right.Y - origin.Y) * sourceScale, (down.Y - origin.Y) * sourceScale, origin.Y * sourceScale - 0.5,
        ];
        var pinned = GCHandle.Alloc(matrix, GCHandleType.Pinned);
        try
        {
            using var m = Mat.FromPixelData(2, 3, MatType.CV_64FC1, pinned.AddrOfPinnedObject());
            Cv2.WarpAffine(source, view, m, _size, InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap, BorderTypes.Replicate);
        }
        finally
        {
            pinned.Free();
        }
    }
}
