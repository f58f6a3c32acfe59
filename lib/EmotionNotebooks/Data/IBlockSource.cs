namespace EmotionNotebooks.Data;

/// <summary>Bytes that arrive in blocks, from a file or out of a gzip file.</summary>
internal interface IBlockSource : IDisposable
{
    /// <summary>Which part of the file the bytes handed out so far were, 0 to 1.</summary>
    double FractionRead { get; }

    /// <summary>Fills the target or a part of it; 0 at the end alone.</summary>
    int Read(Span<byte> target);
}
