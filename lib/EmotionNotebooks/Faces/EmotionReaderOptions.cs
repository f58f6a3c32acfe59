namespace EmotionNotebooks.Faces;

/// <summary>How an <see cref="EmotionReader"/> reads.</summary>
public sealed record EmotionReaderOptions
{
    /// <summary>A face whose largest probability is below this is called uncertain; 0 to 1, the network's own threshold where null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a probability.</exception>
    public double? UncertainBelow
    {
        get;
        init => field = value is null or (>= 0 and <= 1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(UncertainBelow), $"the threshold for uncertain is {value}; it must be from 0 to 1");
    }

    /// <summary>Whether each picture is one face, such as those of FER-2013, so that none is looked for; false by default.</summary>
    public bool PictureIsFace { get; init; }

    /// <summary>Whether each face is read a second time mirrored, and the mean of both is given; false by default, since it takes twice the time.</summary>
    public bool AveragesMirrored { get; init; }
}
