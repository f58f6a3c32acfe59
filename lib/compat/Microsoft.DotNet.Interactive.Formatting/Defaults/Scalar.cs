using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EmotionNotebooks.Kernel.Display;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Values of one piece as text, the same in every culture.</summary>
internal static class Scalar
{
    private static readonly JsonSerializerOptions Indented = new(JsonDefaults.Options) { WriteIndented = true };

    public static string Text(object value)
    {
        try
        {
            return value switch
            {
                string text => text,
                DateTime time => time.ToString("u", CultureInfo.InvariantCulture),
                DateTimeOffset time => time.ToString("u", CultureInfo.InvariantCulture),
                Type type => TypeName.Of(type),
                Delegate method => $"{TypeName.Short(method.GetType())} {method.Method.Name}",
                Stream => TypeName.Of(value.GetType()),
                JsonDocument document => JsonSerializer.Serialize(document.RootElement, Indented),
                JsonElement or JsonNode => JsonSerializer.Serialize(value, Indented),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            };
        }
        catch (Exception exception)
        {
            return new Thrown(exception).ToString();
        }
    }

    public static bool IsNumber(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is >= TypeCode.SByte and <= TypeCode.Decimal
        && !(Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    /// <summary>At most so many characters of a text; what is missing is said.</summary>
    public static string Cut(string text, int limit) =>
        text.Length <= limit ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)} … ({text.Length:N0} characters)");
}
