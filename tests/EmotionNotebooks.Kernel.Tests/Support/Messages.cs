using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Support;

/// <summary>Looks into messages.</summary>
internal static class Messages
{
    /// <summary>A member of the content, as text or as JSON.</summary>
    public static string Get(this Message message, string name)
    {
        var value = message.Content.GetProperty(name);
        return value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString()! : value.GetRawText();
    }

    /// <summary>Its place among all messages that the kernel wrote.</summary>
    public static long Place(this Message message)
    {
        using var header = System.Text.Json.JsonDocument.Parse(message.Header);
        return long.Parse(header.RootElement.GetProperty("msg_id").GetString()!.Split('_')[1]);
    }

    /// <summary>Kinds of messages; states by their names.</summary>
    public static IEnumerable<string> Kinds(this IEnumerable<Message> messages) =>
        messages.Select(message => message.Type == "status" ? message.Get("execution_state") : message.Type);
}
