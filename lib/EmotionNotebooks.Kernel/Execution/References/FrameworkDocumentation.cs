using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace EmotionNotebooks.Kernel.Execution.References;

/// <summary>
/// The documentation of .NET, which lies with the SDK's reference assemblies where there are any. A type may be documented under another
/// assembly than the one that holds it, so the reference assemblies say which file to read.
/// </summary>
internal sealed class FrameworkDocumentation : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> _assemblyOfType = new(FindTypes);
    private readonly ConcurrentDictionary<string, XmlMembers> _files = new();

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Reads what takes long the first time.</summary>
    public void WarmUp() => GetDocumentationForSymbol("T:System.String", CultureInfo.InvariantCulture);

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default)
    {
        // "M:System.String.Join(System.String,System.Object[])": the longest head that is a type holds the member.
        var name = documentationMemberID[2..].Split('(')[0];
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            if (_assemblyOfType.Value.TryGetValue(name[..end], out var assembly))
            {
                return _files.GetOrAdd(assembly, it => new XmlMembers(Path.ChangeExtension(it, ".xml"))).Of(documentationMemberID);
            }
        }

        return null;
    }

    private static Dictionary<string, string> FindTypes()
    {
        var types = new Dictionary<string, string>();
        foreach (var assembly in ReferenceAssemblies())
        {
            using var file = new PEReader(File.OpenRead(assembly));
            if (!file.HasMetadata)
            {
                continue;
            }

            var metadata = file.GetMetadataReader();
            foreach (var handle in metadata.TypeDefinitions)
            {
                types.TryAdd(FullName(metadata, metadata.GetTypeDefinition(handle)), assembly);
            }
        }

        return types;
    }

    private static string FullName(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
        {
            return FullName(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())) + "." + name;
        }

        var space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? name : space + "." + name;
    }

    // <dotnet>/shared/Microsoft.NETCore.App/10.0.1/ has its documentation in <dotnet>/packs/Microsoft.NETCore.App.Ref/10.0.*/ref/net10.0/.
    private static IEnumerable<string> ReferenceAssemblies()
    {
        var packs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs))
        {
            return [];
        }

        var folder = Directory.EnumerateDirectories(packs, $"{Environment.Version.Major}.*")
            .OrderBy(it => Version.TryParse(Path.GetFileName(it), out var version) ? version : new Version())
            .Select(it => Path.Combine(it, "ref", $"net{Environment.Version.Major}.0"))
            .LastOrDefault(Directory.Exists);
        return folder is null ? [] : Directory.EnumerateFiles(folder, "*.dll");
    }
}
