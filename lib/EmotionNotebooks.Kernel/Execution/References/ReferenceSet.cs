using System.Collections.Immutable;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace EmotionNotebooks.Kernel.Execution.References;

/// <summary>The assemblies that cells compile against, one of each name.</summary>
internal sealed class ReferenceSet
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly Dictionary<string, ReferencedAssembly> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Documentation _documentation = new();
    private ImmutableArray<MetadataReference> _pending = [];

    /// <summary>Begins with the framework, the kernel's helpers and the formatters.</summary>
    public ReferenceSet()
    {
        foreach (var path in FrameworkPaths())
        {
            Add(Path.GetFileNameWithoutExtension(path), path);
        }

        AddShared();
    }

    /// <summary>References that no submission has been given yet.</summary>
    public ImmutableArray<MetadataReference> Pending => _pending;

    /// <summary>What there is of a name; null where there is nothing.</summary>
    public ReferencedAssembly? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds an assembly unless there is one of its name.</summary>
    /// <returns>Whether it was added.</returns>
    public bool Add(string name, string path)
    {
        if (_byName.ContainsKey(name))
        {
            return false;
        }

        // Read, not mapped: the file may be built anew while it is in use.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var module = ModuleMetadata.CreateFromStream(file, PEStreamOptions.PrefetchMetadata);
        _byName[name] = new ReferencedAssembly(name, path, module.GetModuleVersionId());
        _pending = _pending.Add(AssemblyMetadata.Create(module).GetReference(_documentation.For(path), filePath: path));
        return true;
    }

    /// <summary>The first so many pending references have been given to a submission.</summary>
    public void TakePending(int count) => _pending = _pending.RemoveRange(0, count);

    /// <summary>Whether an assembly is part of .NET itself.</summary>
    public static bool IsFramework(string name) => File.Exists(Path.Combine(FrameworkFolder, name + ".dll"));

    private static IEnumerable<string> FrameworkPaths() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) == FrameworkFolder);

    // The kernel's own assemblies that cells may use: its helpers and the formatters, with what the members of the real package mention.
    private void AddShared()
    {
        var kernel = typeof(ReferenceSet).Assembly;
        Add(kernel.GetName().Name!, kernel.Location);
        string[] formatters = ["EmotionNotebooks.Compat.Microsoft.DotNet.Interactive.Formatting", "Microsoft.DotNet.Interactive.Formatting"];
        foreach (var path in formatters.Select(it => Path.Combine(AppContext.BaseDirectory, it + ".dll")).Where(File.Exists))
        {
            Add(Path.GetFileNameWithoutExtension(path), path);
            foreach (var (name, neighbour) in Neighbours.Of(path, natives: null))
            {
                Add(name, neighbour);
            }
        }
    }
}
