using System.Text.Json;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Reads the members of a request's content.</summary>
internal static class RequestContent
{
    /// <summary>A text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The member.</param>
    /// <param name="otherwise">What holds where it is absent; null where it must not be.</param>
    public static string GetText(this Request request, string name, string? otherwise = null)
    {
        if (Member(request, name) is not { } value)
        {
            return otherwise ?? throw Wrong(request, name, "absent", "text");
        }

        return value.ValueKind != JsonValueKind.String ? throw Wrong(request, name, value.ValueKind.ToString(), "text")
            : Text.TryGet(value, out var text) ? text
            : throw Wrong(request, name, "text with half a surrogate pair", "text that Unicode allows");
    }

    /// <summary>A yes or no.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The member.</param>
    /// <param name="otherwise">What holds where it is absent.</param>
    public static bool GetFlag(this Request request, string name, bool otherwise) => Member(request, name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } value => throw Wrong(request, name, value.ValueKind.ToString(), "true or false"),
    };

    /// <summary>A whole number; one that is out of an int's range is cut to it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The member.</param>
    /// <param name="otherwise">What holds where it is absent.</param>
    public static int GetNumber(this Request request, string name, int otherwise) => Member(request, name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var number) && double.IsInteger(number) =>
            (int)Math.Clamp(number, int.MinValue, int.MaxValue),
        { } value => throw Wrong(request, name, value.ValueKind.ToString(), "a whole number"),
    };

    /// <summary>The names of an object's members; none where it is absent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The member that holds the object.</param>
    public static IReadOnlyList<string> GetNames(this Request request, string name) => Member(request, name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Object } value => [.. value.EnumerateObject().Select(member => member.Name)],
        { } value => throw Wrong(request, name, value.ValueKind.ToString(), "an object"),
    };

    // JSON's null is as good as nothing.
    private static JsonElement? Member(Request request, string name) =>
        request.Message.Content.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static RequestException Wrong(Request request, string name, string found, string expected) =>
        new($"{request.Message.Type}, {name}: {found}; expected {expected}");
}
