using System.Reflection;

namespace EmotionNotebooks;

/// <summary>Which version of the library writes a file.</summary>
internal static class LibraryVersion
{
    /// <summary>The library's version and the commit it was built from, where that is known.</summary>
    public static string Current { get; } =
        typeof(LibraryVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
