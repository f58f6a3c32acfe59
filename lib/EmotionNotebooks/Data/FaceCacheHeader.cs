using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmotionNotebooks.Data;

/// <summary>What stands before the faces in a cache (<see cref="FaceCache"/>).</summary>
internal sealed record FaceCacheHeader
{
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

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    public static FaceCacheHeader Parse(ReadOnlySpan<byte> json, string file)
    {
        try
        {
            var header = JsonSerializer.Deserialize<FaceCacheHeader>(json, Options);
            if (header is { Count: > 0 and <= int.MaxValue / FaceSet.PixelsPerFace, Withheld: >= 0, OriginsLength: >= 0, ClassNames: not null })
                return header;
        }
        catch (JsonException)
        {
            // Said below, with the file's name.
        }

        throw new FaceDataException($"{file}: a face cache with a header of another version; delete it, it is made anew from its source");
    }

    private static readonly JsonSerializerOptions Options = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };
}
