using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using EmotionNotebooks.Kernel.Execution.Directives;
using EmotionNotebooks.Kernel.Execution.Scripts;

namespace EmotionNotebooks.Kernel.Execution.References;

/// <summary>Makes assemblies known to the compiler and to the runtime, with those that they need.</summary>
internal sealed class AssemblyLoader(ReferenceSet references, NotebookLoadContext context, ScriptSession session)
{
    private readonly Dictionary<string, DateTime> _loadedAt = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>References an assembly, and what lies beside it that it needs.</summary>
    /// <param name="path">The .dll.</param>
    /// <returns>The assemblies that are new.</returns>
    /// <exception cref="DirectiveException">There is none, or another build of it is in use.</exception>
    public IReadOnlyList<string> Reference(string path)
    {
        if (!File.Exists(path))
        {
            throw new DirectiveException($"{path}: no such file; expected a .NET library (.dll)");
        }

        var (name, version) = Identify(path);
        if (references.Find(name) is { } known)
        {
            CheckSame(known, path, version);
            return [];
        }

        var added = new List<string>();
        context.Natives.AddFolder(Path.GetDirectoryName(path)!);
        Add(name, path, added);
        foreach (var (neighbour, file) in Neighbours.Of(path, context.Natives))
        {
            Add(neighbour, file, added);
        }

        session.ReferencesChanged();
        return added;
    }

    /// <summary>Knows a native library.</summary>
    public void KnowNative(string path)
    {
        context.Natives.AddFile(path);
        context.Natives.AddFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>A type of a referenced assembly; null where there is no such assembly, or no such type in it.</summary>
    public Type? TypeOf(string assembly, string type) =>
        references.Find(assembly) is null ? null : context.LoadFromAssemblyName(new AssemblyName(assembly)).GetType(type);

    private void Add(string name, string path, List<string> added)
    {
        if (references.Add(name, path))
        {
            context.Know(name, path);
            _loadedAt[name] = DateTime.Now;
            added.Add(path);
        }
    }

    private void CheckSame(ReferencedAssembly known, string path, Guid version)
    {
        if (known.Version != version && _loadedAt.TryGetValue(known.Name, out var since))
        {
            throw new DirectiveException(
                Path.GetFullPath(known.Path) == Path.GetFullPath(path)
                    ? $"{path}: was built anew at {File.GetLastWriteTime(path):HH:mm:ss}, and this notebook uses the build that it loaded at {since:HH:mm:ss}; restart the kernel to use the new one"
                    : $"{path}: this notebook uses another {known.Name} already, {known.Path}; restart the kernel to use this one");
        }
    }

    private static (string Name, Guid Version) Identify(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.GetMetadataReader();
            return (metadata.GetString(metadata.GetAssemblyDefinition().Name), metadata.GetGuid(metadata.GetModuleDefinition().Mvid));
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException)
        {
            throw new DirectiveException($"{path}: this is no .NET library; expected a .dll that the C# compiler made");
        }
    }
}
