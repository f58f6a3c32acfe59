using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>Registers a type's forms.</summary>
internal static class View
{
    public const string Html = "text/html";
    public const string Plain = "text/plain";
    public const string Png = "image/png";

    /// <summary>HTML, and plain text for those who cannot show it.</summary>
    public static void Register<T>(Func<T, string> html, Func<T, string> plain)
    {
        Formatter.Register<T>((value, writer) => writer.Write(html(value)), Html);
        Formatter.Register<T>((value, writer) => writer.Write(plain(value)), Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(T), Html, Plain);
    }

    /// <summary>A picture, and plain text for those who cannot show it.</summary>
    public static void RegisterPicture<T>(Func<T, byte[]> png, Func<T, string> plain)
    {
        Formatter.Register<T>((value, writer) => writer.Write(Convert.ToBase64String(png(value))), Png);
        Formatter.Register<T>((value, writer) => writer.Write(plain(value)), Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(T), Png, Plain);
    }
}
