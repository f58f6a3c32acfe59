namespace EmotionNotebooks.Data;

/// <summary>The average face of each class.</summary>
public static class MeanFaces
{
    /// <summary>Averages the faces of each class, pixel by pixel, rounded to the nearest grey.</summary>
    /// <param name="faces">The faces.</param>
    /// <returns>One face for each class that occurs, in label order, with that label; all of <see cref="Split.Training"/>.</returns>
    public static FaceSet Of(FaceSet faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        var sums = new long[faces.ClassNames.Count, FaceSet.PixelsPerFace];
        for (var i = 0; i < faces.Count; i++)
        {
            var face = faces.Face(i);
            var label = faces.Labels[i];
            for (var pixel = 0; pixel < face.Length; pixel++)
            {
                sums[label, pixel] += face[pixel];
            }
        }

        var counts = faces.CountByClass();
        var labels = Enumerable.Range(0, counts.Length).Where(label => counts[label] > 0).Select(label => (byte)label).ToArray();
        var pixels = labels
            .SelectMany(label => Enumerable.Range(0, FaceSet.PixelsPerFace).Select(pixel => (byte)(((2 * sums[label, pixel]) + counts[label]) / (2 * counts[label]))))
            .ToArray();
        return new(pixels, labels, Enumerable.Repeat(Split.Training, labels.Length).ToArray(), $"mean faces of {faces.Source}", faces.ClassNames);
    }
}
