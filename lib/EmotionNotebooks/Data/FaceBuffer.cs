namespace EmotionNotebooks.Data;

/// <summary>Faces being read: grows to what the part of the file read so far predicts, so that pixels are hardly ever copied.</summary>
internal sealed class FaceBuffer
{
    private const int FirstCapacity = 256;

    private byte[] _pixels = GC.AllocateUninitializedArray<byte>(FirstCapacity * FaceSet.PixelsPerFace);
    private byte[] _labels = new byte[FirstCapacity];
    private Split[] _splits = new Split[FirstCapacity];

    public int Count { get; private set; }

    public bool IsFull => Count == _labels.Length;

    /// <summary>Where the next face's pixels go; they count once they are accepted.</summary>
    public Span<byte> NextPixels => _pixels.AsSpan(Count * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace);

    public void Accept(byte label, Split split)
    {
        _labels[Count] = label;
        _splits[Count] = split;
        Count++;
    }

    public void Grow(double fractionRead)
    {
        const int largest = int.MaxValue / FaceSet.PixelsPerFace;
        if (Count == largest)
            throw new FaceDataException($"more than {largest} faces; one set holds at most {largest}");
        // Three per cent more than predicted: untouched pages cost nothing, a second copy does.
        var predicted = fractionRead > 0 ? Count / fractionRead * 1.03 : 0;
        var capacity = (int)Math.Clamp(predicted, Math.Min(Count * 1.25, largest), largest);
        var pixels = GC.AllocateUninitializedArray<byte>(capacity * FaceSet.PixelsPerFace);
        _pixels.CopyTo(pixels, 0);
        _pixels = pixels;
        Array.Resize(ref _labels, capacity);
        Array.Resize(ref _splits, capacity);
    }

    public FaceSet ToSet(string source, int withheld) =>
        new(_pixels.AsMemory(0, Count * FaceSet.PixelsPerFace), _labels.AsMemory(0, Count), _splits.AsMemory(0, Count), source,
            withheld: withheld);
}
