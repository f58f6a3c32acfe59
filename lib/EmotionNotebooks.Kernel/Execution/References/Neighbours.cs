using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EmotionNotebooks.Kernel.Execution.References;

/// <summary>What an assembly needs that lies where it lies, or where its deps.json says.</summary>
internal static class Neighbours
{
    /// <summary>The managed assemblies, by name; its native libraries are told to <paramref name="natives"/>.</summary>
    public static IReadOnlyDictionary<string, string> Of(string path, NativeLibraries? natives)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var dependencies = DependencyFile.Of(path);
        foreach (var native in dependencies.Natives)
        {
            natives?.AddFile(native);
        }

        foreach (var assembly in dependencies.Assemblies)
        {
            found.TryAdd(Path.GetFileNameWithoutExtension(assembly), assembly);
        }

        Follow(path, Path.GetDirectoryName(path)!, found);
        found.Remove(Path.GetFileNameWithoutExtension(path));
        return found;
    }

    private static void Follow(string path, string folder, Dictionary<string, string> found)
    {
        foreach (var name in ReferencesOf(path))
        {
            var file = Path.Combine(folder, name + ".dll");
            if (!ReferenceSet.IsFramework(name) && File.Exists(file) && found.TryAdd(name, file))
            {
                Follow(file, folder, found);
            }
        }
    }

    private static List<string> ReferencesOf(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            if (!file.HasMetadata)
            {
                return [];
            }

            var metadata = file.GetMetadataReader();
            return [.. metadata.AssemblyReferences.Select(it => metadata.GetString(metadata.GetAssemblyReference(it).Name))];
        }
        catch (BadImageFormatException)
        {
            return [];
        }
    }
}
