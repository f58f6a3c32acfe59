namespace EmotionNotebooks.Tests.Data;

public class FaceStatisticsTests
{
    [Fact]
    public void Should_Be_Mean_And_Deviation_Of_The_Pixels()
    {
        // Grey 100; half 0 and half 200.
        var pixels = new byte[2 * FaceSet.PixelsPerFace];
        pixels.AsSpan(0, FaceSet.PixelsPerFace).Fill(100);
        pixels.AsSpan(FaceSet.PixelsPerFace, FaceSet.PixelsPerFace / 2).Fill(200);

        var statistics = FaceStatistics.Of(Set(pixels, 0, 1));

        Assert.Equal([100f, 100f], statistics.Means);
        Assert.Equal([0f, 100f], statistics.Deviations);
    }

    [Fact]
    public void Should_Average_Each_Class_That_Occurs()
    {
        var pixels = new byte[3 * FaceSet.PixelsPerFace];
        pixels[0] = 10;
        pixels[FaceSet.PixelsPerFace] = 13;
        pixels[2 * FaceSet.PixelsPerFace] = 7;

        var means = MeanFaces.Of(Set(pixels, 2, 2, 0));

        Assert.Equal([(byte)0, (byte)2], means.Labels.ToArray());
        Assert.Equal(7, means.Face(0)[0]);
        Assert.Equal(12, means.Face(1)[0]); // 11.5, rounded up
        Assert.Equal(0, means.Face(1)[1]);
    }

    private static FaceSet Set(byte[] pixels, params byte[] labels) =>
        new(pixels, labels, Enumerable.Repeat(Split.Training, labels.Length).ToArray(), "test", ["angry", "disgust", "fear"]);
}
