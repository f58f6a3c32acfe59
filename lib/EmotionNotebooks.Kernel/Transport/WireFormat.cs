using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>
/// Messages as frames: those that name the peer, a delimiter, the signature, then header, parent header, metadata and content in JSON.
/// Safe from any thread.
/// </summary>
/// <param name="signer">Signs, and checks.</param>
internal sealed class WireFormat(MessageSigner signer)
{
    /// <summary>The version of Jupyter's protocol that is spoken here.</summary>
    public const string ProtocolVersion = "5.4";

    /// <summary>Parent header of what nobody asked for, and metadata where there is none.</summary>
    public static readonly byte[] EmptyObject = "{}"u8.ToArray();

    private const int PartsAfterDelimiter = 5;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    // Text goes out as it is, not as \u escapes: nothing here is ever part of an HTML page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private long _count;

    /// <summary>The name of this run of the kernel.</summary>
    public string Session { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Reads a message.</summary>
    /// <param name="channel">Where it came in.</param>
    /// <param name="frames">Its frames.</param>
    /// <param name="fault">Why it must be dropped, where it must: nobody could be answered, or nobody should.</param>
    /// <returns>The message; null where it must be dropped.</returns>
    public Message? Read(Channel channel, IReadOnlyList<byte[]> frames, out string fault)
    {
        var delimiter = 0;
        while (delimiter < frames.Count && !frames[delimiter].AsSpan().SequenceEqual(Delimiter))
        {
            delimiter++;
        }

        if (frames.Count - delimiter - 1 < PartsAfterDelimiter)
        {
            fault = $"{frames.Count} frames, {Math.Max(0, frames.Count - delimiter - 1)} of them after the delimiter; expected at least {PartsAfterDelimiter}";
            return null;
        }

        var (header, parent, metadata, content) = (frames[delimiter + 2], frames[delimiter + 3], frames[delimiter + 4], frames[delimiter + 5]);
        if (!signer.Accepts(frames[delimiter + 1], header, parent, metadata, content))
        {
            fault = "its signature is wrong";
            return null;
        }

        if (TextOf(header, "msg_type", out fault) is not { Length: > 0 } type || TextOf(header, "msg_id", out fault) is null)
        {
            return null;
        }

        var said = Parse(content, out var contentFault);
        return new Message
        {
            Channel = channel,
            Identities = [.. frames.Take(delimiter)],
            Header = header,
            Type = type,
            ParentId = TextOf(parent, "msg_id", out _),
            Content = said,
            Fault = contentFault.Length == 0 ? null : $"content: {contentFault}",
        };
    }

    /// <summary>Writes a message.</summary>
    /// <param name="identities">The frames that name the receiver; on iopub the topic.</param>
    /// <param name="type">The kind.</param>
    /// <param name="parent">The header of the message that is answered.</param>
    /// <param name="content">Writes the members of the content.</param>
    /// <param name="metadata">Writes the members of the metadata, where there are some.</param>
    /// <param name="id">The message's name; a new one where none is given.</param>
    public byte[][] Write(
        IReadOnlyList<byte[]> identities,
        string type,
        byte[] parent,
        Action<Utf8JsonWriter> content,
        Action<Utf8JsonWriter>? metadata = null,
        string? id = null)
    {
        var header = Json(writer =>
        {
            writer.WriteString("msg_id"u8, id ?? NextId());
            writer.WriteString("session"u8, Session);
            writer.WriteString("username"u8, "kernel"u8);
            writer.WriteString("date"u8, Now());
            writer.WriteString("msg_type"u8, type);
            writer.WriteString("version"u8, ProtocolVersion);
        });
        var meta = metadata is null ? EmptyObject : Json(metadata);
        var body = Json(content);
        return [.. identities, Delimiter, signer.Sign(header, parent, meta, body), header, parent, meta, body];
    }

    /// <summary>A name that no other message has.</summary>
    public string NextId() => $"{Session}_{Interlocked.Increment(ref _count)}";

    /// <summary>The time, as messages carry it.</summary>
    public static string Now() => DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static string? TextOf(byte[] json, string name, out string fault)
    {
        var root = Parse(json, out fault);
        if (fault.Length > 0)
        {
            fault = $"header: {fault}";
            return null;
        }

        if (root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && Text.TryGet(value, out var text))
        {
            return text;
        }

        fault = $"header, {name}: {(value.ValueKind == JsonValueKind.Undefined ? "absent" : value.ValueKind)}; expected text";
        return null;
    }

    private static JsonElement Parse(byte[] json, out string fault)
    {
        fault = "";
        try
        {
            var root = JsonDocument.Parse(json).RootElement;
            if (root.ValueKind == JsonValueKind.Object)
            {
                return root;
            }

            fault = $"{root.ValueKind}; expected a JSON object";
        }
        catch (JsonException e)
        {
            fault = $"no JSON: {e.Message}";
        }

        return default;
    }
}
