using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Augmentation;

/// <summary>Batches of faces whose every pixel differs, and their values.</summary>
internal static class Batches
{
    public static Tensor Faces(int count, ulong seed = 1)
    {
        var random = new SeededRandom(seed);
        var values = new float[count * FaceSet.PixelsPerFace];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)random.NextDouble();
        }

        return tensor(values, [count, 1, FaceSet.Side, FaceSet.Side]);
    }

    public static Tensor Grey(int count, float grey) =>
        tensor(Enumerable.Repeat(grey, count * FaceSet.PixelsPerFace).ToArray(), [count, 1, FaceSet.Side, FaceSet.Side]);

    public static Tensor Labels(int count) => tensor(Enumerable.Range(0, count).Select(i => (long)(i % 7)).ToArray());

    public static float[] Values(Tensor tensor) => tensor.contiguous().data<float>().ToArray();

    /// <summary>The values face by face.</summary>
    public static float[][] Each(Tensor faces) => [.. Values(faces).Chunk(FaceSet.PixelsPerFace)];
}
