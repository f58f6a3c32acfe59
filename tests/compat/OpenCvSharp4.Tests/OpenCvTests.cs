using System.Runtime.InteropServices;
using EmotionNotebooks.Compat.Tests;

namespace OpenCvSharp.Tests;

[Trait("Needs", "OpenCV")]
public sealed class OpenCvTests : IDisposable
{
    private readonly byte[] _pixels = [.. Enumerable.Range(0, 64).Select(i => (byte)(i * 4))];
    private readonly GCHandle _pinned;

    public OpenCvTests() => _pinned = GCHandle.Alloc(_pixels, GCHandleType.Pinned);

    public void Dispose() => _pinned.Free();

    [Fact]
    public void Should_see_the_callers_pixels()
    {
        using var mat = Over(8, 8);

        Assert.Equal((8, 8), (mat.Rows, mat.Cols));
        Assert.True(mat.GetArray(out byte[] pixels));
        Assert.Equal(_pixels, pixels);
        _pixels[9] = 1;
        mat.GetArray(out pixels);
        Assert.Equal(1, pixels[9]);
    }

    [Fact]
    public void Should_skip_a_rows_padding()
    {
        using var mat = Mat.FromPixelData(8, 6, MatType.CV_8UC1, _pinned.AddrOfPinnedObject(), 8);
        using var small = new Mat();

        Cv2.Resize(mat, small, new Size(3, 4), interpolation: InterpolationFlags.Area);

        Assert.True(small.GetArray(out byte[] pixels));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (byte)(i / 3 * 64 + i % 3 * 8 + 18)), pixels);
    }

    [Fact]
    public void Should_map_pixels_by_a_matrix()
    {
        using var mat = Over(8, 8);
        using var shifted = new Mat();
        double[] values = [1, 0, 2, 0, 1, 1];
        var pinned = GCHandle.Alloc(values, GCHandleType.Pinned);
        using var matrix = Mat.FromPixelData(2, 3, MatType.CV_64FC1, pinned.AddrOfPinnedObject());

        Cv2.WarpAffine(mat, shifted, matrix, new Size(4, 4), InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap, BorderTypes.Replicate);

        pinned.Free();
        Assert.True(shifted.GetArray(out byte[] pixels));
        Assert.Equal(Enumerable.Range(0, 16).Select(i => _pixels[(i / 4 + 1) * 8 + i % 4 + 2]), pixels);
    }

    [Fact]
    public void Should_throw_what_opencv_says_and_print_nothing()
    {
        using var mat = Over(8, 8);
        using var small = new Mat();

        Assert.Contains("inv_scale_x", Assert.Throws<OpenCVException>(() => Cv2.Resize(mat, small, new Size(0, 0))).Message, StringComparison.OrdinalIgnoreCase);
        Assert.Throws<FileNotFoundException>(() => new CascadeClassifier("nowhere.xml"));
        Assert.Throws<OpenCVException>(() => FaceDetectorYN.Create("nowhere.onnx", "", new Size(320, 320)));
    }

    [Fact]
    public void Should_tell_a_cascade_from_another_file()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "<?xml version=\"1.0\"?><opencv_storage></opencv_storage>");
        using var cascade = new CascadeClassifier(path);
        File.Delete(path);

        Assert.True(cascade.Empty());
    }

    [Fact]
    public void Should_give_every_handle_back()
    {
        Subset.SkipOnThePackage();
        var before = Subset.LiveHandles();
        for (var i = 0; i < 20; i++)
        {
            using var mat = Over(8, 8);
            using var small = new Mat();
            Cv2.Resize(mat, small, new Size(4, 4));
        }

        Assert.Equal(before, Subset.LiveHandles());
    }

    [Fact]
    public void Should_refuse_what_is_disposed()
    {
        var mat = Over(8, 8);
        mat.Dispose();
        mat.Dispose();

        Assert.Throws<ObjectDisposedException>(() => mat.Rows);
    }

    private Mat Over(int rows, int cols) => Mat.FromPixelData(rows, cols, MatType.CV_8UC1, _pinned.AddrOfPinnedObject());
}
