using System.Reflection;
using System.Runtime.InteropServices;

namespace EmotionNotebooks.Compat;

/// <summary>Finds the native libraries behind lib/compat, which <c>./emotion setup</c> builds on the machine.</summary>
internal static class NativeLibraryLocator
{
    private const string Override = "EMOTION_NATIVE";

    /// <summary>Loads a library for an assembly's <see cref="NativeLibrary.SetDllImportResolver"/>.</summary>
    /// <param name="library">The name in the imports, such as <c>emotion_vision</c>.</param>
    /// <param name="setupTarget">What <c>./emotion setup</c> calls it, such as <c>vision</c>.</param>
    /// <param name="assembly">The assembly that imports it.</param>
    /// <exception cref="DllNotFoundException">It is nowhere, or cannot be loaded; the one-line message names the command that helps.</exception>
    public static nint Load(string library, string setupTarget, Assembly assembly)
    {
        var file = FileName(library);
        var path = Candidates(file, assembly).FirstOrDefault(File.Exists)
            ?? throw new DllNotFoundException($"{file} was not found{Where()}: run `./emotion setup {setupTarget}`");
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            var reason = e.Message.ReplaceLineEndings(" ").Trim();
            throw new DllNotFoundException($"{path} cannot be loaded ({reason}): run `./emotion setup {setupTarget}`", e);
        }
    }

    // The override alone when it is set: whoever names a folder wants to know that the library is not there.
    private static IEnumerable<string> Candidates(string file, Assembly assembly)
    {
        if (Overriding is { } folder)
            return [Path.Combine(folder, file)];
        var homes = AssemblyHomes.Of(assembly);
        return homes.SelectMany(it => new[] { Path.Combine(it, file), Path.Combine(it, "runtimes", Platform, "native", file) })
            .Concat(homes.SelectMany(AndParents).Select(it => Path.Combine(it, ".emotion", "native", file)));
    }

    private static IEnumerable<string> AndParents(string folder)
    {
        for (var it = new DirectoryInfo(folder); it is not null; it = it.Parent)
            yield return it.FullName;
    }

    private static string Where() => Overriding is { } folder ? $" in {folder} ({Override})" : "";

    private static string? Overriding => Environment.GetEnvironmentVariable(Override) is { Length: > 0 } folder ? folder : null;

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    private static string FileName(string library) =>
        OperatingSystem.IsWindows() ? $"{library}.dll" : OperatingSystem.IsMacOS() ? $"lib{library}.dylib" : $"lib{library}.so";
}
