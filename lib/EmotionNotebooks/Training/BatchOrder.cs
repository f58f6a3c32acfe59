using EmotionNotebooks.Data;

namespace EmotionNotebooks.Training;

/// <summary>Which faces come in which step: shuffled anew for every epoch, by the seed and the epoch's number.</summary>
/// <param name="options">Batch size and seed.</param>
internal sealed class BatchOrder(TrainingOptions options)
{
    private readonly SeededRandom _random = new(options.Seed);

    // A last batch of one face would stop batch norm, so it joins the batch before it.
    public int StepsPerEpoch(int faces) =>
        faces % options.BatchSize == 1 ? faces / options.BatchSize : ((faces - 1) / options.BatchSize) + 1;

    /// <summary>The faces of an epoch in their order.</summary>
    public long[] Of(int epoch, int faces)
    {
        var order = new long[faces];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        _random.Fork("order", epoch).Shuffle<long>(order);
        return order;
    }

    /// <summary>The part of the order that a step takes, the step counted from 0 within its epoch.</summary>
    public Range Range(int faces, int step)
    {
        var start = step * options.BatchSize;
        return start..(step == StepsPerEpoch(faces) - 1 ? faces : start + options.BatchSize);
    }
}
