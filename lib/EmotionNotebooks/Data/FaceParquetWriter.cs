using DuckDB.NET.Data;

namespace EmotionNotebooks.Data;

/// <summary>
/// Writes a set as one Parquet file, the way Hugging Face's <c>datasets</c> has pictures: <c>image</c> STRUCT(bytes, path) with PNGs,
/// <c>label</c> INTEGER, <c>split</c> VARCHAR, one row per face in the set's order, and the class names as a class label in the metadata.
/// <see cref="FaceFile"/> reads it back. Votes are not written.
/// </summary>
public static class FaceParquetWriter
{
    private const int EncodedAtOnce = 1024;

    // Small enough that several processors share a file of FER-2013's size.
    private const int RowsPerGroup = 4096;

    /// <summary>Writes the file, which appears when it is complete.</summary>
    /// <param name="faces">The faces.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="DllNotFoundException">DuckDB's library is missing; the message names the command that helps.</exception>
    public static void Write(FaceSet faces, string path)
    {
        ArgumentNullException.ThrowIfNull(faces);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using var engine = new ParquetEngine();
            engine.Execute("CREATE TABLE faces (bytes BLOB, path VARCHAR, label INTEGER, split VARCHAR)");
            Fill(engine, faces);
            AtomicFile.WriteBeside(path, unfinished => engine.Execute(
                $$"""
                COPY (SELECT {'bytes': bytes, 'path': path} AS image, label, split FROM faces) TO ? (FORMAT parquet, COMPRESSION zstd,
                ROW_GROUP_SIZE {{RowsPerGroup}}, USE_TMP_FILE false,
                KV_METADATA {{{HuggingFaceMetadata.Key}}: {{ParquetEngine.Literal(HuggingFaceMetadata.Of(faces.ClassNames))}}})
                """, unfinished));
        }
        catch (DuckDBException e)
        {
            throw new IOException($"{path}: cannot be written ({e.Message.Split('\n')[0].Trim()})", e);
        }
    }

    private static void Fill(ParquetEngine engine, FaceSet faces)
    {
        using var appender = engine.Append("faces");
        var pictures = new byte[EncodedAtOnce][];
        for (var start = 0; start < faces.Count; start += EncodedAtOnce)
        {
            var first = start;
            var count = Math.Min(EncodedAtOnce, faces.Count - start);
            OnAllCores.For(count, (i, _) => pictures[i] = FacePicture.EncodePng(faces.Face(first + i)));
            for (var i = 0; i < count; i++)
                appender.CreateRow().AppendValue(pictures[i]).AppendValue($"{first + i + 1:D6}.png").AppendValue((int?)faces.Labels[first + i])
                    .AppendValue(faces.Splits[first + i].ToString()).EndRow();
        }
    }
}
