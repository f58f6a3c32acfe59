namespace EmotionNotebooks.Data;

/// <summary>Faces being read: grows to what the part of the file read so far predicts, so that pixels are hardly ever copied.</summary>
internal sealed class FaceBuffer(string source)
{
    /// <summary>How many faces fit into one set.</summary>
    public const int Largest = int.MaxValue / FaceSet.PixelsPerFace;

    private const int FirstCapacity = 1024;

    private byte[] _pixels = GC.AllocateUninitializedArray<byte>(FirstCapacity * FaceSet.PixelsPerFace);
    private byte[] _labels = new byte[FirstCapacity];
    private Split[] _splits = new Split[FirstCapacity];
    private int[] _rows = new int[FirstCapacity];

    public int Count { get; private set; }

    public bool IsFull => Count == _labels.Length;

    /// <summary>Where the next face's pixels go; they count once they are accepted.</summary>
    public Span<byte> NextPixels => _pixels.AsSpan(Count * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace);

    /// <summary>The number of each face's row in the source, from 1.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    public void Accept(byte label, Split split, int row)
    {
        _labels[Count] = label;
        _splits[Count] = split;
        _rows[Count] = row;
        Count++;
    }

    public void Grow(double fractionRead)
    {
        if (Count == Largest)
            throw new FaceDataException($"{source}: more than {Largest} faces; one set holds at most {Largest}");
        // Eight per cent more than predicted, since rows differ and the file is read ahead: untouched pages cost nothing, a second copy
        // does.
        var predicted = fractionRead > 0 ? Count / fractionRead * 1.08 : 0;
        var capacity = (int)Math.Clamp(predicted, Math.Min(Count * 1.25, Largest), Largest);
        var pixels = GC.AllocateUninitializedArray<byte>(capacity * FaceSet.PixelsPerFace);
        _pixels.CopyTo(pixels, 0);
        _pixels = pixels;
        Array.Resize(ref _labels, capacity);
        Array.Resize(ref _splits, capacity);
        Array.Resize(ref _rows, capacity);
    }

    /// <summary>The faces as a set, over the same memory.</summary>
    public FaceSet ToSet(int withheld, FaceVotes? votes, IReadOnlyList<string>? classNames = null, FaceOrigins? origins = null) =>
        new(_pixels.AsMemory(0, Count * FaceSet.PixelsPerFace), _labels.AsMemory(0, Count), _splits.AsMemory(0, Count), source,
            classNames, withheld)
        {
            Origins = origins ?? (_rows[Count - 1] == Count ? FaceOrigins.Rows : FaceOrigins.Numbered(Rows.ToArray())),
            Votes = votes,
        };
}
