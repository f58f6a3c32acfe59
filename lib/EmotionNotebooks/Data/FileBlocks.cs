namespace EmotionNotebooks.Data;

/// <summary>A plain file.</summary>
internal sealed class FileBlocks(FileStream file) : IBlockSource
{
    private readonly double _length = file.Length;

    public double FractionRead => file.Position / _length;

    public int Read(Span<byte> target) => file.Read(target);

    public void Dispose() => file.Dispose();
}
