namespace EmotionNotebooks.Data;

/// <summary>What stands before the faces in a cache (<see cref="FaceCache"/>).</summary>
/// <remarks>Written field by field, in the order below, by <see cref="BinaryWriter"/>, after the version. JSON would take a third of the
/// time in which a cache is to be loaded.</remarks>
internal sealed record FaceCacheHeader
{
    /// <summary>Goes up with each change of the format. (Headers of the first form were JSON and named none.)</summary>
    internal const int Version = 2;

    private const int MostClasses = 256;

    /// <summary>Full path of the source; null where there is none.</summary>
    public required string? SourcePath { get; init; }

    /// <summary>What the source was; null where there is none.</summary>
    public required SourceStamp? Stamp { get; init; }

    /// <summary>The number of faces.</summary>
    public required int Count { get; init; }

    /// <summary>The class names in label order.</summary>
    public required string[] ClassNames { get; init; }

    /// <summary>How many faces of the source are withheld.</summary>
    public required int Withheld { get; init; }

    /// <summary>The set's <see cref="FaceSet.Sha256"/>.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether votes follow.</summary>
    public required bool HasVotes { get; init; }

    /// <summary>In which form origins follow.</summary>
    public required FaceOriginsKind Origins { get; init; }

    /// <summary>How many bytes the origins take.</summary>
    public required int OriginsLength { get; init; }

    /// <summary>SHA-256 of votes and origins.</summary>
    public required string RestSha256 { get; init; }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Version);
        writer.Write(SourcePath is not null);
        if (SourcePath is not null)
            writer.Write(SourcePath);
        writer.Write(Stamp is not null);
        if (Stamp is not null)
        {
            writer.Write(Stamp.Length);
            writer.Write(Stamp.Written);
            writer.Write(Stamp.Sha256);
        }

        writer.Write(Count);
        writer.Write(ClassNames.Length);
        foreach (var name in ClassNames)
            writer.Write(name);
        writer.Write(Withheld);
        writer.Write(Sha256);
        writer.Write(HasVotes);
        writer.Write((byte)Origins);
        writer.Write(OriginsLength);
        writer.Write(RestSha256);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null where it is of another version, or no header.</summary>
    public static FaceCacheHeader? TryParse(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            return reader.ReadInt32() == Version && Read(reader) is { } header && reader.BaseStream.Position == bytes.Length
                && header is { Count: > 0 and <= int.MaxValue / FaceSet.PixelsPerFace, Withheld: >= 0, OriginsLength: >= 0 }
                && Enum.IsDefined(header.Origins)
                ? header
                : null;
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            return null;
        }
    }

    // Initializers run in the order in which they stand: the file's.
    private static FaceCacheHeader Read(BinaryReader reader) => new()
    {
        SourcePath = reader.ReadBoolean() ? reader.ReadString() : null,
        Stamp = reader.ReadBoolean() ? new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadString()) : null,
        Count = reader.ReadInt32(),
        ClassNames = ReadNames(reader),
        Withheld = reader.ReadInt32(),
        Sha256 = reader.ReadString(),
        HasVotes = reader.ReadBoolean(),
        Origins = (FaceOriginsKind)reader.ReadByte(),
        OriginsLength = reader.ReadInt32(),
        RestSha256 = reader.ReadString(),
    };

    private static string[] ReadNames(BinaryReader reader)
    {
        var names = new string[reader.ReadInt32() is > 0 and <= MostClasses and var count ? count : throw new FormatException()];
        for (var i = 0; i < names.Length; i++)
            names[i] = reader.ReadString();
        return names;
    }
}
