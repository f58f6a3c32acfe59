using EmotionNotebooks.Data;

namespace EmotionNotebooks.Faces;

/// <summary>Reads any number of picture files in bounded memory.</summary>
public static class PictureReading
{
    // Pictures are decoded and searched side by side; of a chunk only the faces that were cut out are kept, until they are classified together.
    private const int Chunk = 32;

    /// <summary>
    /// Reads pictures. At any time no more of them are decoded than there are processors. A picture that cannot be read becomes an outcome
    /// that says why.
    /// </summary>
    /// <param name="reader">What reads.</param>
    /// <param name="files">The pictures.</param>
    /// <param name="cancellation">Ends the reading after the running chunk.</param>
    /// <returns>One outcome for each picture, in their order.</returns>
    public static IEnumerable<PictureOutcome> Read(
        this EmotionReader reader, IReadOnlyList<PictureFile> files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(files);
        return files.Chunk(Chunk).TakeWhile(_ => !cancellation.IsCancellationRequested).SelectMany(chunk => Read(reader, chunk));
    }

    private static PictureOutcome[] Read(EmotionReader reader, PictureFile[] files)
    {
        var found = new FoundFaces?[files.Length];
        var faults = new string?[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            try
            {
                found[i] = reader.Find(Photo.Read(files[i].Path));
            }
            catch (Exception e) when (e is FaceDataException or IOException or UnauthorizedAccessException)
            {
                faults[i] = e.Message;
            }
        });
        var readings = new Queue<PhotoReading>(reader.Classify([.. found.OfType<FoundFaces>()]));
        return [.. files.Select((file, i) => new PictureOutcome(file, found[i] is null ? null : readings.Dequeue(), faults[i]))];
    }
}
