using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace EmotionNotebooks.Kernel.Execution.References;

/// <summary>
/// Finds native libraries where the notebook's assemblies keep them: beside a DLL, under <c>runtimes/&lt;rid&gt;/native</c>, where a deps.json
/// or a package says. A library that needs others of them gets those first, since the system's loader does not know the folders.
/// </summary>
internal sealed partial class NativeLibraries
{
    private const int MostNeeded = 200;

    private readonly ConcurrentDictionary<string, byte> _folders = new();
    private readonly ConcurrentDictionary<string, string> _files = new(); // by file name
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _misses = new();

    /// <summary>The runtime ids whose libraries run here, the nearest first.</summary>
    public static IReadOnlyList<string> RuntimeIds { get; } = FindRuntimeIds();

    /// <summary>Looks in a folder and in its <c>runtimes</c>.</summary>
    public void AddFolder(string folder) => _folders.TryAdd(Path.GetFullPath(folder), 0);

    /// <summary>Knows a file.</summary>
    public void AddFile(string path) => _files.TryAdd(Path.GetFileName(path), Path.GetFullPath(path));

    /// <summary>Every path at which a library was looked for in vain; empty where it was never missed.</summary>
    public IReadOnlyList<string> TriedFor(string library) => _misses.GetValueOrDefault(library) ?? [];

    /// <summary>The libraries that were missed.</summary>
    public IEnumerable<string> Missed => _misses.Keys;

    /// <summary>Loads a library by the name in an import; 0 where it is in none of the places, and the system's own are left to try.</summary>
    public nint Load(string library)
    {
        var tried = new List<string>();
        foreach (var path in Candidates(library))
        {
            if (!File.Exists(path))
            {
                tried.Add(path);
            }
            else if (TryLoad(path, tried, new HashSet<string>()) is var handle and not 0)
            {
                _misses.TryRemove(library, out _);
                return handle;
            }
        }

        _misses[library] = tried;
        return 0;
    }

    private nint TryLoad(string path, List<string> tried, HashSet<string> needed)
    {
        for (var i = 0; i < MostNeeded; i++)
        {
            try
            {
                return NativeLibrary.Load(path);
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
            {
                if (!LoadNeeded(path, e.Message, tried, needed))
                {
                    tried.Add($"{path} ({e.Message.ReplaceLineEndings(" ").Trim()})");
                    return 0;
                }
            }
        }

        return 0;
    }

    // glibc's and macOS's loaders name the library that is missing; Windows's does not, so all neighbours are tried.
    private bool LoadNeeded(string path, string message, List<string> tried, HashSet<string> needed)
    {
        if (OperatingSystem.IsWindows())
        {
            return needed.Add(path) && Directory.GetFiles(Path.GetDirectoryName(path)!, "*.dll")
                .Select(neighbour => neighbour != path && NativeLibrary.TryLoad(neighbour, out _))
                .ToList()
                .Contains(true);
        }

        return MissingLibrary().Match(message) is { Success: true } missing
            && needed.Add(missing.Value)
            && Candidates(missing.Value).Prepend(Path.Combine(Path.GetDirectoryName(path)!, missing.Value))
                .Any(it => it != path && File.Exists(it) && TryLoad(it, tried, needed) != 0);
    }

    private IEnumerable<string> Candidates(string library)
    {
        if (Path.IsPathRooted(library))
        {
            return [library];
        }

        var names = FileNames(library).Distinct().ToList();
        var known = names.Select(name => _files.GetValueOrDefault(name)).OfType<string>();
        return known.Concat(_folders.Keys.SelectMany(Places).SelectMany(place => names.Select(name => Path.Combine(place, name)))).Distinct();
    }

    private static IEnumerable<string> Places(string folder) =>
        RuntimeIds.Select(rid => Path.Combine(folder, "runtimes", rid, "native")).Where(Directory.Exists).Prepend(folder);

    private static string[] FileNames(string library)
    {
        var suffix = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        var complete = library.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) || library.Contains(suffix + ".", StringComparison.OrdinalIgnoreCase);
        string[] names = complete ? [library] : [library + suffix, library];
        return OperatingSystem.IsWindows() || library.StartsWith("lib", StringComparison.Ordinal)
            ? names
            : [.. names.Select(name => "lib" + name), .. names];
    }

    private static string[] FindRuntimeIds()
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return OperatingSystem.IsWindows() ? [$"win-{architecture}", "win"]
            : OperatingSystem.IsMacOS() ? [$"osx-{architecture}", "osx", "unix"]
            : [RuntimeInformation.RuntimeIdentifier, $"linux-{architecture}", "linux", "unix"];
    }

    // "libneeded.so.1: cannot open shared object file", "Library not loaded: @rpath/libneeded.dylib"
    [GeneratedRegex(@"[\w.+-]+\.so[\w.]*(?=: cannot open shared object)|(?<=Library not loaded: (?:@rpath/|@loader_path/)?)[\w.+-]+\.dylib")]
    private static partial Regex MissingLibrary();
}
