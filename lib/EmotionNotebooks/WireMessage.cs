using Google.Protobuf;

namespace EmotionNotebooks;

/// <summary>Writes messages in protobuf's wire form.</summary>
internal static class WireMessage
{
    /// <summary>A message's bytes.</summary>
    public static byte[] Bytes(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(output);
        }

        return bytes.ToArray();
    }

    /// <summary>A field that holds a message.</summary>
    public static void Nested(CodedOutputStream output, int field, Action<CodedOutputStream> write) => Bytes(output, field, Bytes(write));

    /// <summary>A field that holds bytes.</summary>
    public static void Bytes(CodedOutputStream output, int field, byte[] content)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(UnsafeByteOperations.UnsafeWrap(content));
    }

    /// <summary>A field that holds a text.</summary>
    public static void Text(CodedOutputStream output, int field, string text)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(text);
    }

    /// <summary>A field that holds a whole number.</summary>
    public static void Integer(CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    /// <summary>A field that holds a float.</summary>
    public static void Single(CodedOutputStream output, int field, float value)
    {
        output.WriteTag(field, WireFormat.WireType.Fixed32);
        output.WriteFloat(value);
    }
}
