using EmotionNotebooks.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Metrics;

/// <summary>Predictions of any kind: few or many faces and classes, sure or not, good or bad, with equal probabilities and zeros.</summary>
internal static class RandomPredictions
{
    public static Arbitrary<Predictions> Arbitrary { get; } = (
        from classes in Gen.Choose(2, 9)
        from count in Gen.Choose(1, 60)
        from skill in Gen.Choose(0, 12)
        from seed in Gen.Choose(0, int.MaxValue)
        select Make(classes, count, skill, (ulong)seed)).ToArbitrary();

    public static Predictions Make(int classes, int count, int skill, ulong seed)
    {
        var random = new SeededRandom(seed);
        var labels = new byte[count];
        var probabilities = new float[count * classes];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)random.NextInt(classes);
            int[] weights = [.. Enumerable.Range(0, classes).Select(c => random.NextInt(6) + (c == labels[i] ? random.NextInt(skill + 1) : 0))];
            weights[random.NextInt(classes)]++;
            for (var c = 0; c < classes; c++)
                probabilities[i * classes + c] = weights[c] / (float)weights.Sum();
        }

        return new(probabilities, labels, classes);
    }
}
