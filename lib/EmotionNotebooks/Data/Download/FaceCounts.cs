namespace EmotionNotebooks.Data.Download;

/// <summary>How many faces each part of a data set has.</summary>
/// <param name="Training">Faces that train.</param>
/// <param name="PublicTest">Faces that select.</param>
/// <param name="PrivateTest">Faces of the final exam, which are counted and never read.</param>
public sealed record FaceCounts(int Training, int PublicTest, int PrivateTest)
{
    /// <summary>FER-2013: 28,709, 3,589 and 3,589.</summary>
    public static FaceCounts Fer2013 { get; } = new(28_709, 3_589, 3_589);

    /// <summary>The counts of a set that was read.</summary>
    /// <param name="faces">The set, its final exam withheld.</param>
    public static FaceCounts Of(FaceSet faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        return new(faces.Splits.Count(Split.Training), faces.Splits.Count(Split.PublicTest), faces.Withheld);
    }

    /// <summary>Such as <c>28709 Training, 3589 PublicTest and 3589 PrivateTest faces</c>.</summary>
    public override string ToString() => $"{Training} Training, {PublicTest} PublicTest and {PrivateTest} PrivateTest faces";
}
