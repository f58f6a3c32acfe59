using EmotionNotebooks.Data.Samples;

namespace EmotionNotebooks.Data;

/// <summary>
/// Faces drawn by the program, for machines without a data set: heads with seven expressions made of facial action units, of varied
/// identity, pose, light and camera. They are pictures of nobody. What is learned from them says nothing about real faces.
/// </summary>
/// <remarks>The same seed gives the same bytes on every machine, whatever the number of threads.</remarks>
public static class SampleFaces
{
    /// <summary>How many faces a sample set has when nobody asks for another number: 7,000.</summary>
    public const int DefaultCount = 7_000;

    /// <summary>Draws the faces that train and select. Of <paramref name="count"/> faces about 80% are <see cref="Split.Training"/> and 10%
    /// <see cref="Split.PublicTest"/>; the other 10%, the final exam, are counted in <see cref="FaceSet.Withheld"/> and not drawn.
    /// Classes take turns, so that they are equal in number.</summary>
    /// <param name="count">At least 70, so that every split has every class.</param>
    /// <param name="seed">Any number. Two sets of one seed share their faces, the smaller being the beginning of the larger.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 70 or above 500,000.</exception>
    public static FaceSet Generate(int count, ulong seed) => Generate(count, seed, finalExam: false);

    /// <summary>Draws the <see cref="Split.PrivateTest"/> faces of the set that <see cref="Generate(int, ulong)"/> describes, and nothing else.
    /// For <c>emotion evaluate --final</c> alone.</summary>
    /// <param name="count">The whole set's size, as for <see cref="Generate(int, ulong)"/>.</param>
    /// <param name="seed">The whole set's seed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 70 or above 500,000.</exception>
    public static FaceSet GenerateFinalExam(int count, ulong seed) => Generate(count, seed, finalExam: true);

    /// <summary>Draws one face.</summary>
    /// <param name="emotion">What it expresses, more or less clearly.</param>
    /// <param name="seed">Who, how, and in what light.</param>
    /// <param name="pixels">Takes 48 × 48 grey bytes, row-major.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such emotion.</exception>
    /// <exception cref="ArgumentException"><paramref name="pixels"/> has not <see cref="FaceSet.PixelsPerFace"/> bytes.</exception>
    public static void Draw(Emotion emotion, ulong seed, Span<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)emotion, Emotions.Count - 1, nameof(emotion));
        if (pixels.Length != FaceSet.PixelsPerFace)
            throw new ArgumentException($"{pixels.Length} bytes; expected {FaceSet.PixelsPerFace}", nameof(pixels));
        Portrait.Draw(emotion, new SeededRandom(seed), pixels);
    }

    private static FaceSet Generate(int count, ulong seed, bool finalExam)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 10 * Emotions.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 500_000);
        var wanted = Enumerable.Range(0, count).Where(i => SplitOf(i) == Split.PrivateTest == finalExam).ToArray();
        var pixels = GC.AllocateUninitializedArray<byte>(wanted.Length * FaceSet.PixelsPerFace);
        var root = new SeededRandom(seed);
        Parallel.For(0, wanted.Length, i =>
            Portrait.Draw(EmotionOf(wanted[i]), root.Fork("face", wanted[i]), pixels.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace)));
        return new(pixels, wanted.Select(i => (byte)EmotionOf(i)).ToArray(), wanted.Select(SplitOf).ToArray(),
            $"{count} sample faces of seed {seed}", withheld: finalExam ? 0 : count - wanted.Length);
    }

    private static Emotion EmotionOf(int index) => (Emotion)(index % Emotions.Count);

    // Rounds of seven, one of each class: eight rounds train, one selects, one is withheld.
    private static Split SplitOf(int index) => (index / Emotions.Count % 10) switch
    {
        8 => Split.PublicTest,
        9 => Split.PrivateTest,
        _ => Split.Training,
    };
}
