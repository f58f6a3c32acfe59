using System.Text.Json;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>A message that came in, its signature right and its header read.</summary>
internal sealed class Message
{
    /// <summary>Where it came in.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The frames that name the sender; replies begin with them.</summary>
    public required IReadOnlyList<byte[]> Identities { get; init; }

    /// <summary>The header as it came: the parent header of everything that answers.</summary>
    public required byte[] Header { get; init; }

    /// <summary>The kind, such as <c>execute_request</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The number of the message that this one answers; null where there is none.</summary>
    public string? ParentId { get; init; }

    /// <summary>What it says: a JSON object, where <see cref="Fault"/> is null.</summary>
    public JsonElement Content { get; init; }

    /// <summary>Why the content can't be read; null where it can. Such a message is answered all the same.</summary>
    public string? Fault { get; init; }
}
