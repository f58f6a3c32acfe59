using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace EmotionNotebooks.Kernel.Execution.References;

/// <summary>
/// Where a notebook's assemblies and its own compiled cells live. What the kernel itself has loaded is shared with it, so that there is one
/// registry of formatters; all else comes from the files that the notebook named.
/// </summary>
internal sealed class NotebookLoadContext : AssemblyLoadContext, IDisposable
{
    private readonly ConcurrentDictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);

    public NotebookLoadContext()
        : base("notebook")
    {
        Default.Resolving += ResolveForKernel;
        Default.ResolvingUnmanagedDll += ResolveNativeForKernel;
    }

    /// <summary>The native libraries of the notebook's assemblies.</summary>
    public NativeLibraries Natives { get; } = new();

    /// <summary>Says where an assembly is; the first file of a name stays.</summary>
    public void Know(string name, string path) => _files.TryAdd(name, path);

    public void Dispose()
    {
        Default.Resolving -= ResolveForKernel;
        Default.ResolvingUnmanagedDll -= ResolveNativeForKernel;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || ReferenceSet.IsFramework(name))
        {
            return null;
        }

        return Default.Assemblies.FirstOrDefault(it => string.Equals(it.GetName().Name, name, StringComparison.OrdinalIgnoreCase))
            ?? (_files.TryGetValue(name, out var path) ? LoadFromAssemblyPath(path) : null);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) => Natives.Load(unmanagedDllName);

    private Assembly? ResolveForKernel(AssemblyLoadContext kernel, AssemblyName name) =>
        Assemblies.FirstOrDefault(it => it.GetName().Name == name.Name)
        ?? (name.Name is not null && _files.TryGetValue(name.Name, out var path) ? LoadFromAssemblyPath(path) : null);

    private nint ResolveNativeForKernel(Assembly asking, string name) => Natives.Load(name);
}
