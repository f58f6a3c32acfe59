namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Values as JSON.</summary>
public static class JsonFormatter
{
    /// <summary>The MIME type.</summary>
    public const string MimeType = "application/json";
}
