using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>Text in JSON.</summary>
internal static class Text
{
    /// <summary>The text of a JSON string; false where it is none that Unicode allows (half a surrogate pair).</summary>
    public static bool TryGet(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = value.GetString();
            return text is not null;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }
}
