using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>
/// libemotion_torch.so: where it is found, and what a failed call becomes. One partial file per topic holds the imports.
/// </summary>
internal static partial class NativeMethods
{
    private const string Library = "emotion_torch";
    private const string FileName = "libemotion_torch.so";

    // Only registers how to look; nothing is loaded before the first call.
    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);

    /// <summary>Throws libtorch's message where a call did not succeed.</summary>
    internal static void Check(int status)
    {
        if (status != 0)
#pragma warning disable CA2201 // what the package throws
            throw new ExternalException(Marshal.PtrToStringUTF8(et_last_error()));
#pragma warning restore CA2201
    }

    /// <summary>The tensor that a call returned, registered with the current dispose scope.</summary>
    internal static torch.Tensor Returned(int status, nint handle)
    {
        Check(status);
        return new torch.Tensor(handle);
    }

    internal static (torch.Tensor First, torch.Tensor Second) Returned(int status, nint first, nint second)
    {
        Check(status);
        return (new torch.Tensor(first), new torch.Tensor(second));
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Library)
            return 0;
        var path = Candidates(assembly).FirstOrDefault(File.Exists)
            ?? throw new DllNotFoundException("The native torch engine is not built on this machine; run: ./emotion setup torch");
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (DllNotFoundException error)
        {
            // The runtime lists every place it looked; the loader's own words are the line that begins with a file's name.
            var reason = error.Message.Split('\n').Select(line => line.Trim()).FirstOrDefault(line =>
                line.Contains(".so", StringComparison.Ordinal) && !line.StartsWith("Unable to load", StringComparison.Ordinal));
            throw new DllNotFoundException($"libtorch could not be loaded ({reason ?? error.Message}); run: ./emotion setup torch");
        }
    }

    private static IEnumerable<string> Candidates(Assembly assembly)
    {
        if (Environment.GetEnvironmentVariable("EMOTION_NATIVE") is { Length: > 0 } folder)
            yield return Path.Combine(folder, FileName);

        // An assembly that was loaded from bytes has no place of its own.
        var home = assembly.Location is { Length: > 0 } location ? Path.GetDirectoryName(location)! : AppContext.BaseDirectory;
        yield return Path.Combine(home, FileName);
        yield return Path.Combine(home, "runtimes", "linux-x64", "native", FileName);
        yield return Path.Combine(AppContext.BaseDirectory, FileName);
        foreach (var start in new[] { home, AppContext.BaseDirectory })
            for (var parent = new DirectoryInfo(start); parent is not null; parent = parent.Parent)
                yield return Path.Combine(parent.FullName, ".emotion", "native", FileName);
    }
}
