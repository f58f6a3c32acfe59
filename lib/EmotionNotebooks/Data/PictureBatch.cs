namespace EmotionNotebooks.Data;

/// <summary>Some rows with encoded pictures, decoded by all processors at once and handed on in their order.</summary>
internal sealed class PictureBatch
{
    private const int MostRows = 1024;

    // Large pictures are not collected by the gigabyte.
    private const int MostBytes = 1 << 26;

    private readonly List<Item> _items = new(MostRows);
    private readonly byte[] _faces = GC.AllocateUninitializedArray<byte>(MostRows * FaceSet.PixelsPerFace);
    private long _bytes;

    /// <summary>Whether it is time to decode.</summary>
    public bool IsFull => _items.Count == MostRows || _bytes >= MostBytes;

    /// <summary>Adds a row with a picture: encoded, or 2,304 bytes that are a face's pixels.</summary>
    public void Add(long row, byte label, Split split, byte[] picture)
    {
        _items.Add(new(row, label, split) { Picture = picture });
        _bytes += picture.Length;
    }

    /// <summary>Adds a row that cannot be used, so that faults are told in the order of their rows.</summary>
    public void Add(FaceDataException fault) => _items.Add(new(0, 0, default) { Fault = fault });

    /// <summary>Decodes the rows, hands on those that are faces, reports the others, and is empty again.</summary>
    /// <param name="where">The place of a row, for messages.</param>
    /// <param name="accept">Takes row, label, split and pixels.</param>
    /// <param name="badFaces">Takes the others.</param>
    public void Decode(Func<long, string> where, Action<long, byte, Split, ReadOnlySpan<byte>> accept, BadFaces badFaces)
    {
        Parallel.For(0, _items.Count, i =>
        {
            var item = _items[i];
            if (item.Fault is not null)
                return;
            try
            {
                Decode(item.Picture, Face(i), where(item.Row));
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
        _bytes = 0;
    }

    private Span<byte> Face(int index) => _faces.AsSpan(index * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace);

    private static void Decode(byte[] picture, Span<byte> face, string where)
    {
        if (picture.Length == FaceSet.PixelsPerFace && !IsEncoded(picture))
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
        public byte[] Picture { get; init; } = [];

        public FaceDataException? Fault { get; set; }
    }
}
