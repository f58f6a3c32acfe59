using DuckDB.NET.Data;

namespace EmotionNotebooks.Data;

/// <summary>
/// Reads Parquet files with one face per row: a picture's bytes (or 2,304 pixels), a label, and where there is one, a split. One file, or a
/// folder of them (shards), as on Hugging Face.
/// </summary>
internal static class FaceParquet
{
    /// <summary>Whether a file begins as Parquet does.</summary>
    public static bool IsParquet(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            Span<byte> magic = stackalloc byte[4];
            return file.CanSeek && file.ReadAtLeast(magic, 4, throwOnEndOfStream: false) == 4 && magic.SequenceEqual("PAR1"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads it says so in words.
            return false;
        }
    }

    /// <summary>Whether a folder holds Parquet files, itself or in folders of two levels below.</summary>
    public static bool IsShardFolder(string path) => Directory.Exists(path) && ShardsIn(path, ignoreInaccessible: true).Any();

    /// <summary>Reads a file or a folder; as <see cref="FaceFile.Read"/>, or <see cref="FaceFile.ReadFinalExam"/> where the options say so.</summary>
    public static FaceSet Read(string path, ReadOptions options)
    {
        try
        {
            string[] files = Directory.Exists(path)
                ? [.. ShardsIn(path, ignoreInaccessible: false).Order(StringComparer.Ordinal)]
                : [path];
            using var engine = new ParquetEngine();
            ParquetShard[] shards = [.. files.Select(file => Guarded(file, () => ParquetShard.Open(engine, file, NameOf(file))))];
            var reading = new ParquetReading(path, shards, options);
            foreach (var shard in shards)
                Guarded(shard.Path, () => reading.Read(engine, shard));
            return reading.ToSet();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FaceDataException($"{path}: cannot be read ({OneLine(e)})", e);
        }

        string NameOf(string file) => file == path ? Path.GetFileName(path) : Path.GetRelativePath(path, file);
    }

    // What DuckDB throws of a damaged file; values of another kind than its own metadata promises are damage as well.
    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is DuckDBException or InvalidCastException or OverflowException)
        {
            throw new FaceDataException($"{path}: damaged or truncated Parquet ({OneLine(e)}); expected a complete file", e);
        }
    }

    private static string OneLine(Exception e) => e.Message.Split('\n')[0].Trim().TrimEnd('.');

    // Files and folders that begin with a dot or an underscore are other programs' notes.
    private static IEnumerable<string> ShardsIn(string folder, bool ignoreInaccessible) => Directory
        .EnumerateFiles(folder, "*.parquet", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 2,
            MatchCasing = MatchCasing.CaseInsensitive,
            IgnoreInaccessible = ignoreInaccessible,
        })
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part[0] is '.' or '_'));
}
