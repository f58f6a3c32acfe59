using System.Collections.Concurrent;
using OpenCvSharp;

namespace EmotionNotebooks.Faces;

/// <summary>
/// Finds faces with YuNet (Wu et al. 2023, doi 10.1007/s11633-023-1423-y), through OpenCV. Its weights are the user's own file: 2022mar for
/// OpenCV 4.6, 2023mar from 4.8 on.
/// </summary>
public sealed class YuNetFaceDetector : IFaceDetector
{
    // The network sees pictures of one size: each is brought down (never up) to fit in, at the top left, with black beside it.
    private const int Side = 640;
    private const int Columns = 15;

    // Where a Haar cascade's box lies by the eyes of the same face: measured, see tests/bench/FacesBench (framing).
    private const double EyesPerBox = 0.41;
    private const double EyesAbove = 0.115;

    private readonly ConcurrentBag<FaceDetectorYN> _idle = [];
    private readonly string _path;
    private readonly float _threshold;

    /// <summary>Makes a detector; the file is read at once.</summary>
    /// <param name="path">YuNet's file.</param>
    /// <param name="threshold">The least score of a face, 0 to 1.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">OpenCV cannot use the file.</exception>
    public YuNetFaceDetector(string path, double threshold = 0.8)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{path}: no such file; expected YuNet's .onnx (2022mar for OpenCV 4.6, 2023mar from 4.8)");
        }

        (_path, _threshold) = (path, (float)threshold);
        try
        {
            _idle.Add(Load());
        }
        catch (OpenCVException e)
        {
            throw new InvalidDataException($"{path}: OpenCV {Cv2.GetVersionString()} cannot use it as YuNet ({e.Message})", e);
        }
    }

    /// <inheritdoc/>
    public string Name => "yunet";

    /// <inheritdoc/>
    public IReadOnlyList<DetectedFace> Detect(Photo photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        // A network serves one thread at a time; each thread that comes meanwhile gets its own.
        var network = _idle.TryTake(out var idle) ? idle : Load();
        try
        {
            return Detect(photo, network);
        }
        catch (OpenCVException e)
        {
            throw new InvalidDataException($"{_path}: OpenCV {Cv2.GetVersionString()} cannot run it as YuNet ({e.Message})", e);
        }
        finally
        {
            _idle.Add(network);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out var network))
        {
            network.Dispose();
        }
    }

    private FaceDetectorYN Load() => FaceDetectorYN.Create(_path, "", new Size(Side, Side), _threshold);

    private static DetectedFace[] Detect(Photo photo, FaceDetectorYN network)
    {
        var scale = Math.Min(1.0, (double)Side / Math.Max(photo.Width, photo.Height));
        using var pixels = new PinnedBytes(Fitted(photo, scale));
        using var picture = Mat.FromPixelData(Side, Side, MatType.CV_8UC3, pixels.Address);
        using var found = new Mat();
        network.Detect(picture, found);
        if (found.Rows == 0 || !found.GetArray(out float[] rows))
        {
            return [];
        }

        return [.. rows.Chunk(Columns).Select(row => Face(row, scale)).OrderByDescending(face => face.Box.Area)];
    }

    // Box (4), then the points: the eye on the picture's left, the other eye, nose and mouth; the score at the end.
    private static DetectedFace Face(float[] row, double scale)
    {
        var eyes = new EyePair(new(row[4] / scale, row[5] / scale), new(row[6] / scale, row[7] / scale));
        // A face that looks aside has its eyes close together: then its own height says more.
        var side = Math.Max(eyes.Distance / EyesPerBox, 0.85 * row[3] / scale);
        var down = new FaceSquare(eyes.Middle, side, eyes.Roll).Down;
        var centre = new FacePoint(eyes.Middle.X + EyesAbove * side * down.X, eyes.Middle.Y + EyesAbove * side * down.Y);
        return new(new(centre.X - side / 2, centre.Y - side / 2, side, side), row[14], eyes);
    }

    // Blue, green, red; each pixel is the mean of those that it stands for.
    private static byte[] Fitted(Photo photo, double scale)
    {
        var bgr = new byte[Side * Side * 3];
        var (width, height) = ((int)Math.Min(Side, photo.Width * scale), (int)Math.Min(Side, photo.Height * scale));
        var rgb = photo.Rgb.Span;
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = Range(y, scale, photo.Height);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = Range(x, scale, photo.Width);
                var (red, green, blue, count) = (0, 0, 0, (right - left) * (bottom - top));
                for (var v = top; v < bottom; v++)
                {
                    for (var at = (v * photo.Width + left) * 3; at < (v * photo.Width + right) * 3; at += 3)
                    {
                        (red, green, blue) = (red + rgb[at], green + rgb[at + 1], blue + rgb[at + 2]);
                    }
                }

                var to = (y * Side + x) * 3;
                (bgr[to], bgr[to + 1], bgr[to + 2]) = ((byte)(blue / count), (byte)(green / count), (byte)(red / count));
            }
        }

        return bgr;
    }

    private static (int From, int To) Range(int index, double scale, int limit)
    {
        var from = Math.Min((int)(index / scale), limit - 1);
        return (from, Math.Clamp((int)((index + 1) / scale), from + 1, limit));
    }
}
