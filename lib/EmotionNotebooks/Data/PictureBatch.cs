namespace EmotionNotebooks.Data;

/// <summary>Some rows with encoded pictures, decoded by all processors at once and handed on in their order.</summary>
internal sealed class PictureBatch
{
    private const int MostRows = 1024;

    // Large pictures are not collected by the gigabyte.
    private const int MostBytes = 1 << 26;

    private readonly List<Item> _items = new(MostRows);
    private readonly byte[] _faces = GC.AllocateUninitializedArray<byte>(MostRows * FaceSet.PixelsPerFace);
    private byte[] _pictures = new byte[1 << 20];
    private int _used;

    /// <summary>Whether it is time to decode.</summary>
    public bool IsFull => _items.Count == MostRows || _used >= MostBytes;

    /// <summary>Adds a row with a picture: encoded, or 2,304 bytes that are a face's pixels, or their text.</summary>
    public void Add(long row, byte label, Split split, Stream picture, bool isText)
    {
        var (start, length) = (_used, checked((int)picture.Length));
        if (length > _pictures.Length - start)
            Array.Resize(ref _pictures, (int)Math.Min(Math.Max((long)_pictures.Length * 2, (long)start + length), Array.MaxLength));
        picture.ReadExactly(_pictures, start, length);
        _used += length;
        _items.Add(new(row, label, split) { Start = start, Length = length, IsText = isText });
    }

    /// <summary>Adds a row that cannot be used, so that faults are told in the order of their rows.</summary>
    public void Add(FaceDataException fault) => _items.Add(new(0, 0, default) { Fault = fault });

    /// <summary>Decodes the rows, hands on those that are faces, reports the others, and is empty again.</summary>
    /// <param name="where">The place of a row, for messages.</param>
    /// <param name="accept">Takes row, label, split and pixels.</param>
    /// <param name="badFaces">Takes the others.</param>
    public void Decode(Func<long, string> where, Action<long, byte, Split, ReadOnlySpan<byte>> accept, BadFaces badFaces)
    {
        OnAllCores.For(_items.Count, (i, _) =>
        {
            var item = _items[i];
            if (item.Fault is not null)
                return;
            try
            {
                Decode(_pictures.AsSpan(item.Start, item.Length), item.IsText, Face(i), where(item.Row));
            }
            catch (FaceDataException e)
            {
                item.Fault = e;
            }
        });
        for (var i = 0; i < _items.Count; i++)
        {
            if (_items[i].Fault is { } fault)
                badFaces.Report(fault);
            else
                accept(_items[i].Row, _items[i].Label, _items[i].Split, Face(i));
        }

        _items.Clear();
        _used = 0;
    }

    private Span<byte> Face(int index) => _faces.AsSpan(index * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace);

    private static void Decode(ReadOnlySpan<byte> picture, bool isText, Span<byte> face, string where)
    {
        if (isText)
            PixelText.ParseSlowly(picture, face, where);
        else if (picture.Length == FaceSet.PixelsPerFace && !IsEncoded(picture))
            picture.CopyTo(face);
        else
            FacePicture.Decode(picture, face, where);
    }

    // A BMP says its own length: without that, two pixels of 66 and 77 would make one of a face.
    private static bool IsEncoded(ReadOnlySpan<byte> bytes) => bytes is
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
        or [0xFF, 0xD8, 0xFF, ..]
        or [(byte)'B', (byte)'M', FaceSet.PixelsPerFace & 0xFF, FaceSet.PixelsPerFace >> 8, 0, 0, ..]
        or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..];

    private sealed record Item(long Row, byte Label, Split Split)
    {
        public int Start { get; init; }

        public int Length { get; init; }

        public bool IsText { get; init; }

        public FaceDataException? Fault { get; set; }
    }
}
